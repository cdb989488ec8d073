package io.orderflow.shared.transactions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * A transaction that is repeated as a whole when it collides with another one, after pauses that grow. Any exception
 * rolls it back.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Transactional(rollbackFor = Exception.class)
@Retryable(
        retryFor = ConcurrencyFailureException.class,
        backoff = @Backoff(delay = 20, multiplier = 2, maxDelay = 1000, random = true))
public @interface RepeatedTransaction {

    /** How often it is tried at most; more often than usual where an answer from outside would be lost. */
    @AliasFor(annotation = Retryable.class, attribute = "maxAttempts")
    int attempts() default 6;
}
