package io.orderflow.payment.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.payment.ChargeIntent;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentParts;
import io.orderflow.payment.PaymentSettings;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class GatewayDispatcherTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final GatewayWorker worker = mock();
    private final PaymentGateway gateway = mock();
    private final GatewayDispatcher lanes = new GatewayDispatcher(
            worker, gateway, new PaymentSettings("simulated", List.of(), 1), new SimpleMeterRegistry());
    private final ChargeIntent charge = charge("ORD-20261101-LANES001");
    private final ChargeIntent other = charge("ORD-20261101-LANES002");
    private final GatewayRequest request = new GatewayRequest.ChargeRequest(charge.call(), false, Instant.EPOCH);

    @BeforeEach
    void open() {
        when(gateway.takesCharges()).thenReturn(true);
        when(gateway.patience()).thenReturn(Duration.ofSeconds(1));
        when(worker.claim(any(ChargeIntent.class))).thenReturn(request);
        lanes.start();
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void close() {
        TransactionSynchronizationManager.clearSynchronization();
        lanes.stop();
    }

    @Test
    void talksAboutAClaimedChargeAfterTheCommitOnly() {
        lanes.askFirst(charge);
        verify(worker).claim(charge);
        verify(worker, never()).call(any());

        end(TransactionSynchronization.STATUS_COMMITTED);

        verify(worker, timeout(SOON.toMillis())).call(request);
    }

    @Test
    void neverTalksAboutAChargeThatMayNotBeStored() {
        lanes.askFirst(charge);
        end(TransactionSynchronization.STATUS_UNKNOWN);

        lanes.stop();

        verify(worker, never()).call(any());
    }

    @Test
    void leavesAChargeUnclaimedThatFindsNoLane() {
        lanes.askFirst(charge);

        lanes.askFirst(other);

        verify(worker, never()).claim(other);
    }

    @Test
    void freesTheLaneOfAChargeThatIsRolledBack() {
        lanes.askFirst(charge);
        end(TransactionSynchronization.STATUS_ROLLED_BACK);

        lanes.askFirst(other);

        verify(worker).claim(other);
    }

    @Test
    void leavesChargesUnclaimedWhileTheGatewayIsBetterNotAsked() {
        when(gateway.takesCharges()).thenReturn(false);

        lanes.askFirst(charge);

        verify(worker, never()).claim(charge);
        assertThat(TransactionSynchronizationManager.getSynchronizations()).isEmpty();
    }

    @Test
    void asksAgainAfterTheCommitOnly() {
        lanes.askAgain(charge.order());
        verify(worker, never()).serve(any());

        end(TransactionSynchronization.STATUS_COMMITTED);

        verify(worker, timeout(SOON.toMillis())).serve(charge.order());
    }

    @Test
    void asksNothingAgainThatIsRolledBack() {
        lanes.askAgain(charge.order());
        end(TransactionSynchronization.STATUS_ROLLED_BACK);

        lanes.stop();

        verify(worker, never()).serve(any());
    }

    @Test
    void leavesTheRestUnclaimedOnceTheGatewayIsBetterNotAsked() {
        when(worker.dueFirst(anyInt())).thenReturn(List.of(charge.order(), other.order()));
        when(gateway.takesCharges()).thenReturn(true, false);

        lanes.look();

        verify(worker).claim(charge.order());
        verify(worker, never()).claim(other.order());
    }

    @Test
    void talksAboutWhatItFindsDueAndKeepsNoLaneForWhatSomebodyElseAsks() {
        when(worker.dueFirst(anyInt())).thenReturn(List.of(charge.order(), other.order()));
        when(worker.claim(other.order())).thenReturn(Optional.of(request));

        lanes.look();

        verify(worker, timeout(SOON.toMillis())).call(request);
    }

    @Test
    void paymentThatCannotBeClaimedHoldsUpNoneBehindIt() {
        when(worker.dueFirst(anyInt())).thenReturn(List.of(charge.order(), other.order()));
        when(worker.claim(charge.order())).thenThrow(new IllegalStateException("broken"));

        lanes.look();

        verify(worker).claim(other.order());
    }

    private static void end(int status) {
        List<TransactionSynchronization> ends = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        ends.forEach(end -> end.afterCompletion(status));
        TransactionSynchronizationManager.initSynchronization();
    }

    private static ChargeIntent charge(String order) {
        return PaymentParts.charge(new OrderNumber(order));
    }
}
