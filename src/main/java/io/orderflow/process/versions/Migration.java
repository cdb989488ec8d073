package io.orderflow.process.versions;

import io.orderflow.process.versions.ModelImpact.AtElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The migration of running processes to another version, by the engine's own plans and batches. */
@Service
class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    /** The row for which the deployments of the engine wait, too. */
    private static final String ONE_AT_A_TIME =
            "select rev_ from act_ge_property where name_ = 'deployment.lock' for update";

    /**
     * A batch that the engine carries out. Cockpit and the engine's REST API show its progress.
     *
     * @param fromVersion the version from which processes are migrated
     * @param batch the id of the batch in the engine
     * @param processes how many processes are migrated
     */
    record Started(int fromVersion, String batch, int processes) {}

    /**
     * The result of a request to migrate processes.
     *
     * @param impact where the processes stood, and which can be migrated
     * @param batches the batches that the engine carries out now; empty after a dry run
     */
    record Begun(ModelImpact impact, List<Started> batches) {}

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final MigrationRecords records;
    private final JdbcClient database;

    Migration(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            MigrationRecords records,
            JdbcClient database) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.records = records;
        this.database = database;
    }

    /**
     * Returns where the processes on other versions stand and which of them can be migrated to this one. It changes
     * nothing.
     *
     * @param mapping the ids of elements of other versions, each with the id that replaces it in this version;
     *     unchanged ids need not be in it
     * @throws UnfitMapping if the engine refuses the mapping
     */
    ModelImpact impact(DeployedVersion to, Map<String, String> mapping) throws UnfitMapping {
        return impact(to, plans(definition(to), mapping));
    }

    /**
     * Migrates the processes that can be migrated, version by version; the others stay on their version. The batches of
     * all versions begin together or not at all. A repeated call finds those that are still on other versions.
     *
     * @param by the user, for the log and the report
     * @throws UnfitMapping if the mapping is refused; nothing is migrated then
     * @throws MigrationUnderWay if an earlier batch is not done, because its processes would be migrated twice
     */
    // The lock lasts as long as the transaction, so no other migration starts between the look and the batches.
    @Transactional(rollbackFor = Exception.class)
    public Begun start(DeployedVersion to, Map<String, String> mapping, String by)
            throws UnfitMapping, MigrationUnderWay {
        database.sql(ONE_AT_A_TIME).query().singleValue();
        if (isUnderWay()) {
            throw new MigrationUnderWay();
        }
        List<MigrationPlan> plans = plans(definition(to), mapping);
        ModelImpact impact = impact(to, plans);
        return new Begun(impact, impact.running() == 0 ? List.of() : begin(to, plans, impact.elements(), by));
    }

    /** Returns the progress of the latest migration to this version; empty if none found a process to migrate. */
    Optional<MigrationReport> latest(DeployedVersion to) {
        return records.latest(to);
    }

    /** Whether a batch still has jobs to do; jobs that have failed for good wait for a person. */
    private boolean isUnderWay() {
        return management.createBatchStatisticsQuery().type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).list().stream()
                .anyMatch(batch -> batch.getRemainingJobs() > batch.getFailedJobs());
    }

    private ModelImpact impact(DeployedVersion to, List<MigrationPlan> plans) {
        List<AtElement> elements = new ArrayList<>();
        long running = 0;
        for (MigrationPlan plan : plans) {
            running += on(plan).count();
            Standing standing = new Standing(repository, plan);
            management.createActivityStatisticsQuery(plan.getSourceProcessDefinitionId()).list().stream()
                    .filter(statistics -> statistics.getInstances() > 0)
                    .map(statistics -> standing.at(statistics.getId(), statistics.getInstances()))
                    .forEach(elements::add);
        }
        return new ModelImpact(to.key(), to.version(), to.current(), running, elements);
    }

    private List<Started> begin(DeployedVersion to, List<MigrationPlan> plans, List<AtElement> elements, String by) {
        UUID migration = records.start(to, by);
        List<Started> started = new ArrayList<>();
        for (MigrationPlan plan : plans) {
            int from = repository
                    .getProcessDefinition(plan.getSourceProcessDefinitionId())
                    .getVersion();
            Map<String, AtElement> staying = new HashMap<>();
            elements.stream()
                    .filter(at -> at.fromVersion() == from && !at.follows())
                    .forEach(at -> ids(on(plan).activityIdIn(at.element())).forEach(id -> staying.put(id, at)));
            records.addStaying(migration, staying);
            List<String> following =
                    ids(on(plan)).filter(id -> !staying.containsKey(id)).toList();
            if (!following.isEmpty()) {
                String batch = runtime.newMigration(plan)
                        .processInstanceIds(following)
                        .executeAsync()
                        .getId();
                records.addLeft(migration, from, batch, following);
                LOG.info(
                        "{} lets {} processes of {} follow from version {} to {} (batch {})",
                        by,
                        following.size(),
                        to.key(),
                        from,
                        to.version(),
                        batch);
                started.add(new Started(from, batch, following.size()));
            }
        }
        return started;
    }

    private ProcessInstanceQuery on(MigrationPlan plan) {
        return runtime.createProcessInstanceQuery().processDefinitionId(plan.getSourceProcessDefinitionId());
    }

    private static Stream<String> ids(ProcessInstanceQuery query) {
        return query.list().stream().map(ProcessInstance::getId);
    }

    private ProcessDefinition definition(DeployedVersion version) {
        return Objects.requireNonNull(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(version.key())
                .processDefinitionVersion(version.version())
                .singleResult());
    }

    /** Returns a plan for each other version on which processes run. */
    private List<MigrationPlan> plans(ProcessDefinition target, Map<String, String> mapping) throws UnfitMapping {
        List<MigrationPlan> plans = new ArrayList<>();
        for (ProcessDefinition source : repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(target.getKey())
                .orderByProcessDefinitionVersion()
                .asc()
                .list()) {
            if (!source.getId().equals(target.getId()) && isInUse(source)) {
                plans.add(plan(source, target, mapping));
            }
        }
        return plans;
    }

    private boolean isInUse(ProcessDefinition definition) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .count()
                > 0;
    }

    private MigrationPlan plan(ProcessDefinition source, ProcessDefinition target, Map<String, String> mapping)
            throws UnfitMapping {
        MigrationPlanBuilder plan = runtime.createMigrationPlan(source.getId(), target.getId());
        Set<String> known = ids(source);
        List<Map.Entry<String, String>> renamed = mapping.entrySet().stream()
                .filter(pair -> known.contains(pair.getKey()) && !pair.getKey().equals(pair.getValue()))
                .toList();
        UnfitMapping.unlessRenamed(renamed, known, ids(target));
        try {
            plan.mapEqualActivities();
            renamed.forEach(pair -> plan.mapActivities(pair.getKey(), pair.getValue()));
            return plan.build();
        } catch (MigrationPlanValidationException e) {
            throw new UnfitMapping(String.valueOf(e.getMessage()));
        }
    }

    private Set<String> ids(ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowElement.class).stream()
                .map(FlowElement::getId)
                .collect(Collectors.toSet());
    }
}
