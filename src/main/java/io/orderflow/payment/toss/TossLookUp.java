package io.orderflow.payment.toss;

/** The result of a look-up. */
sealed interface TossLookUp {

    record Found(TossPayment payment) implements TossLookUp {}

    /** The gateway knows no such payment. */
    record Absent(String words) implements TossLookUp {}

    /** The request for the look-up was wrong, which is our own fault. */
    record Wrong(String code, String message) implements TossLookUp {}

    /** The look-up gave no clear result. */
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
