package io.orderflow.process.versions;

import io.orderflow.process.model.LiveModels;
import io.orderflow.process.model.ModelExamination;
import io.orderflow.process.model.ModelExamination.Examined;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.playing.Player;
import io.orderflow.process.playing.Story;
import io.orderflow.process.playing.StoryReport;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A trial of files as if they were deployed now, first by the rules about models, then by the engine itself. It leaves
 * nothing behind.
 */
@Service
class ModelTrial {

    private final ModelExamination examination;
    private final RepositoryService repository;
    private final TransactionTemplate transactions;
    private final Player player;

    ModelTrial(
            ModelExamination examination,
            RepositoryService repository,
            TransactionTemplate transactions,
            Player player) {
        this.examination = examination;
        this.repository = repository;
        this.transactions = transactions;
        this.player = player;
    }

    /** Returns what is wrong with the files. If a deployment of them would succeed, nothing in it is refused. */
    List<ModelFinding> findings(Collection<ModelFile> files) {
        Examined examined = examination.completed(files, LiveModels.of(repository));
        return examined.isDeployable()
                ? Stream.concat(unreadableForTheEngine(files), examined.findings().stream())
                        .toList()
                : examined.findings();
    }

    /** Plays stories as if the files were deployed now. */
    List<StoryReport> play(Collection<ModelFile> files, List<Story> stories) throws ModelRefused {
        List<ModelFinding> refused =
                findings(files).stream().filter(ModelFinding::refused).toList();
        if (!refused.isEmpty()) {
            throw new ModelRefused(refused);
        }
        LiveModels live = LiveModels.of(repository);
        List<ModelFile> taken = examination.completed(files, live).taken();
        return player.play(Stream.concat(files.stream(), taken.stream()).toList(), live, stories);
    }

    /** Deploys the files and always rolls the deployment back. */
    private Stream<ModelFinding> unreadableForTheEngine(Collection<ModelFile> files) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            DeploymentBuilder deployment = repository.createDeployment().name("Check");
            files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
            try {
                deployment.deploy();
                return Stream.empty();
            } catch (ParseException e) {
                return e.getResorceReports().stream()
                        .flatMap(report -> report.getErrors().stream()
                                .map(error -> refused(
                                        report.getResourceName(), error.getMainElementId(), error.getMessage())));
            } catch (ProcessEngineException e) {
                return Stream.of(refused("deployment", null, e.getMessage()));
            }
        }));
    }

    private static ModelFinding refused(String file, @Nullable String element, @Nullable String message) {
        return new ModelFinding(
                file,
                element == null ? "" : element,
                "",
                ModelFinding.Severity.REFUSED,
                "engine",
                "the process engine cannot run it: " + message,
                "Mend it in Camunda Modeler.");
    }
}
