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

    /** @param waits how long before each further attempt: one attempt more than there are waits; none: a single one */
    public Attempts(List<Duration> waits) {
        round = 1;
        renew(waits);
    }

    /**
     * Allows as many attempts again as there were at first. After a definite no they are another round, which needs
     * another idempotency key: under the old one the gateway would only say no again. After unknown answers they are
     * the same round. Repeated before another attempt has begun: no effect.
     *
     * @param waits how long to wait before each further attempt
     */
    public void renew(List<Duration> waits) {
        giveUpAfter = begun + waits.size() + 1;
        round += refused ? 1 : 0;
        refused = false;
    }

    /** An attempt begins. Returns whether they may have been asked before. */
    public boolean begin() {
        return begun++ > 0;
    }

    /** The last one was none: nobody was asked. To be called once for each that was begun. */
    public void takeBack() {
        begun--;
    }

    /** Keeps what was answered, cut after 500 characters; repeated, the latest stays. */
    public void note(String answer) {
        lastAnswer = answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
    }

    /** A definite no: nothing was done. Keeps its words, cut after 500 characters; repeated, the latest stay. */
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
     * When to ask next, the attempts being not exhausted.
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
