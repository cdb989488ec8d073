package io.orderflow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * The class of a module that turns its refusals into problems of the API: one exception handler for each, which returns
 * the problem.
 */
@ControllerAdvice
@Order(0) // before the handler of everything else
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refusals {}
