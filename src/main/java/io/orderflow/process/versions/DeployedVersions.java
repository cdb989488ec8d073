package io.orderflow.process.versions;

import io.orderflow.process.model.DeployedBy;
import io.orderflow.process.versions.DeployedVersion.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.xml.ModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The versions of all processes and decision tables in the engine. */
@Service
class DeployedVersions {

    private static final Comparator<DeployedVersion> BY_KEY_LATEST_FIRST = Comparator.comparing(DeployedVersion::key)
            .thenComparing(DeployedVersion::kind)
            .thenComparing(Comparator.comparing(DeployedVersion::version).reversed());

    private final RepositoryService repository;
    private final DeployedBy deployments;
    private final JdbcClient database;

    DeployedVersions(RepositoryService repository, DeployedBy deployments, JdbcClient database) {
        this.repository = repository;
        this.deployments = deployments;
        this.database = database;
    }

    /** Returns all versions, by key, the latest of each first. */
    List<DeployedVersion> all() {
        List<ResourceDefinition> definitions = Stream.<ResourceDefinition>concat(
                        repository.createProcessDefinitionQuery().list().stream(),
                        repository.createDecisionDefinitionQuery().list().stream())
                .toList();
        return describe(definitions);
    }

    /** Returns the version of a process or, if there is none, of a table; empty if there is none either. */
    Optional<DeployedVersion> find(String key, int version) {
        return version < 1
                ? Optional.empty()
                : definition(key, version).map(found -> describe(List.of(found)).get(0));
    }

    /** Returns the newest version of the process or table with this key; empty if there is none. */
    Optional<DeployedVersion> current(String key) {
        return Stream.of(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .latestVersion()
                                .list(),
                        repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .latestVersion()
                                .list())
                .flatMap(List::stream)
                .findFirst()
                .map(found -> describe(List.of(found)).get(0));
    }

    /** Returns what the later of two versions of the same process or table says differently. */
    List<ModelChange> changes(DeployedVersion earlier, DeployedVersion later) {
        return new DrawnElements(model(earlier)).changesTo(new DrawnElements(model(later)));
    }

    /** Returns the text of a version's file as it was deployed. */
    String content(DeployedVersion version) {
        try (InputStream file = repository.getResourceAsStream(version.deployment(), version.file())) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelInstance model(DeployedVersion version) {
        String id = definition(version.key(), version.version()).orElseThrow().getId();
        return version.kind() == Kind.PROCESS
                ? repository.getBpmnModelInstance(id)
                : repository.getDmnModelInstance(id);
    }

    private Optional<ResourceDefinition> definition(String key, int version) {
        return Optional.<ResourceDefinition>ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .processDefinitionVersion(version)
                        .singleResult())
                .or(() -> Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .decisionDefinitionVersion(version)
                        .singleResult()));
    }

    private List<DeployedVersion> describe(List<? extends ResourceDefinition> definitions) {
        Map<String, Deployment> known = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, deployment -> deployment));
        Map<String, String> authors = deployments.all();
        Map<String, Long> running = running();
        Set<String> newest = newest();
        List<DeployedVersion> versions = new ArrayList<>();
        for (ResourceDefinition definition : definitions) {
            Deployment deployment = known.get(definition.getDeploymentId());
            if (deployment != null) { // Somebody may be deleting it.
                versions.add(new DeployedVersion(
                        definition.getKey(),
                        definition.getName(),
                        definition instanceof DecisionDefinition ? Kind.DECISION : Kind.PROCESS,
                        definition.getVersion(),
                        newest.contains(definition.getId()),
                        deployment.getDeploymentTime().toInstant(),
                        authors.get(deployment.getId()),
                        definition.getResourceName(),
                        deployment.getId(),
                        running.getOrDefault(definition.getId(), 0L)));
            }
        }
        versions.sort(BY_KEY_LATEST_FIRST);
        return versions;
    }

    private Set<String> newest() {
        Set<String> ids = new HashSet<>();
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(process -> ids.add(process.getId()));
        repository.createDecisionDefinitionQuery().latestVersion().list().forEach(table -> ids.add(table.getId()));
        return ids;
    }

    /** Returns how many processes run on each definition, by one statement. */
    private Map<String, Long> running() {
        Map<String, Long> running = new HashMap<>();
        database.sql(
                        "select proc_def_id_, count(*) from act_ru_execution where id_ = proc_inst_id_ group by proc_def_id_")
                .query((row, number) -> running.put(row.getString(1), row.getLong(2)))
                .list();
        return running;
    }
}
