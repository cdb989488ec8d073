package io.orderflow.process.versions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process or of a decision table.
 *
 * @param key the id in the file
 * @param name the label in the file; null where it has none
 * @param version counted by the engine from 1
 * @param current whether it is the version for whatever begins from now on
 * @param deployedAt since when it is there
 * @param deployedBy the user who deployed it; null where the application did, and once the engine's history is cleaned
 *     up
 * @param file the name of its file
 * @param deployment the engine's id of the deployment that holds it with the forms and tables it is bound to
 * @param running how many processes run on it; 0 for a table
 */
record DeployedVersion(
        String key,
        @Nullable String name,
        @Schema(description = "PROCESS or DECISION") Kind kind,
        int version,
        boolean current,
        Instant deployedAt,
        @Nullable String deployedBy,
        String file,
        String deployment,
        long running) {

    enum Kind {
        PROCESS,
        DECISION
    }
}
