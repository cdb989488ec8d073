package io.orderflow.process.model;

/**
 * What a rule has against one element of one file. What is refused would stop or harm the shop; a warning is told and
 * let through.
 *
 * @param file the file's name
 * @param element the element's id; empty where the file as a whole is meant
 * @param label what people call the element; may be empty
 * @param severity whether it keeps the files from being deployed
 * @param rule which rule it is
 * @param message what is wrong, and what would come of it for whom
 * @param remedy what to do instead
 */
public record Finding(
        String file, String element, String label, Severity severity, String rule, String message, String remedy) {

    /** Whether a finding keeps a deployment from being made. */
    public enum Severity {
        REFUSED,
        WARNING
    }

    private static final int QUOTED = 120;

    /** Nothing from outside breaks a line, or fills a page. */
    public Finding {
        file = quotable(file);
        element = quotable(element);
        label = quotable(label);
        message = message.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    /** Of a file as a whole. */
    public static Finding ofFile(ModelFile file, String rule, String message, String remedy) {
        return new Finding(file.name(), "", "", Severity.REFUSED, rule, message, remedy);
    }

    /** Of a file that is not what its name says. */
    public static Finding ofUnreadable(ModelFile file, String reason) {
        return ofFile(
                file,
                "readable",
                "the file cannot be read: " + quotable(reason),
                "Save it with Camunda Modeler again.");
    }

    /** A text from outside, short and in one line. */
    public static String quotable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }

    /** Whether it keeps the files from being deployed. */
    public boolean refused() {
        return severity == Severity.REFUSED;
    }

    /** The whole of it for people. */
    public String sentence() {
        String place = label.isEmpty() ? element : label + " (" + element + ")";
        return file + (place.isEmpty() ? "" : ", " + place) + ": " + message + " " + remedy;
    }
}
