package io.orderflow;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.util.StringUtils;

/** The page of the journeys, held against the code: who calls whom, which events there are, and who hears them. */
class JourneysTests {

    private static final Path DOCS = Path.of("src/docs");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String PAGE = read(DOCS.resolve("journeys.md"));
    private static final String PROCESS = read(Path.of("processes/Order.bpmn"));

    /** A step's class, method and source; or a jump. */
    private static final Pattern STEP_OR_JUMP = Pattern.compile(
            "\\[`(?<type>\\w+)\\.(?<method>\\w+)`]\\((?<source>[^)]+)\\)"
                    + "|\\*jump: (event `(?<event>\\w+)`|delegate `\\$\\{(?<delegate>\\w+)}`|interface `(?<port>\\w+)`)");

    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)");
    private static final Pattern COUNTS = Pattern.compile("\\*\\*(\\d+) classes, (\\d+) jumps\\.\\*\\*");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow");

    /**
     * Where no click leads on: to the listener of an event, to a delegate, or to an implementation; the others are
     * null.
     */
    private record Jump(String text, String event, String delegate, String port) {}

    /** @param jump how it is reached where no click leads there; null where an earlier step calls it */
    private record Step(JavaClass type, String method, Jump jump) {

        @Override
        public String toString() {
            return type.getSimpleName() + "." + method;
        }
    }

    @ParameterizedTest
    @CsvSource({"Placing,16,2", "Paying,24,6", "A carrier's message,15,3"})
    void journeyIsAsShortAsItSays(String journey, int mostClasses, int mostJumps) {
        MatchResult counts =
                COUNTS.matcher(section(journey)).results().findFirst().orElseThrow();
        List<Step> way = way(journey);

        assertThat(way.stream().map(Step::type).distinct())
                .as("classes on the way")
                .hasSize(Integer.parseInt(counts.group(1)))
                .hasSizeLessThanOrEqualTo(mostClasses);
        assertThat(way.stream().filter(step -> step.jump() != null))
                .as("jumps")
                .hasSize(Integer.parseInt(counts.group(2)))
                .hasSizeLessThanOrEqualTo(mostJumps);
    }

    /** So that no jump is left out: a step that is marked as none is called by a step before it. */
    @ParameterizedTest
    @CsvSource({"Placing", "Paying", "A carrier's message"})
    void everyStepIsReachedByACallOrByTheJumpThatIsNamed(String journey) {
        List<Step> way = way(journey);

        for (int at = 1; at < way.size(); at++) {
            Step step = way.get(at);
            List<JavaClass> before = way.subList(0, at).stream().map(Step::type).toList();
            if (step.jump() == null) {
                assertThat(before).as("a click leads to " + step).anyMatch(type -> calls(type, step));
            } else {
                assertThat(leadsTo(step, before))
                        .as(step.jump().text() + " leads to " + step)
                        .isTrue();
            }
        }
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(LINK.matcher(PAGE).results().map(link -> DOCS.resolve(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void everyEventIsListedWithWhoPublishesAndWhoHearsIt() {
        List<String> rows = events().stream()
                .map(event -> "| `%s` | %s | %s |"
                        .formatted(event.getSimpleName(), names(publishers(event)), names(listeners(event))))
                .sorted()
                .toList();

        assertThat(PAGE.lines().filter(line -> line.matches("\\| `\\w+` \\|.*")).toList())
                .isEqualTo(rows);
    }

    /** Within a module a call does it, which a click follows. */
    @Test
    void noEventIsHeardOnlyWhereItIsPublished() {
        assertThat(events())
                .filteredOn(event -> Stream.concat(publishers(event).stream(), listeners(event).stream())
                                .map(JourneysTests::module)
                                .distinct()
                                .count()
                        == 1)
                .isEmpty();
    }

    // ---- the page

    private static List<Step> way(String journey) {
        List<Step> way = new ArrayList<>();
        Jump jump = null;
        Matcher match = STEP_OR_JUMP.matcher(section(journey));
        while (match.find()) {
            if (match.group("type") == null) {
                assertThat(jump).as("two jumps without a step between them").isNull();
                jump = new Jump(match.group(), match.group("event"), match.group("delegate"), match.group("port"));
            } else {
                way.add(step(match.group("type"), match.group("method"), match.group("source"), jump));
                jump = null;
            }
        }
        assertThat(jump).as("a jump that leads nowhere").isNull();
        return way;
    }

    private static Step step(String name, String method, String source, Jump jump) {
        Path file = SOURCES.relativize(DOCS.resolve(source).normalize());
        JavaClass type = CODE.get(file.toString().replace('/', '.').replaceFirst("\\.java$", ""));
        String member = method.equals(name) ? JavaConstructor.CONSTRUCTOR_NAME : method;
        assertThat(type.getSimpleName()).as("the class behind " + source).isEqualTo(name);
        assertThat(type.getCodeUnits())
                .extracting(JavaMember::getName)
                .as("the methods of " + name)
                .contains(member);
        return new Step(type, member, jump);
    }

    private static String section(String heading) {
        String from = PAGE.substring(PAGE.indexOf("\n## " + heading + "\n") + 1);
        int end = from.indexOf("\n## ");
        return end < 0 ? from : from.substring(0, end);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- the code

    /** Directly, or through an interface that nothing else implements. */
    private static boolean calls(JavaClass caller, Step step) {
        return accesses(caller)
                .map(JavaCodeUnitAccess::getTarget)
                .filter(target -> target.getName().equals(step.method()))
                .flatMap(target -> target.resolveMember().stream())
                .map(JavaMember::getOwner)
                .anyMatch(owner ->
                        owner.equals(step.type()) || implementations(owner).equals(Set.of(step.type())));
    }

    private static boolean leadsTo(Step step, List<JavaClass> before) {
        Jump jump = step.jump();
        if (jump.delegate() != null) {
            return jump.delegate().equals(StringUtils.uncapitalize(step.type().getSimpleName()))
                    && PROCESS.contains("\"${" + jump.delegate() + "}\"");
        }
        if (jump.event() != null) {
            JavaClass event = only(jump.event());
            return listeners(event).equals(Set.of(step.type()))
                    && publishers(event).stream().anyMatch(before::contains);
        }
        JavaClass port = only(jump.port());
        return implementations(port).contains(step.type())
                && before.stream()
                        .flatMap(JourneysTests::accesses)
                        .anyMatch(access -> access.getTargetOwner().equals(port)
                                && access.getName().equals(step.method()));
    }

    private static JavaClass only(String name) {
        return CODE.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .reduce((one, other) -> {
                    throw new IllegalStateException("two are called " + name);
                })
                .orElseThrow();
    }

    private static Set<JavaClass> implementations(JavaClass type) {
        return type.isInterface()
                ? type.getAllSubclasses().stream()
                        .filter(sub -> !sub.isInterface())
                        .collect(toSet())
                : Set.of();
    }

    /** What the class calls or refers to, its nested classes included. */
    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass type) {
        return CODE.stream()
                .filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getAccessesFromSelf().stream())
                .filter(JavaCodeUnitAccess.class::isInstance)
                .map(access -> (JavaCodeUnitAccess<?>) access);
    }

    /** Whatever of ours some method listens to. */
    private static Set<JavaClass> events() {
        return listening().map(method -> method.getRawParameterTypes().get(0)).collect(toSet());
    }

    private static Stream<JavaMethod> listening() {
        return CODE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(EventListener.class));
    }

    private static Set<JavaClass> listeners(JavaClass event) {
        return listening()
                .filter(method -> method.getRawParameterTypes().get(0).equals(event))
                .map(JavaMember::getOwner)
                .collect(toSet());
    }

    /** Who publishes something, and makes such an event or gets it from another of its module. */
    private static Set<JavaClass> publishers(JavaClass event) {
        return CODE.stream()
                .filter(type -> accesses(type)
                        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(ApplicationEventPublisher.class)))
                .filter(type -> accesses(type).anyMatch(access -> gives(access, event)))
                .collect(toSet());
    }

    private static boolean gives(JavaCodeUnitAccess<?> access, JavaClass event) {
        boolean makes =
                access.getTargetOwner().equals(event) && access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
        return makes || access.getTarget().getRawReturnType().equals(event);
    }

    private static String names(Set<JavaClass> types) {
        return types.stream()
                .map(type -> "`" + type.getSimpleName() + "`")
                .sorted()
                .collect(joining(", "));
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
