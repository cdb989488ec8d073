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
 * Each call of a method is one transaction, and is made again from the start, up to seven times, where it collided with
 * another one: what somebody outside has said once must not get lost by that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        retryFor = ConcurrencyFailureException.class,
        maxAttempts = 8,
        backoff = @Backoff(delay = 20, multiplier = 2, maxDelay = 1000, random = true))
public @interface RepeatedTransaction {}
