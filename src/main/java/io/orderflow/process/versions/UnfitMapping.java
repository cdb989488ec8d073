package io.orderflow.process.versions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A refusal: processes cannot be migrated as a mapping of elements says. */
class UnfitMapping extends Exception {

    UnfitMapping(String reason) {
        super(reason);
    }

    /**
     * A mapping only says under which new id an element goes on that has lost its old one. Otherwise it could take an
     * order from one step of ours to another one, past what lies in between.
     *
     * @param source the ids in the version from which processes are migrated
     * @param target the ids in the version to which they are migrated
     * @throws UnfitMapping if an element of the mapping is in both versions
     */
    static void unlessRenamed(Collection<Map.Entry<String, String>> mapping, Set<String> source, Set<String> target)
            throws UnfitMapping {
        for (Map.Entry<String, String> pair : mapping) {
            for (String element : List.of(pair.getKey(), pair.getValue())) {
                if (source.contains(element) && target.contains(element)) {
                    throw new UnfitMapping(
                            element + " is in both versions, so whatever stands there stays there, and nothing else"
                                    + " comes there");
                }
            }
        }
    }
}
