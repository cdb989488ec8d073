package io.orderflow.outbound;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes each call of a method one transaction, and repeats it up to seven times if it collides with another one, so
 * that an answer of the gateway or of a carrier is not lost.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        retryFor = ConcurrencyFailureException.class,
        maxAttempts = 8,
        backoff = @Backoff(delay = 20, multiplier = 2, maxDelay = 1000, random = true))
public @interface RepeatedTransaction {}
