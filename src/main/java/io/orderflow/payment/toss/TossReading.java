package io.orderflow.payment.toss;

/** What a look-up brought. */
sealed interface TossReading {

    record Found(TossPayment payment) implements TossReading {}

    /** The gateway knows no such payment. */
    record Absent(String words) implements TossReading {}

    /** The look-up itself was wrong. */
    record Wrong(String code, String message) implements TossReading {}

    /** Nothing can be said. */
    record Unclear(String words) implements TossReading {}

    static TossReading of(TossAnswer answer) {
        if (answer.isOk()) {
            return new Found(TossPayment.of(answer.body()));
        }
        return switch (TossVerdict.onReading(answer.code())) {
            case NOT_FOUND -> new Absent(answer.words());
            case OURS -> new Wrong(answer.code(), answer.message());
            default -> new Unclear(answer.words());
        };
    }
}
