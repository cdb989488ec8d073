package io.orderflow.outbound;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to ask the gateway or a carrier for one thing, with the last answer. An attempt counts as soon as it
 * begins.
 */
@Embeddable
public class Attempts {

    private static final int LONGEST_ANSWER = 500;

    @Column(name = "tries")
    private int begun;

    private int giveUpAfter;
    private int round;
    private boolean refused;
    private @Nullable String lastAnswer;

    protected Attempts() {}

    /** @param waits the waits before the further attempts; there is one attempt more than there are waits */
    public Attempts(List<Duration> waits) {
        round = 1;
        renew(waits);
    }

    /**
     * Allows as many attempts again as there are waits, and one more. After a refusal they are another round, which has
     * another idempotency key: under the old key the gateway would repeat its refusal. After unknown outcomes they
     * belong to the same round. Repeated before another attempt has begun, it has no effect.
     *
     * @param waits how long to wait before each further attempt
     */
    public void renew(List<Duration> waits) {
        giveUpAfter = begun + waits.size() + 1;
        round += refused ? 1 : 0;
        refused = false;
    }

    /** Counts an attempt that begins; returns whether there was one before. */
    public boolean begin() {
        return begun++ > 0;
    }

    /**
     * Undoes {@link #begin}, because nobody was asked. It must be called once for each attempt that was not made: a
     * repeated call undoes another one.
     */
    public void takeBack() {
        begun--;
    }

    /** Stores the answer, cut after 500 characters. A repeated call overwrites it. */
    public void note(String answer) {
        lastAnswer = answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
    }

    /** Stores the answer as a refusal. A repeated call overwrites it. */
    public void noteRefusal(String answer) {
        note(answer);
        refused = true;
    }

    /** Whether the last answer was a refusal. */
    public boolean isRefused() {
        return refused;
    }

    /** Whether there is no attempt left. */
    public boolean areExhausted() {
        return begun >= giveUpAfter;
    }

    /**
     * Returns the time of the next attempt. It must not be called if the attempts are exhausted.
     *
     * @param waits how long to wait before each further attempt
     */
    public Instant next(List<Duration> waits, Instant now) {
        int left = giveUpAfter - begun;
        return now.plus(waits.get(Math.max(0, waits.size() - left)));
    }

    /** Returns the number of the round, from 1, which is part of the idempotency key. */
    public int round() {
        return round;
    }

    public int begun() {
        return begun;
    }

    /** Returns the last answer; null before the first one. */
    public @Nullable String lastAnswer() {
        return lastAnswer;
    }
}
