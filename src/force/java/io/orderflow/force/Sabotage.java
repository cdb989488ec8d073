package io.orderflow.force;

import io.orderflow.benchmark.OneMoreBean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Breaks the packaged application from outside: the jar itself stays as it is. */
final class Sabotage {

    private Sabotage() {}

    /** The arguments of {@code java} that run the application with this class as one more of its beans. */
    static List<String> with(Settings settings, String type) throws IOException {
        Path folder = settings.output().resolve("sabotage").resolve(type.substring(type.lastIndexOf('.') + 1));
        List<String> arguments = new ArrayList<>(List.of(Node.QUICK_START));
        arguments.addAll(OneMoreBean.arguments(type, settings.classes(), folder, settings.jar()));
        return arguments;
    }
}
