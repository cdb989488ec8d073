package io.orderflow.outbound;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row about which somebody outside is to be asked, from a time on, and by one thread of one node at a time: by the
 * one who has claimed it. A claim ends by itself, so that whoever dies in the middle of a call leaves nothing for ever.
 */
@MappedSuperclass
public abstract class Claimable {

    private @Nullable Instant nextTryAt;
    private @Nullable Instant claimedUntil;

    /**
     * Claims the row for a call; false when there is none to make now, or somebody else is making it.
     *
     * @param lease how long the claim holds, unless it is released before
     */
    public boolean claim(Instant now, Duration lease) {
        if (nextTryAt == null || nextTryAt.isAfter(now) || isClaimed(now)) {
            return false;
        }
        claimedUntil = now.plus(lease).truncatedTo(ChronoUnit.MILLIS); // as exact as every database keeps it
        return true;
    }

    /** Whether somebody is asking. */
    public boolean isClaimed(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    /** The end of the last claim, by which that claim is known; there must have been one. */
    public Instant claimedUntil() {
        return requireNonNull(claimedUntil, "nobody has claimed it");
    }

    /**
     * The call under this claim is over; false when the claim had ended, and somebody else has claimed the row since.
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
        nextTryAt = null;
    }

    /** Whether nobody asks, nor is to. */
    public boolean isAtRest() {
        return claimedUntil == null && nextTryAt == null;
    }

    /**
     * From when on somebody is to ask; whoever is asking just now comes first. Repeated, the time that was given last
     * counts.
     */
    public void askAt(Instant time) {
        nextTryAt = time;
    }
}
