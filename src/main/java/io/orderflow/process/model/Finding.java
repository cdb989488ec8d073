package io.orderflow.process.model;

/**
 * What a rule has against one element of one file.
 *
 * @param file the file's name
 * @param element the element's id; empty where the file as a whole is meant
 * @param label what people call the element; may be empty
 * @param rule which rule it is
 * @param message what is wrong
 * @param remedy what to do instead
 */
record Finding(String file, String element, String label, String rule, String message, String remedy) {

    private static final int QUOTED = 120;

    /** Nothing from outside breaks a line, or fills a page. */
    Finding {
        file = quotable(file);
        element = quotable(element);
        label = quotable(label);
        message = message.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    static Finding ofFile(ModelFile file, String rule, String message, String remedy) {
        return new Finding(file.name(), "", "", rule, message, remedy);
    }

    static Finding ofUnreadable(ModelFile file, String reason) {
        return ofFile(
                file,
                "readable",
                "the file cannot be read: " + quotable(reason),
                "Save it with Camunda Modeler again.");
    }

    static String quotable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }

    /** The whole of it for people. */
    String sentence() {
        String place = label.isEmpty() ? element : label + " (" + element + ")";
        return file + (place.isEmpty() ? "" : ", " + place) + ": " + message + " " + remedy;
    }
}
