package io.orderflow.force;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Adds one class to the packaged application from outside: the jar itself stays as it is. */
final class Sabotage {

    private Sabotage() {}

    /** The arguments of {@code java} that run the application with this class as one more of its beans. */
    static List<String> with(Settings settings, String type) throws IOException {
        String file = type.replace('.', '/') + ".class";
        Path folder = settings.output().resolve("sabotage").resolve(type.substring(type.lastIndexOf('.') + 1));
        Files.createDirectories(folder.resolve(file).getParent());
        Files.copy(settings.classes().resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        return List.of(Node.QUICK_START, "-Dloader.main=io.orderflow.OrderflowApplication",
                "-Dloader.path=" + folder.toAbsolutePath(), "-cp", settings.jar().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                "--spring.main.sources=" + type);
    }
}
