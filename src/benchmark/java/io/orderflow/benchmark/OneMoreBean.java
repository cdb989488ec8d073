package io.orderflow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Adds one class to the packaged application from outside: the jar itself stays as it is. */
public final class OneMoreBean {

    private OneMoreBean() {}

    /**
     * The arguments of {@code java} that run the application with a class as one more of its beans.
     *
     * @param type of the class, which has no inner ones
     * @param classes where it is compiled
     * @param folder where it is put for the application
     */
    public static List<String> arguments(String type, Path classes, Path folder, Path jar) throws IOException {
        String file = type.replace('.', '/') + ".class";
        Files.createDirectories(folder.resolve(file).getParent());
        Files.copy(classes.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        return List.of(
                "-Dloader.main=io.orderflow.OrderflowApplication",
                "-Dloader.path=" + folder.toAbsolutePath(),
                "-cp",
                jar.toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                "--spring.main.sources=" + type);
    }
}
