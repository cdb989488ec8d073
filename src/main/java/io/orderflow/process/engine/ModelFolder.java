package io.orderflow.process.engine;

import io.orderflow.shared.UnfitSetting;
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
@ConditionalOnProperty(ModelFolder.SETTING)
class ModelFolder {

    static final String SETTING = "orders.models.folder";

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
    ModelFolder(@Value("${" + ModelFolder.SETTING + "}") Path folder, RepositoryService repository) {
        this.folder = folder;
        this.repository = repository;
        try {
            deployed = saved();
        } catch (IOException e) {
            throw new UnfitSetting(SETTING, "must be a folder with " + PARTS + " in it");
        }
        seen = deployed;
    }

    /** Deploys all files if one has changed and none is being written any more. */
    @Scheduled(fixedDelay = 400)
    synchronized void look() {
        Map<Path, FileTime> now;
        try {
            now = saved();
        } catch (IOException aFileIsJustBeingReplaced) {
            return;
        }
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

    private Map<Path, FileTime> saved() throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        for (String part : PARTS) {
            try (Stream<Path> found = Files.list(folder.resolve(part))) {
                for (Path file : found.filter(ModelFolder::isModel).toList()) {
                    files.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }

    private static boolean isModel(Path file) {
        return file.getFileName().toString().matches("[^.].*\\.(?:bpmn|dmn|form)");
    }
}
