package io.orderflow.process.versions;

import io.orderflow.process.versions.ModelImpact.AtElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The migration of running processes to another version, by the engine's own plans and batches. */
@Service
class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    /** The row for which the deployments of the engine wait, too. */
    private static final String ONE_AT_A_TIME =
            "select rev_ from act_ge_property where name_ = 'deployment.lock' for update";
    /** The suffix that the engine adds to the id of an element that is repeated. */
    private static final String REPEATED = "#multiInstanceBody";

    /**
     * A batch that the engine carries out. Cockpit and the engine's REST API show its progress.
     *
     * @param fromVersion the version from which processes are migrated
     * @param batch the id of the batch in the engine
     * @param processes how many processes are migrated
     */
    record Started(int fromVersion, String batch, int processes) {}

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    Migration(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient database,
            TransactionTemplate transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.database = database;
        this.transactions = transactions;
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
        ProcessDefinition target = definition(to);
        List<AtElement> elements = new ArrayList<>();
        long running = 0;
        for (ProcessDefinition source : others(target)) {
            long instances = runtime.createProcessInstanceQuery()
                    .processDefinitionId(source.getId())
                    .count();
            if (instances > 0) {
                running += instances;
                elements.addAll(elements(source, target, plan(source, target, mapping)));
            }
        }
        return new ModelImpact(to.key(), to.version(), to.current(), running, elements);
    }

    /**
     * Migrates the processes that can be migrated, version by version; the others stay on their version. The batches of
     * all versions begin together or not at all. A repeated call finds those that are still on other versions.
     *
     * @param by the user, for the log
     * @throws UnfitMapping if the mapping is refused; nothing is migrated then
     * @throws MigrationUnderWay if an earlier batch is not done, because its processes would be migrated twice
     */
    List<Started> start(DeployedVersion to, Map<String, String> mapping, String by)
            throws UnfitMapping, MigrationUnderWay {
        ProcessDefinition target = definition(to);
        Map<ProcessDefinition, MigrationPlan> plans = new LinkedHashMap<>();
        for (ProcessDefinition source : others(target)) {
            plans.put(source, plan(source, target, mapping));
        }
        return Objects.requireNonNull(transactions.execute(transaction -> {
                    database.sql(ONE_AT_A_TIME).query().singleValue();
                    return isUnderWay() ? Optional.<List<Started>>empty() : Optional.of(begin(plans, target, to, by));
                }))
                .orElseThrow(MigrationUnderWay::new);
    }

    /** Whether a batch still has jobs to do; jobs that have failed for good wait for a person. */
    private boolean isUnderWay() {
        return management.createBatchStatisticsQuery().type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).list().stream()
                .anyMatch(batch -> batch.getRemainingJobs() > batch.getFailedJobs());
    }

    private List<Started> begin(
            Map<ProcessDefinition, MigrationPlan> plans, ProcessDefinition target, DeployedVersion to, String by) {
        List<Started> started = new ArrayList<>();
        plans.forEach((source, plan) -> {
            List<String> following = following(source, target, plan);
            if (!following.isEmpty()) {
                Batch batch =
                        runtime.newMigration(plan).processInstanceIds(following).executeAsync();
                LOG.info(
                        "{} lets {} processes of {} follow from version {} to {} (batch {})",
                        by,
                        following.size(),
                        to.key(),
                        source.getVersion(),
                        to.version(),
                        batch.getId());
                started.add(new Started(source.getVersion(), batch.getId(), following.size()));
            }
        });
        return started;
    }

    private List<String> following(ProcessDefinition source, ProcessDefinition target, MigrationPlan plan) {
        String[] staying = elements(source, target, plan).stream()
                .filter(element -> !element.follows())
                .map(AtElement::element)
                .toArray(String[]::new);
        Set<String> left = staying.length == 0 ? Set.of() : ids(source, staying);
        return runtime.createProcessInstanceQuery().processDefinitionId(source.getId()).list().stream()
                .map(ProcessInstance::getId)
                .filter(id -> !left.contains(id))
                .toList();
    }

    private Set<String> ids(ProcessDefinition source, String... elements) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(source.getId())
                .activityIdIn(elements)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private ProcessDefinition definition(DeployedVersion version) {
        return Objects.requireNonNull(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(version.key())
                .processDefinitionVersion(version.version())
                .singleResult());
    }

    private List<ProcessDefinition> others(ProcessDefinition target) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(target.getKey())
                .orderByProcessDefinitionVersion()
                .asc()
                .list()
                .stream()
                .filter(other -> !other.getId().equals(target.getId()))
                .toList();
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

    private List<AtElement> elements(ProcessDefinition source, ProcessDefinition target, MigrationPlan plan) {
        Map<String, String> follows = plan.getInstructions().stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
        return management.createActivityStatisticsQuery(source.getId()).list().stream()
                .filter(statistics -> statistics.getInstances() > 0)
                .map(statistics -> at(source, target, statistics, follows.get(statistics.getId())))
                .toList();
    }

    private AtElement at(
            ProcessDefinition source, ProcessDefinition target, ActivityStatistics standing, @Nullable String follows) {
        String id = standing.getId();
        return new AtElement(
                source.getVersion(),
                id,
                label(source, id),
                standing.getInstances(),
                follows != null,
                follows,
                follows != null ? null : reason(target, id));
    }

    private String reason(ProcessDefinition target, String id) {
        return element(target, id) == null
                ? "version %d has no element with the id %s".formatted(target.getVersion(), id)
                : "in version %d it is another kind of element, or it stands in another part"
                        .formatted(target.getVersion());
    }

    private @Nullable String label(ProcessDefinition definition, String id) {
        return element(definition, id) instanceof FlowElement found ? found.getName() : null;
    }

    private @Nullable ModelElementInstance element(ProcessDefinition definition, String id) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementById(id.replace(REPEATED, ""));
    }
}
