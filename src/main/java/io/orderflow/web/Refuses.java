package io.orderflow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For the API document: the problems with which an operation answers, each as its status and what it means, such as
 * {@code "404 ORDER_NOT_FOUND"}. What every operation answers to strangers and to the wrong group goes without saying.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    String[] value();
}
