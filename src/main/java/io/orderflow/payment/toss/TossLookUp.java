package io.orderflow.payment.toss;

/** What a look-up brought. */
sealed interface TossLookUp {

    record Found(TossPayment payment) implements TossLookUp {}

    /** The gateway knows no such payment. */
    record Absent(String words) implements TossLookUp {}

    /** The look-up itself was wrong. */
    record Wrong(String code, String message) implements TossLookUp {}

    /** Nothing can be said. */
    record Unclear(String words) implements TossLookUp {}

    static TossLookUp of(TossAnswer answer) {
        if (answer.isOk()) {
            return new Found(TossPayment.of(answer.body()));
        }
        return switch (TossErrorMeaning.onReading(answer.code())) {
            case NOT_FOUND -> new Absent(answer.words());
            case OURS -> new Wrong(answer.code(), answer.message());
            default -> new Unclear(answer.words());
        };
    }
}
