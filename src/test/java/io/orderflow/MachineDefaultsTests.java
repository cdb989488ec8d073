package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

class MachineDefaultsTests {

    @Configuration
    static class Nothing {}

    @Test
    void zoneAndLanguageOfTheMachineAreGoneBeforeAnythingStarts() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        String[] seen = new String[1];
        application.addInitializers(context -> seen[0] = ZoneId.systemDefault().getId() + " " + "%d".formatted(12));

        application.run().close();

        assertThat(seen[0]).isEqualTo("UTC 12");
    }
}
