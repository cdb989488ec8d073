package io.orderflow.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Statements;
import io.orderflow.web.IdempotencyKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(Statements.class)
class IdempotencyStatementsIntegrationTests {

    private static final StoredResponse ANSWER = new StoredResponse(201, null, null, null, "");

    @Autowired
    private IdempotencyRecords records;

    @Autowired
    private TransactionTemplate transactions;

    private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString());

    @Test
    void aRequestWithAKeyTakesTwoStatementsMoreAndNoTransaction() throws Exception {
        IdempotencyKey another = new IdempotencyKey(UUID.randomUUID().toString());

        assertThat(Statements.of(() -> run(key))).hasSize(2);
        assertThat(Statements.transactionsOf(() -> run(another))).isZero();
        assertThat(records.claim(key, "hash")).isEqualTo(new Outcome.Replay(ANSWER));
    }

    @Test
    void refusesToBePartOfATransactionThatMayRollBack() {
        transactions.executeWithoutResult(status -> assertThatThrownBy(() -> records.claim(key, "hash"))
                .isInstanceOf(IllegalTransactionStateException.class));

        assertThat(records.isKnown(key)).isFalse();
    }

    private void run(IdempotencyKey used) {
        Outcome.Claimed claimed = (Outcome.Claimed) records.claim(used, "hash");
        records.finish(used, claimed.holder(), ANSWER);
    }
}
