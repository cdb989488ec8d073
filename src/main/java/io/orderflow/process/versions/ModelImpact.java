package io.orderflow.process.versions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a process means for those that run on the other versions of it.
 *
 * @param key the id of the process in the file
 * @param version the version that they would follow to
 * @param current whether it is the version for whatever begins from now on
 * @param running how many run on other versions
 * @param elements where they stand; one that stands at two elements counts at both
 */
record ModelImpact(String key, int version, boolean current, long running, List<AtElement> elements) {

    /**
     * Those that stand at one element.
     *
     * @param fromVersion the version on which they run
     * @param element the element's id
     * @param label what people call it; null where it has no label
     * @param running how many stand there
     * @param follows whether they can follow by migration
     * @param toElement the element where they stand then; null where they cannot follow
     * @param reason why they cannot; null where they can
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
