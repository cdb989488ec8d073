package io.orderflow.process.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds all files of one deployment against all rules. */
@Component
class ModelCheck {

    private static final int MOST = 50;

    private final List<ModelRule> rules;
    private final List<DeploymentRule> together;

    ModelCheck(List<ModelRule> rules, List<DeploymentRule> together) {
        this.rules = rules;
        this.together = together;
    }

    /** As {@link #check(Collection, LiveModels)}, of files that stand beside nothing. */
    List<Finding> check(Collection<ModelFile> files) {
        return check(files, LiveModels.NONE);
    }

    /**
     * What is to be said of the files, up to what somebody would read: what is refused, then the warnings. What files
     * say together is looked at when none of them says what no file may say.
     */
    List<Finding> check(Collection<ModelFile> files, LiveModels live) {
        List<Finding> alone = alone(files);
        return alone.isEmpty() ? together(files, live) : alone;
    }

    /** What each file says that none may say, whatever it is deployed with. */
    List<Finding> alone(Collection<ModelFile> files) {
        return files.stream()
                .flatMap(file -> rules.stream().flatMap(rule -> rule.check(file)))
                .limit(MOST)
                .toList();
    }

    private List<Finding> together(Collection<ModelFile> files, LiveModels live) {
        return together.stream()
                .flatMap(rule -> rule.check(files, live))
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .limit(MOST)
                .toList();
    }
}
