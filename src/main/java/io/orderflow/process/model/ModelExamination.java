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
     * @param taken the files in use that the deployment takes along
     * @param findings what the rules say of the files, what is refused first; at most 50
     */
    public record Examined(List<ModelFile> taken, List<Finding> findings) {

        /** Whether nothing is refused. */
        public boolean isDeployable() {
            return findings.stream().noneMatch(Finding::refused);
        }
    }

    private final ModelCheck check;
    private final Companions companions;

    ModelExamination(ModelCheck check, Companions companions) {
        this.check = check;
        this.companions = companions;
    }

    /** Completes the files by what is in use and holds all of them against the rules. It changes nothing. */
    public Examined completed(Collection<ModelFile> sent, LiveModels live) {
        List<Finding> alone = check.alone(sent);
        if (!alone.isEmpty()) {
            return new Examined(List.of(), alone);
        }
        List<ModelFile> missing = companions.of(sent, live);
        List<Finding> inTheWay = missing.stream()
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

    /** Holds the files against the rules as they are. */
    Examined asTheyAre(Collection<ModelFile> sent, LiveModels live) {
        return new Examined(List.of(), check.check(sent, live));
    }

    /** The file with all that it is bound to among those that were deployed with it, as they were then. */
    public List<ModelFile> bundle(ModelFile file, List<ModelFile> deployed) {
        LiveModels then = () -> List.of(
                new LiveModels.Live("", deployed.stream().map(ModelFile::name).toList(), deployed));
        return Stream.concat(Stream.of(file), companions.of(List.of(file), then).stream())
                .toList();
    }

    private static Finding inTheWay(ModelFile file) {
        return Finding.ofFile(
                file,
                "taken-along",
                "the file of this name that is in use would have to be deployed together with what was sent, and"
                        + " another one was sent by its name.",
                "Rename the file that was sent, or send both.");
    }
}
