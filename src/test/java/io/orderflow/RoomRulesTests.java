package io.orderflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orderflow.process.ProcessRooms;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.data.repository.Repository;

/**
 * The rooms of a module are the packages below it, at every level, and its base is the module's own package. Each room
 * uses only the rooms that stand behind it here.
 */
class RoomRulesTests {

    private static final String BASE = "";
    private static final int MOST_FILES = 26;

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow");

    /** Module, room, and the rooms that this room may use. A module without rooms has no entry. */
    private static final Map<String, Map<String, Set<String>>> ROOMS = Map.of(
            "cases",
            Map.of(BASE, Set.of(), "web", Set.of(BASE)),
            "coupon",
            Map.of(BASE, Set.of(), "web", Set.of(BASE)),
            "inventory",
            Map.of(BASE, Set.of(), "web", Set.of(BASE)),
            "order",
            Map.of(
                    BASE,
                    Set.of(),
                    "aggregate",
                    Set.of(BASE),
                    "expiry",
                    Set.of(BASE, "aggregate", "reading"),
                    "numbers",
                    Set.of(BASE),
                    "placing",
                    Set.of(BASE, "aggregate", "numbers", "reading"),
                    "progress",
                    Set.of(BASE, "aggregate"),
                    "reading",
                    Set.of(BASE, "aggregate"),
                    "web",
                    Set.of(BASE, "aggregate", "placing", "reading")),
            "payment",
            Map.of(
                    BASE,
                    Set.of(),
                    "asking",
                    Set.of(BASE, "reconciliation"),
                    "reconciliation",
                    Set.of(BASE),
                    "simulated",
                    Set.of(BASE),
                    "toss",
                    Set.of(BASE),
                    "web",
                    Set.of(BASE, "reconciliation")),
            "process",
            ProcessRooms.ROOMS,
            "returns",
            Map.of(BASE, Set.of("terms"), "terms", Set.of(), "web", Set.of(BASE)),
            "shared",
            Map.of(BASE, Set.of(), "transactions", Set.of()),
            "shipping",
            Map.of(
                    BASE,
                    Set.of(),
                    "asking",
                    Set.of(BASE),
                    "carriers",
                    Set.of(BASE, "inbox"),
                    "inbox",
                    Set.of(BASE),
                    "web",
                    Set.of(BASE, "inbox")),
            "web",
            Map.of(
                    BASE,
                    Set.of("json"),
                    "connection",
                    Set.of(BASE),
                    "document",
                    Set.of(BASE),
                    "edge",
                    Set.of(BASE),
                    "idempotency",
                    Set.of(BASE),
                    "json",
                    Set.of(),
                    "limits",
                    Set.of(BASE, "idempotency"),
                    "log",
                    Set.of()));

    @Test
    void everyRoomIsInTheTable() {
        Set<String> rooms = CODE.stream()
                .filter(type -> !roomOf(type).equals(BASE))
                .map(type -> moduleOf(type) + " " + roomOf(type))
                .collect(toSet());
        Set<String> table = ROOMS.entrySet().stream()
                .flatMap(module -> module.getValue().keySet().stream()
                        .filter(room -> !room.equals(BASE))
                        .map(room -> module.getKey() + " " + room))
                .collect(toSet());

        assertThat(rooms).containsExactlyInAnyOrderElementsOf(table);
    }

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyTheRoomsOfTheTable() {
        return ROOMS.entrySet().stream()
                .flatMap(module -> module.getValue().entrySet().stream()
                        .map(room -> DynamicTest.dynamicTest(
                                (module.getKey() + " " + room.getKey()).strip(),
                                () -> noClasses()
                                        .that(areIn(module.getKey(), Set.of(room.getKey())))
                                        .should()
                                        .dependOnClassesThat(
                                                areIn(module.getKey(), othersThan(module.getValue(), room.getKey())))
                                        .check(CODE))));
    }

    @TestFactory
    Stream<DynamicTest> roomsGoRoundInNoCircle() {
        return ROOMS.entrySet().stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.getKey(),
                        () -> assertThat(circling(module.getValue())).isEmpty()));
    }

    @Test
    void noRoomIsTooFull() {
        Map<String, Integer> files = new TreeMap<>();
        CODE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> files.merge(type.getPackageName(), 1, Integer::sum));

        assertThat(files).allSatisfy((room, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }

    /** The base of a module is also where its rooms find its rows, which are nobody else's. */
    @Test
    void rowsStayInTheirModule() {
        Map<String, Set<String>> users = new TreeMap<>();
        for (JavaClass row : CODE) {
            if (row.isAnnotatedWith(Entity.class) || row.isAssignableTo(Repository.class)) {
                row.getDirectDependenciesToSelf().stream()
                        .map(use -> use.getOriginClass())
                        .filter(user -> !moduleOf(user).equals(moduleOf(row)))
                        .forEach(user -> users.computeIfAbsent(row.getName(), name -> new TreeSet<>())
                                .add(user.getName()));
            }
        }

        assertThat(users).isEmpty();
    }

    /** What is left when, again and again, every room is taken away that uses none of those that are left. */
    private static Set<String> circling(Map<String, Set<String>> rooms) {
        Set<String> left = new TreeSet<>(rooms.keySet());
        boolean fewer = true;
        while (fewer) {
            fewer = left.removeIf(room -> rooms.get(room).stream().noneMatch(Set.copyOf(left)::contains));
        }
        return left;
    }

    private static Set<String> othersThan(Map<String, Set<String>> rooms, String room) {
        Set<String> others = new TreeSet<>(rooms.keySet());
        others.removeAll(rooms.get(room));
        others.remove(room);
        return others;
    }

    private static DescribedPredicate<JavaClass> areIn(String module, Set<String> rooms) {
        return DescribedPredicate.describe(
                "are in the rooms " + rooms + " of " + module,
                type -> moduleOf(type).equals(module) && rooms.contains(roomOf(type)));
    }

    /** "" for a type that is in no module. */
    private static String moduleOf(JavaClass type) {
        List<String> path = List.of(type.getPackageName().split("\\."));
        return path.size() > 2 && type.getPackageName().startsWith("io.orderflow.") ? path.get(2) : "";
    }

    private static String roomOf(JavaClass type) {
        List<String> path = List.of(type.getPackageName().split("\\."));
        return path.size() > 3 ? String.join(".", path.subList(3, path.size())) : BASE;
    }
}
