package io.orderflow.process.versions;

import io.orderflow.process.versions.ModelImpact.AtElement;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The elements of a version at which processes stand, and whether a plan lets them follow from there. */
class Standing {

    /** The suffix that the engine adds to the id of an element that is repeated. */
    private static final String REPEATED = "#multiInstanceBody";

    private final RepositoryService repository;
    private final ProcessDefinition source;
    private final ProcessDefinition target;
    private final Map<String, String> follows;

    Standing(RepositoryService repository, MigrationPlan plan) {
        this.repository = repository;
        this.source = repository.getProcessDefinition(plan.getSourceProcessDefinitionId());
        this.target = repository.getProcessDefinition(plan.getTargetProcessDefinitionId());
        this.follows = plan.getInstructions().stream()
                .collect(Collectors.toMap(
                        MigrationInstruction::getSourceActivityId, MigrationInstruction::getTargetActivityId));
    }

    /** Returns what the plan says of the processes at an element. */
    AtElement at(String id, long running) {
        String next = follows.get(id);
        return new AtElement(
                source.getVersion(), id, label(id), running, next != null, next, next != null ? null : reason(id));
    }

    /** Returns why a process at an element stays, in the engine's words if it is not for the lack of an instruction. */
    AtElement stays(String id, String failure) {
        boolean isUnmapped = !follows.containsKey(id) && element(source, id) instanceof FlowElement;
        return new AtElement(source.getVersion(), id, label(id), 1, false, null, isUnmapped ? reason(id) : failure);
    }

    private String reason(String id) {
        return element(target, id) == null
                ? "version %d has no element with the id %s".formatted(target.getVersion(), id)
                : "in version %d it is another kind of element, or it stands in another part"
                        .formatted(target.getVersion());
    }

    private @Nullable String label(String id) {
        return element(source, id) instanceof FlowElement found ? found.getName() : null;
    }

    private @Nullable ModelElementInstance element(ProcessDefinition definition, String id) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementById(id.replace(REPEATED, ""));
    }
}
