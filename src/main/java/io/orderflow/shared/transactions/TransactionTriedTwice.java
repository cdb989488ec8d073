package io.orderflow.shared.transactions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * A transaction that is tried once more when another one was first to insert the same row, which the second try then
 * finds.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(maxAttempts = 2, backoff = @Backoff(delay = 20))
public @interface TransactionTriedTwice {

    /** The exceptions that show it. */
    @AliasFor(annotation = Retryable.class, attribute = "retryFor")
    Class<? extends Throwable>[] value() default DataIntegrityViolationException.class;
}
