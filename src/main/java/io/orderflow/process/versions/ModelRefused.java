package io.orderflow.process.versions;

import io.orderflow.process.model.ModelFinding;
import java.util.List;

/** The refusal of files by the rules about models. */
class ModelRefused extends Exception {

    private final transient List<ModelFinding> findings;

    ModelRefused(List<ModelFinding> findings) {
        super(findings.get(0).sentence());
        this.findings = findings;
    }

    List<ModelFinding> findings() {
        return findings;
    }
}
