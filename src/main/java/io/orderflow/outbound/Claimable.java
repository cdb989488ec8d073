package io.orderflow.outbound;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row about which the gateway or a carrier must be asked, from a certain time on. Only the worker that has claimed
 * the row may ask. A claim ends by itself, so that a dead worker does not block the row for ever.
 */
@MappedSuperclass
public abstract class Claimable {

    @Column(name = "next_try_at")
    private @Nullable Instant nextAttemptAt;

    private @Nullable Instant claimedUntil;

    /**
     * Claims the row for a request; returns false if none is due now, or if another worker has claimed it.
     *
     * @param lease how long the claim holds, unless it is released before
     */
    public boolean claim(Instant now, Duration lease) {
        if (nextAttemptAt == null || nextAttemptAt.isAfter(now) || isClaimed(now)) {
            return false;
        }
        claimedUntil = now.plus(lease).truncatedTo(ChronoUnit.MILLIS); // Every database stores milliseconds.
        return true;
    }

    /** Whether a worker has claimed the row. */
    public boolean isClaimed(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    /** Returns the end of the last claim, which identifies it. There must have been a claim. */
    public Instant claimedUntil() {
        return requireNonNull(claimedUntil, "nobody has claimed it");
    }

    /**
     * Releases the claim after its request; returns false, and changes nothing, if another worker has claimed the row
     * since.
     */
    public boolean release(Instant claim) {
        if (!claim.equals(claimedUntil)) {
            return false;
        }
        askNoMore();
        return true;
    }

    /** Nobody is to ask any more, and no claim holds. Repeated: no effect. */
    public void askNoMore() {
        claimedUntil = null;
        nextAttemptAt = null;
    }

    /** Whether no request is under way or due. */
    public boolean isAtRest() {
        return claimedUntil == null && nextAttemptAt == null;
    }

    /**
     * Makes a request due from the given time on. If the row is claimed now, the request of that claim comes first. A
     * repeated call overwrites the time.
     */
    public void askAt(Instant time) {
        nextAttemptAt = time;
    }
}
