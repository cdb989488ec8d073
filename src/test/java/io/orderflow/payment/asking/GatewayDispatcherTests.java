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

    private final GatewayWorker desk = mock();
    private final PaymentGateway gateway = mock();
    private final GatewayDispatcher lanes = new GatewayDispatcher(
            desk, gateway, new PaymentSettings("simulated", List.of(), 1), new SimpleMeterRegistry());
    private final ChargeIntent charge = charge("ORD-20261101-LANES001");
    private final ChargeIntent other = charge("ORD-20261101-LANES002");
    private final GatewayRequest talk = new GatewayRequest.AboutCharge(charge.call(), false, Instant.EPOCH);

    @BeforeEach
    void open() {
        when(gateway.takesCharges()).thenReturn(true);
        when(gateway.patience()).thenReturn(Duration.ofSeconds(1));
        when(desk.claim(any(ChargeIntent.class))).thenReturn(talk);
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
        lanes.on(new ChargeIntent.Due(charge));
        verify(desk).claim(charge);
        verify(desk, never()).call(any());

        end(TransactionSynchronization.STATUS_COMMITTED);

        verify(desk, timeout(SOON.toMillis())).call(talk);
    }

    @Test
    void neverTalksAboutAChargeThatMayNotBeStored() {
        lanes.on(new ChargeIntent.Due(charge));
        end(TransactionSynchronization.STATUS_UNKNOWN);

        lanes.stop();

        verify(desk, never()).call(any());
    }

    @Test
    void leavesAChargeUnclaimedThatFindsNoLane() {
        lanes.on(new ChargeIntent.Due(charge));

        lanes.on(new ChargeIntent.Due(other));

        verify(desk, never()).claim(other);
    }

    @Test
    void freesTheLaneOfAChargeThatIsRolledBack() {
        lanes.on(new ChargeIntent.Due(charge));
        end(TransactionSynchronization.STATUS_ROLLED_BACK);

        lanes.on(new ChargeIntent.Due(other));

        verify(desk).claim(other);
    }

    @Test
    void leavesChargesUnclaimedWhileTheGatewayIsBetterNotAsked() {
        when(gateway.takesCharges()).thenReturn(false);

        lanes.on(new ChargeIntent.Due(charge));

        verify(desk, never()).claim(charge);
        assertThat(TransactionSynchronizationManager.getSynchronizations()).isEmpty();
    }

    @Test
    void leavesTheRestUnclaimedOnceTheGatewayIsBetterNotAsked() {
        when(desk.dueFirst(anyInt())).thenReturn(List.of(charge.order(), other.order()));
        when(gateway.takesCharges()).thenReturn(true, false);

        lanes.look();

        verify(desk).claim(charge.order());
        verify(desk, never()).claim(other.order());
    }

    @Test
    void talksAboutWhatItFindsDueAndKeepsNoLaneForWhatSomebodyElseAsks() {
        when(desk.dueFirst(anyInt())).thenReturn(List.of(charge.order(), other.order()));
        when(desk.claim(other.order())).thenReturn(Optional.of(talk));

        lanes.look();

        verify(desk, timeout(SOON.toMillis())).call(talk);
    }

    @Test
    void paymentThatCannotBeClaimedHoldsUpNoneBehindIt() {
        when(desk.dueFirst(anyInt())).thenReturn(List.of(charge.order(), other.order()));
        when(desk.claim(charge.order())).thenThrow(new IllegalStateException("broken"));

        lanes.look();

        verify(desk).claim(other.order());
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
