package io.orderflow.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each room of the module uses only the rooms that its table allows. */
class ProcessRoomsTests {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow.process");

    @Test
    void everyRoomIsInTheTable() {
        assertThat(CODE.stream().map(ProcessRoomsTests::roomOf).collect(Collectors.toSet()))
                .isEqualTo(ProcessRooms.ROOMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomUsesOnlyTheRoomsOfTheTable(String room) {
        Set<String> others = new TreeSet<>(ProcessRooms.ROOMS.keySet());
        others.removeAll(ProcessRooms.ROOMS.get(room));
        others.remove(room);

        noClasses()
                .that(areIn(Set.of(room)))
                .should()
                .dependOnClassesThat(areIn(others))
                .check(CODE);
    }

    /** Again and again every room is taken away that uses none of those that are left. */
    @Test
    void roomsGoRoundInNoCircle() {
        Set<String> left = new TreeSet<>(ProcessRooms.ROOMS.keySet());
        boolean fewer = true;
        while (fewer) {
            fewer = left.removeIf(room -> ProcessRooms.ROOMS.get(room).stream().noneMatch(Set.copyOf(left)::contains));
        }

        assertThat(left).isEmpty();
    }

    static Stream<String> rooms() {
        return ProcessRooms.ROOMS.keySet().stream();
    }

    private static DescribedPredicate<JavaClass> areIn(Set<String> rooms) {
        return DescribedPredicate.describe(
                "are in the rooms " + rooms,
                type -> type.getPackageName().startsWith("io.orderflow.process") && rooms.contains(roomOf(type)));
    }

    /** The first word behind the module's own package, empty for what stands in that. */
    private static String roomOf(JavaClass type) {
        String path = type.getPackageName().substring("io.orderflow.process".length());
        return path.isEmpty() ? "" : path.substring(1).split("\\.")[0];
    }
}
