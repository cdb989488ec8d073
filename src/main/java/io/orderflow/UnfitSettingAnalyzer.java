package io.orderflow;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says at a failed start which setting to change; before Boot's own analyzers, which would repeat values. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnfitSettingAnalyzer extends AbstractFailureAnalyzer<UnfitSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitSetting cause) {
        return new FailureAnalysis(cause.getMessage() + ".",
                "Change that setting and start again; all of them are in README.md, under \"Settings\".", cause);
    }
}
