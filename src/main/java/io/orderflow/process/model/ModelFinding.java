package io.orderflow.process.model;

/**
 * What a rule finds wrong with an element of a file. A refused one would stop or harm the shop; a warning does not stop
 * the deployment.
 *
 * @param file the name of the file
 * @param element the id of the element; empty if the file as a whole is meant
 * @param label the name of the element for people; may be empty
 * @param severity whether the deployment is refused
 * @param rule the name of the rule
 * @param message what is wrong, and what would happen to whom
 * @param remedy what to do instead
 */
public record ModelFinding(
        String file, String element, String label, Severity severity, String rule, String message, String remedy) {

    /** Whether the deployment is refused. */
    public enum Severity {
        REFUSED,
        WARNING
    }

    private static final int QUOTED = 120;

    /** Makes the texts safe to print: none from outside has a line break or fills a page. */
    public ModelFinding {
        file = quotable(file);
        element = quotable(element);
        label = quotable(label);
        message = message.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    /** Returns a refusal of a file as a whole. */
    public static ModelFinding ofFile(ModelFile file, String rule, String message, String remedy) {
        return new ModelFinding(file.name(), "", "", Severity.REFUSED, rule, message, remedy);
    }

    /** Returns a refusal of a file that cannot be read as what its name says. */
    public static ModelFinding ofUnreadable(ModelFile file, String reason) {
        return ofFile(
                file,
                "readable",
                "the file cannot be read: " + quotable(reason),
                "Save it with Camunda Modeler again.");
    }

    /** Returns a text from outside in one short line. */
    public static String quotable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }

    /** Returns whether the deployment is refused. */
    public boolean refused() {
        return severity == Severity.REFUSED;
    }

    /** Returns all of it in words for people. */
    public String sentence() {
        String place = label.isEmpty() ? element : label + " (" + element + ")";
        return file + (place.isEmpty() ? "" : ", " + place) + ": " + message + " " + remedy;
    }
}
