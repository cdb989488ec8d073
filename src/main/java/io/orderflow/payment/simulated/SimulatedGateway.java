package io.orderflow.payment.simulated;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderflow.payment.PaymentGateway;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A simulated payment gateway that chooses its answer by the payment key, so that each outcome can be tried out with a
 * {@code curl}. A charge with the key {@code decline…} is declined, {@code timeout…} is unknown twice and then
 * approved, {@code refuse-refund…} is approved but never refunded, {@code slow…} is approved after two seconds, and any
 * other key is approved at once.
 */
@Component
@ConditionalOnProperty(name = "orders.payment.gateway", havingValue = "simulated", matchIfMissing = true)
class SimulatedGateway implements PaymentGateway {

    private static final int UNKNOWN_ANSWERS = 2;
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Cache<String, AtomicInteger> attempts =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final Clock clock;

    SimulatedGateway(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        if (charge.paymentKey().startsWith("decline")) {
            return new Declined("REJECT_CARD_PAYMENT");
        }
        if (charge.paymentKey().startsWith("timeout") && triesOf(charge) <= UNKNOWN_ANSWERS) {
            return new Unknown("no answer in time (simulated)");
        }
        if (charge.paymentKey().startsWith("slow") && !pause()) {
            return new Unknown("interrupted while waiting for the answer");
        }
        return new Approved(clock.instant());
    }

    /** A charge whose answer was unknown has not been made here, so that the next attempt asks for it again. */
    @Override
    public ChargeAnswer lookUp(Charge charge) {
        return new NotDone("no such payment (simulated)");
    }

    @Override
    public RefundAnswer lookUp(Refund refund) {
        return new NotDone("no such refund (simulated)");
    }

    @Override
    public Duration patience() {
        return SLOW.multipliedBy(2);
    }

    @Override
    public RefundAnswer refund(Refund refund) {
        if (refund.paymentKey().startsWith("refuse-refund")) {
            return new Refused("REFUND_REJECTED", "the card company refuses the refund (simulated)");
        }
        return new Refunded("simulated:" + refund.idempotencyKey());
    }

    private int triesOf(Charge charge) {
        return attempts.get(charge.idempotencyKey(), key -> new AtomicInteger()).incrementAndGet();
    }

    private static boolean pause() {
        try {
            Thread.sleep(SLOW.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
