package io.orderflow.process.model.rules;

import io.orderflow.process.model.Companions;
import io.orderflow.process.model.LiveModels;
import io.orderflow.process.model.ModelFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The companions of files that were sent: what they are bound to, and what is bound to them. With these, a form or a
 * table that is sent alone applies to everything that begins after it.
 */
@Component
class SentTogether implements Companions {

    @Override
    public List<ModelFile> of(Collection<ModelFile> sent, LiveModels live) {
        List<Contents> files = sent.stream().map(Contents::of).toList();
        Completion completion = new Completion(files, deployments(live));
        return completion.taken().stream().map(Contents::file).toList();
    }

    private static List<InUse> deployments(LiveModels live) {
        return live.deployments().stream()
                .map(deployment -> new InUse(
                        deployment.files().stream().map(Contents::of).toList(),
                        deployment.files().stream()
                                .filter(file -> deployment.newest().contains(file.name()))
                                .map(Contents::of)
                                .toList()))
                .toList();
    }

    /**
     * A deployment that is in use.
     *
     * @param files all of its files
     * @param newest those of its files of which there is no newer version
     */
    record InUse(List<Contents> files, List<Contents> newest) {

        Optional<Contents> defining(Contents.Key key) {
            return defining(files, key);
        }

        static Optional<Contents> defining(Collection<Contents> files, Contents.Key key) {
            return files.stream().filter(file -> file.defines().contains(key)).findFirst();
        }

        Stream<Contents> processes() {
            return newest.stream().filter(file -> file.diagram().isPresent());
        }
    }
}
