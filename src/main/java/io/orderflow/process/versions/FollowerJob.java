package io.orderflow.process.versions;

import io.orderflow.process.versions.MigrationRecords.Outcome;
import io.orderflow.process.versions.ModelImpact.AtElement;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchConfiguration;
import org.camunda.bpm.engine.impl.migration.batch.MigrationBatchJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * The engine's job of a batch that migrates one process. It also notes what has become of the process, in the same
 * transaction. A process that has ended since the batch began, or has moved to where it cannot follow, makes the job
 * fail only in batches that were not started by {@link Migration}.
 */
class FollowerJob extends MigrationBatchJobHandler {

    private final MigrationRecords records;

    FollowerJob(MigrationRecords records) {
        this.records = records;
    }

    /** Returns 1, so that no process is held up by another one, whatever the engine is configured to. */
    @Override
    public int calculateInvocationsPerBatchJob(String batchType, MigrationBatchConfiguration configuration) {
        return 1;
    }

    @Override
    public void executeHandler(
            MigrationBatchConfiguration batch,
            @Nullable ExecutionEntity none,
            CommandContext context,
            @Nullable String tenant) {
        String process = batch.getIds().get(0);
        if (isGone(batch, process, context) && records.note(batch.getBatchId(), process, Outcome.ENDED, null)) {
            return;
        }
        try {
            super.executeHandler(batch, none, context, tenant);
            records.note(batch.getBatchId(), process, Outcome.FOLLOWED, null);
        } catch (MigratingProcessInstanceValidationException e) { // The engine has not changed anything yet.
            if (!records.note(
                    batch.getBatchId(), process, Outcome.STAYED, at(batch, e.getValidationReport(), context))) {
                throw e;
            }
        }
    }

    private static boolean isGone(MigrationBatchConfiguration batch, String process, CommandContext context) {
        ExecutionEntity found = context.getExecutionManager().findExecutionById(process);
        return found == null
                || !found.getProcessDefinitionId()
                        .equals(batch.getMigrationPlan().getSourceProcessDefinitionId());
    }

    /** Returns the first element from which the process cannot follow; the process itself if it is at fault. */
    private static AtElement at(
            MigrationBatchConfiguration batch,
            MigratingProcessInstanceValidationReport report,
            CommandContext context) {
        Standing standing =
                new Standing(context.getProcessEngineConfiguration().getRepositoryService(), batch.getMigrationPlan());
        return Stream.concat(
                        report.getActivityInstanceReports().stream()
                                .map(at -> standing.stays(at.getSourceScopeId(), first(at.getFailures()))),
                        report.getTransitionInstanceReports().stream()
                                .map(at -> standing.stays(at.getSourceScopeId(), first(at.getFailures()))))
                .findFirst()
                .orElseGet(() -> standing.stays(report.getProcessInstanceId(), first(report.getFailures())));
    }

    private static String first(List<String> failures) {
        return failures.get(0);
    }
}
