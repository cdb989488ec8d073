package io.orderflow.process.versions;

import io.orderflow.process.model.Finding;
import java.util.List;

/** The refusal of files by the rules about models. */
class ModelRefused extends Exception {

    private final transient List<Finding> findings;

    ModelRefused(List<Finding> findings) {
        super(findings.get(0).sentence());
        this.findings = findings;
    }

    List<Finding> findings() {
        return findings;
    }
}
