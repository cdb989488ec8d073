package io.orderflow.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which processes a class of path tests must take every node and every flow of. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Covers {

    String[] value();
}
