package io.orderflow.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The folder in which an analyst works while the application runs from it. A saved file is checked and in use within
 * two seconds. What the rules refuse is written into the log, and what was in use stays in use.
 */
@Component
@ConditionalOnProperty("orders.models.folder")
class ModelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);
    private static final List<String> PARTS = List.of("processes", "forms");

    private final Path folder;
    private final RepositoryService repository;
    private Map<Path, FileTime> deployed;
    private Map<Path, FileTime> seen;

    /**
     * Remembers the files as they are now.
     *
     * @param folder the folder that has {@code processes} and {@code forms}
     */
    ModelFolder(@Value("${orders.models.folder}") Path folder, RepositoryService repository) {
        this.folder = folder;
        this.repository = repository;
        deployed = saved();
        seen = deployed;
    }

    /** Deploys all files if one has changed and none is being written any more. */
    @Scheduled(fixedDelay = 400)
    synchronized void look() {
        Map<Path, FileTime> now = saved();
        boolean quiet = now.equals(seen);
        seen = now;
        if (quiet && !now.equals(deployed)) {
            deployed = now;
            deploy(now.keySet().stream().<Resource>map(FileSystemResource::new).toList());
        }
    }

    private void deploy(List<Resource> files) {
        try {
            ModelDeployment.deploy(repository, files);
        } catch (ProcessEngineException | UncheckedIOException refusal) {
            LOG.error("the saved models are not in use: {}", refusal.getMessage());
        }
    }

    private Map<Path, FileTime> saved() {
        Map<Path, FileTime> files = new TreeMap<>();
        for (String part : PARTS) {
            try (Stream<Path> found = Files.list(folder.resolve(part))) {
                for (Path file : found.filter(ModelFolder::isModel).toList()) {
                    files.put(file, Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                LOG.warn("cannot read the folder of the models", e); // A file is just being replaced.
            }
        }
        return files;
    }

    private static boolean isModel(Path file) {
        return file.getFileName().toString().matches("[^.].*\\.(?:bpmn|dmn|form)");
    }
}
