package io.orderflow.shared;

/**
 * The characters that every text may have, at every door: all but lone surrogates and control characters. Tabs and line
 * breaks are allowed. PostgreSQL can store neither NUL nor lone surrogates.
 */
public final class ProperText {

    private ProperText() {}

    /** Returns whether the text has such characters only; true for an empty text. */
    public static boolean is(CharSequence text) {
        return text.codePoints().allMatch(ProperText::isProper);
    }

    /** Returns the text without other characters. */
    public static String of(String text) {
        StringBuilder proper = new StringBuilder(text.length());
        text.codePoints().filter(ProperText::isProper).forEach(proper::appendCodePoint);
        return proper.toString();
    }

    private static boolean isProper(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        return !control && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
