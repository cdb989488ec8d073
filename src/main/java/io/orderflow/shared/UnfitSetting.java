package io.orderflow.shared;

/** A setting with which the application does not start; the message says what it must be, never what it is. */
public class UnfitSetting extends IllegalStateException {

    /**
     * @param property the setting's name
     * @param words what it must be, as the rest of a sentence that begins with the name
     */
    public UnfitSetting(String property, String words) {
        super(property + " " + words);
    }
}
