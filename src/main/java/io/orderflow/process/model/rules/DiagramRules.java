package io.orderflow.process.model.rules;

import io.orderflow.process.model.DeploymentRule;
import io.orderflow.process.model.LiveModels;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** The rules about diagrams, applied to each diagram of a deployment. */
@Component
class DiagramRules implements DeploymentRule {

    private final List<DiagramRule> rules;

    DiagramRules(List<DiagramRule> rules) {
        this.rules = rules;
    }

    @Override
    public Stream<ModelFinding> check(Collection<ModelFile> files, LiveModels live) {
        List<Contents> contents = files.stream().map(Contents::of).toList();
        Surroundings around = new Surroundings(contents, live);
        return Stream.of(
                        contents.stream().flatMap(DiagramRules::unreadable),
                        twice(contents),
                        contents.stream().flatMap(file -> check(file, around)))
                .flatMap(findings -> findings);
    }

    private Stream<ModelFinding> check(Contents file, Surroundings around) {
        try {
            return file.diagram().stream()
                    .flatMap(diagram -> rules.stream().flatMap(rule -> rule.check(diagram, around)))
                    .toList()
                    .stream();
        } catch (ModelException e) {
            return Stream.of(ModelFinding.ofUnreadable(file.file(), String.valueOf(e.getMessage())));
        }
    }

    /** Refuses two files of a deployment that define the same. */
    private static Stream<ModelFinding> twice(List<Contents> contents) {
        Map<Contents.Key, List<ModelFile>> defining = contents.stream()
                .flatMap(file -> file.defines().stream().map(key -> Map.entry(key, file.file())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return defining.entrySet().stream()
                .filter(twice -> twice.getValue().size() > 1)
                .map(twice -> ModelFinding.ofFile(
                        twice.getValue().get(1),
                        "only-once",
                        "the " + twice.getKey() + " is in this deployment twice, in "
                                + twice.getValue().stream().map(ModelFile::name).collect(Collectors.joining(" and "))
                                + ": nobody could tell which of them is in force.",
                        "Send one of them only."));
    }

    private static Stream<ModelFinding> unreadable(Contents contents) {
        return contents.unreadable().stream().map(reason -> ModelFinding.ofUnreadable(contents.file(), reason));
    }
}
