package io.orderflow.outbound;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For what is to happen once the caller's transaction is committed, and not at all when it is rolled back. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Runs this after the commit of the caller's transaction, which there must be. A crash in between loses it, and
     * what fails in it fails nobody: it may only hurry what is found in the database anyway.
     */
    public static void run(Runnable hurry) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    hurry.run();
                }
            }
        });
    }
}
