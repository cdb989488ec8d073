package io.orderflow.process.versions;

import io.orderflow.process.versions.ModelImpact.AtElement;
import java.time.Instant;
import java.util.List;

/**
 * The progress of the latest migration to a version of a process.
 *
 * @param key the id of the process in the file
 * @param version the version to which processes are migrated
 * @param startedAt when the migration was started
 * @param startedBy the user who started it
 * @param toFollow how many processes could follow when it was started
 * @param followed how many of them have followed
 * @param ended how many of them had ended, or were on another version, before it was their turn
 * @param left how many of them are still to come
 * @param stayed where the others stood, those that could not follow from the start and those that could not any more; a
 *     process at two elements counts at one
 */
record MigrationReport(
        String key,
        int version,
        Instant startedAt,
        String startedBy,
        long toFollow,
        long followed,
        long ended,
        long left,
        List<AtElement> stayed) {}
