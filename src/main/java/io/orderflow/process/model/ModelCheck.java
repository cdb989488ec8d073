package io.orderflow.process.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The check of all files of one deployment by all rules. */
@Component
class ModelCheck {

    private static final int MOST = 50;

    private final List<ModelRule> rules;
    private final List<DeploymentRule> together;

    ModelCheck(List<ModelRule> rules, List<DeploymentRule> together) {
        this.rules = rules;
        this.together = together;
    }

    /** Checks files beside which no models are in use. */
    List<ModelFinding> check(Collection<ModelFile> files) {
        return check(files, LiveModels.NONE);
    }

    /**
     * Returns what is wrong with the files, at most as much as somebody would read: first what is refused, then the
     * warnings. The rules about all files together apply only if no single file is refused.
     */
    List<ModelFinding> check(Collection<ModelFile> files, LiveModels live) {
        List<ModelFinding> alone = alone(files);
        return alone.isEmpty() ? together(files, live) : alone;
    }

    /** Returns what is wrong with single files, whatever they are deployed with. */
    List<ModelFinding> alone(Collection<ModelFile> files) {
        return files.stream()
                .flatMap(file -> rules.stream().flatMap(rule -> rule.check(file)))
                .limit(MOST)
                .toList();
    }

    private List<ModelFinding> together(Collection<ModelFile> files, LiveModels live) {
        return together.stream()
                .flatMap(rule -> rule.check(files, live))
                .distinct()
                .sorted(Comparator.comparing(ModelFinding::severity))
                .limit(MOST)
                .toList();
    }
}
