package io.orderflow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.IfMatch;
import io.orderflow.web.WaitFor;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Why weaknesses that are published for our dependencies and have no fix we could take cannot be reached here: what
 * they sit in is not there, or not used. {@code .ci/advisories/advisories.json} names them one by one.
 */
class WeaknessesOutOfReachTests {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow");
    private static final Set<Class<?>> GIVEN =
            Set.of(Caller.class, IdempotencyKey.class, IfMatch.class, WaitFor.class, InputStream.class, Locale.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.web.reactive.DispatcherHandler", // WebFlux
                "org.springframework.messaging.rsocket.RSocketRequester",
                "freemarker.template.Template",
                "com.unboundid.ldap.listener.InMemoryDirectoryServer",
                "com.webauthn4j.WebAuthnManager"
            })
    void isNotThere(String type) {
        assertThat(getClass().getResource("/" + type.replace('.', '/') + ".class"))
                .isNull();
    }

    @Test
    void isNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.web.servlet.function..", "org.springframework.web.servlet.view..",
                        "org.springframework.expression..", "org.springframework.security.crypto.encrypt.."))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        ".*\\.(SseEmitter|ResponseBodyEmitter|UrlHandlerFilter"
                                + "|UrlFilenameViewController|EscapedErrors|DPoPProofJwtDecoderFactory|DPoPAuthenticationProvider)(\\$.*)?")
                .check(CODE);
    }

    /** Without an annotation Spring MVC would bind a whole object from whatever parameters a caller sends. */
    @Test
    void noObjectIsBoundFromParameters() {
        assertThat(CODE.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(WeaknessesOutOfReachTests::handlesRequests)
                        .flatMap(method -> method.getParameters().stream()))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(parameter.getAnnotations().size() > 0
                                || isGivenByTheFramework(parameter.getRawType().reflect()))
                        .as(parameter.getDescription())
                        .isTrue());
    }

    private static boolean handlesRequests(JavaMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class);
    }

    private static boolean isGivenByTheFramework(Class<?> type) {
        return GIVEN.contains(type) || type.getName().matches("(jakarta\\.servlet|org\\.springframework)\\..*");
    }
}
