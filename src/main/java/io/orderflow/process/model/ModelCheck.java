package io.orderflow.process.model;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds all files of one deployment against all rules. */
@Component
class ModelCheck {

    private static final int MOST = 50;

    private final List<ModelRule> rules;

    ModelCheck(List<ModelRule> rules) {
        this.rules = rules;
    }

    /** What is wrong, file by file, up to what somebody would read; empty when everything may be deployed. */
    List<Finding> check(Collection<ModelFile> files) {
        return files.stream()
                .flatMap(file -> rules.stream().flatMap(rule -> rule.check(file)))
                .limit(MOST)
                .toList();
    }
}
