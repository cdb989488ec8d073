package io.orderflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.shared.UnfitSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class RequiredAudienceTests {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Tokens.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
    @Import(RequiredAudience.class)
    static class Tokens {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer-uri=https://issuer.example",
                "jwk-set-uri=https://issuer.example/keys",
                "public-key-location=classpath:issuer.pem"
            })
    void doesNotStartWithoutAnAudienceWhereTokensAreBelieved(String trust) {
        for (String audiences : new String[] {"", "audiences=", "audiences= ,shop"}) {
            application
                    .withPropertyValues(JWT + trust, audiences.isEmpty() ? "a=b" : JWT + audiences)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(UnfitSetting.class)
                            .hasMessageStartingWith(JWT + "audiences must name"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer-uri=https://issuer.example",
                "jwk-set-uri=https://issuer.example/keys",
                "public-key-location=classpath:issuer.pem",
                "issuer-uri="
            })
    void startsWithAnAudience(String trust) {
        application
                .withPropertyValues(JWT + trust, JWT + "audiences=orderflow")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", JWT + "issuer-uri="})
    void startsWhereNoTokensAreBelieved(String setting) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context).hasNotFailed());
    }
}
