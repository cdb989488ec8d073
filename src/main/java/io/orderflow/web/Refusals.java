package io.orderflow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * The class of a module that says its refusals in the words of the HTTP contract: for each one a method that is its
 * exception handler and returns the problem.
 */
@ControllerAdvice
@Order(0) // before the handler of everything else
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refusals {}
