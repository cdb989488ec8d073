package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DemoByDefaultTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/orderflow, , true",
        "jdbc:h2:mem:x, , true",
        "jdbc:h2:tcp://host/x, , false",
        "jdbc:postgresql://host/x, , false",
        "jdbc:postgresql://host/x, true, true",
        "jdbc:h2:mem:x, false, false"
    })
    void isADemoOnTheEmbeddedDatabaseUnlessSet(String url, String setting, boolean demo) {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        if (setting != null) {
            environment.setProperty("orders.demo", setting);
        }

        new DemoByDefault().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("orders.demo", Boolean.class)).isEqualTo(demo);
    }
}
