package io.orderflow.mutations;

import io.orderflow.process.model.ModelFile;

/**
 * One of our diagrams with one change.
 *
 * @param kind what kind of change it is
 * @param element the id of the element, or of the one that it is part of
 * @param label how people find the element in the diagram
 * @param change what was changed about the element, in words
 * @param file the whole file with the change
 */
record Mutant(String kind, String element, String label, String change, ModelFile file) {

    /** Returns what tells this mutant from all others, and stays the same from one run to the next. */
    String name() {
        return "%s: %s (%s), %s".formatted(file.name(), label, element, change);
    }
}
