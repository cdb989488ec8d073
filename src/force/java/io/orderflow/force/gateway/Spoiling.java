package io.orderflow.force.gateway;

import java.io.IOException;
import java.time.Duration;

/** How each fault looks on the wire. */
final class Spoiling {

    private Spoiling() {}

    /** What happens to a call of which nobody has taken note. */
    static void before(Fault fault, Wire wire, Duration tooLong) throws IOException {
        switch (fault) {
            case RESET -> wire.reset();
            case HANG -> {
                wire.pause(tooLong.multipliedBy(10));
                wire.hangUp();
            }
            case SERVER_ERROR -> wire.send(Answer.no(500, "FAILED_INTERNAL_SYSTEM_PROCESSING"));
            case HTML -> wire.send(Answer.page(502));
            case RATE_LIMITED -> wire.send(Answer.no(429, "TOO_MANY_REQUESTS"));
            case CONFLICT -> wire.send(Keys.RUNNING);
            default -> wire.hangUp();
        }
    }

    /** What happens to the answer of a call that was done. */
    static void after(Fault fault, Answer answer, Wire wire, Duration tooLong) throws IOException {
        switch (fault) {
            case LOST_ANSWER -> wire.hangUp();
            case RESET_ANSWER -> wire.reset();
            case DELAYED_ANSWER -> {
                wire.pause(tooLong);
                wire.send(answer);
            }
            case ERROR_ANSWER -> wire.send(Answer.page(500));
            case GARBAGE -> wire.send(answer.withBody("\u0000{\"status\": \"DONE\" \"totalAmount\": , <html>"));
            case TRUNCATED -> wire.sendHalf(answer);
            case WRONG_ORDER ->
                wire.send(answer.withBody(
                        answer.body().replaceAll("\"orderId\":\"[^\"]*\"", "\"orderId\":\"ORD-20200101-SOMEBODY\"")));
            case WRONG_AMOUNT ->
                wire.send(
                        answer.withBody(answer.body().replaceAll("\"(total|balance)Amount\":\\d+", "\"$1Amount\":7")));
            default -> wire.send(answer);
        }
    }
}
