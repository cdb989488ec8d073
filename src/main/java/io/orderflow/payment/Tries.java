package io.orderflow.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How often the gateway was asked for one thing, and what it said last. A try counts from its beginning. */
@Embeddable
class Tries {

    private static final int LONGEST_ANSWER = 500;

    @Column(name = "tries")
    private int begun;
    private int giveUpAfter;
    private int round;
    private boolean refused;
    private String lastAnswer;

    protected Tries() {}

    Tries(List<Duration> waits) {
        round = 1;
        renew(waits);
    }

    /**
     * Allows as many tries again as there were at first. After a definite no they are another round, which needs another
     * idempotency key: under the old one the gateway would only say no again. After unknown answers they are the same round.
     */
    void renew(List<Duration> waits) {
        giveUpAfter = begun + waits.size() + 1;
        round += refused ? 1 : 0;
        refused = false;
    }

    /** Returns whether the gateway may have been asked before. */
    boolean begin() {
        return begun++ > 0;
    }

    /** The last one was none: the gateway was not asked. */
    void takeBack() {
        begun--;
    }

    void note(String answer) {
        lastAnswer = answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER));
    }

    /** A definite no: nothing was done. */
    void noteRefusal(String answer) {
        note(answer);
        refused = true;
    }

    boolean areUsedUp() {
        return begun >= giveUpAfter;
    }

    /** When to try next, the tries being not used up. */
    Instant next(List<Duration> waits, Instant now) {
        int left = giveUpAfter - begun;
        return now.plus(waits.get(Math.max(0, waits.size() - left)));
    }

    int round() {
        return round;
    }

    int begun() {
        return begun;
    }

    String lastAnswer() {
        return lastAnswer;
    }
}
