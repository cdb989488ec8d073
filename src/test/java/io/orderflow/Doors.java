package io.orderflow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The doors between the modules: the public types of a module that another module uses, and what their public methods
 * name of the same module's API.
 */
final class Doors {

    private static final ApplicationModules MODULES = ApplicationModules.of(OrderflowApplication.class);
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow");

    private Doors() {}

    static Set<Class<?>> types() {
        Set<Class<?>> doors = new TreeSet<>(Comparator.comparing(Class::getName));
        Deque<Class<?>> found = new ArrayDeque<>();
        CODE.stream()
                .filter(Doors::isUsedByAnotherModule)
                .map(JavaClass::reflect)
                .forEach(found::add);
        while (!found.isEmpty()) {
            Class<?> door = found.pop();
            if (doors.add(door)) {
                methodsOf(door)
                        .flatMap(method -> Stream.of(
                                        Stream.of(method.getGenericReturnType()),
                                        Stream.of(method.getGenericParameterTypes()),
                                        Stream.of(method.getExceptionTypes()))
                                .flatMap(types -> types))
                        .flatMap(Doors::namedBy)
                        .filter(named -> isOfTheSameApi(door, named))
                        .forEach(found::add);
            }
        }
        return doors;
    }

    /** What others can call on it, but what every object has, and what the compiler adds. */
    static Stream<Method> methodsOf(Class<?> door) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.stream(Object.class.getMethods())
                        .noneMatch(every -> every.getName().equals(method.getName())
                                && Arrays.equals(every.getParameterTypes(), method.getParameterTypes())));
    }

    /** The classes in a type, those between its brackets included. */
    static Stream<Class<?>> namedBy(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    namedBy(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(Doors::namedBy));
        }
        return type instanceof Class<?> named ? Stream.of(named) : Stream.of();
    }

    private static boolean isUsedByAnotherModule(JavaClass type) {
        ApplicationModule own = MODULES.getModuleByType(type.getName()).orElse(null);
        return own != null
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAnnotation()
                && type.getDirectDependenciesToSelf().stream()
                        .map(use -> MODULES.getModuleByType(use.getOriginClass().getName()))
                        .anyMatch(user -> user.isPresent() && user.get() != own);
    }

    private static boolean isOfTheSameApi(Class<?> door, Class<?> named) {
        return Modifier.isPublic(named.getModifiers())
                && MODULES.getModuleByType(door.getName())
                        .filter(module -> module.contains(named) && module.isExposed(named))
                        .isPresent();
    }
}
