package io.orderflow.process.versions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process or of a decision table.
 *
 * @param key the id in the file
 * @param name the label in the file; null if it has none
 * @param version the number, which the engine counts from 1
 * @param current whether it is the version for what begins from now on
 * @param deployedAt when it was deployed
 * @param deployedBy the user who deployed it; null if the application did
 * @param file the name of its file
 * @param deployment the id of its deployment in the engine, which also has the forms and tables to which it is bound
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
