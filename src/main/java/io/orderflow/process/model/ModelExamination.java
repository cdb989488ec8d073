package io.orderflow.process.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The examination of files that somebody wants to deploy, with the files in use that have to be deployed with them. */
@Component
public class ModelExamination {

    /**
     * The result of an examination.
     *
     * @param taken the files in use that are deployed too
     * @param findings what is wrong with the files, first what is refused; at most 50
     */
    public record Examined(List<ModelFile> taken, List<ModelFinding> findings) {

        /** Returns whether nothing is refused. */
        public boolean isDeployable() {
            return findings.stream().noneMatch(ModelFinding::refused);
        }
    }

    private final ModelCheck check;
    private final Companions companions;

    ModelExamination(ModelCheck check, Companions companions) {
        this.check = check;
        this.companions = companions;
    }

    /** Adds the files in use that must be deployed too, and checks all of them by the rules. It changes nothing. */
    public Examined completed(Collection<ModelFile> sent, LiveModels live) {
        List<ModelFinding> alone = check.alone(sent);
        if (!alone.isEmpty()) {
            return new Examined(List.of(), alone);
        }
        List<ModelFile> missing = companions.of(sent, live);
        List<ModelFinding> inTheWay = missing.stream()
                .filter(file -> sent.stream().anyMatch(other -> other.name().equals(file.name())))
                .map(ModelExamination::inTheWay)
                .toList();
        return inTheWay.isEmpty()
                ? new Examined(
                        missing,
                        check.check(
                                Stream.concat(sent.stream(), missing.stream()).toList(), live))
                : new Examined(List.of(), inTheWay);
    }

    /** Checks the files as they are by the rules. */
    Examined asTheyAre(Collection<ModelFile> sent, LiveModels live) {
        return new Examined(List.of(), check.check(sent, live));
    }

    /** Returns the file with the files to which it is bound, from the deployment that it was part of. */
    public List<ModelFile> bundle(ModelFile file, List<ModelFile> deployed) {
        LiveModels then = () -> List.of(
                new LiveModels.Live("", deployed.stream().map(ModelFile::name).toList(), deployed));
        return Stream.concat(Stream.of(file), companions.of(List.of(file), then).stream())
                .toList();
    }

    private static ModelFinding inTheWay(ModelFile file) {
        return ModelFinding.ofFile(
                file,
                "taken-along",
                "the file of this name that is in use would have to be deployed together with what was sent, and"
                        + " another one was sent by its name.",
                "Rename the file that was sent, or send both.");
    }
}
