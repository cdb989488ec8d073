package io.orderflow.process.versions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effect that a version of a process has on processes that run on its other versions.
 *
 * @param key the id of the process in the file
 * @param version the version to which they would be migrated
 * @param current whether it is the version for what begins from now on
 * @param running how many run on other versions
 * @param elements where they stand; a process at two elements counts at both
 */
record ModelImpact(String key, int version, boolean current, long running, List<AtElement> elements) {

    /**
     * The processes at an element.
     *
     * @param fromVersion the version on which they run
     * @param element the id of the element
     * @param label the name of the element; null if it has none
     * @param running how many processes are there
     * @param follows whether they can be migrated
     * @param toElement the id of the element at which they are then; null if they cannot be migrated
     * @param reason why they cannot be migrated; null if they can
     */
    record AtElement(
            int fromVersion,
            String element,
            @Nullable String label,
            long running,
            boolean follows,
            @Nullable String toElement,
            @Nullable String reason) {}
}
