package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.UnfitSetting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class UnfitSettingTests {

    @ConfigurationProperties("a")
    record Settings(String secret) {

        Settings {
            throw new UnfitSetting("a.secret", "must be longer");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Application {}

    @Test
    void endsTheStartWithASentenceInsteadOfAStackTraceAndTheValue(CapturedOutput output) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        application.application().setInitializers(List.of());

        assertThatThrownBy(() -> application.run("--a.secret=hush")).hasRootCauseInstanceOf(UnfitSetting.class);

        assertThat(output).contains("APPLICATION FAILED TO START", "a.secret must be longer.", "README.md")
                .doesNotContain("hush").doesNotContain("\tat ");
    }
}
