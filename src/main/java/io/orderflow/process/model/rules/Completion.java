package io.orderflow.process.model.rules;

import io.orderflow.process.model.rules.Contents.Key;
import io.orderflow.process.model.rules.Contents.Kind;
import io.orderflow.process.model.rules.SentTogether.InUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The completion of the files that were sent by files in use that must be deployed with them. */
class Completion {

    private final List<Contents> sent;
    private final List<InUse> live;
    /** The files that change what is in use: those that were sent, and those that are bound to them. */
    private final List<Contents> changed;

    private final List<Contents> taken = new ArrayList<>();

    Completion(List<Contents> sent, List<InUse> live) {
        this.sent = sent;
        this.live = live;
        this.changed = new ArrayList<>(sent);
        boolean more = true;
        while (more) {
            more = takeWhatIsBoundToIt();
        }
        sent.forEach(file -> takeWhatItIsBoundTo(file, Optional.empty()));
    }

    List<Contents> taken() {
        return taken;
    }

    /** Takes the processes in use whose own deployment has another file for a key that was sent. */
    private boolean takeWhatIsBoundToIt() {
        boolean more = false;
        for (InUse deployment : live) {
            for (Contents process : deployment.processes().toList()) {
                if (!isHere(process) && isBoundToChange(process, deployment)) {
                    taken.add(process);
                    changed.add(process);
                    takeWhatItIsBoundTo(process, Optional.of(deployment));
                    more = true;
                }
            }
        }
        return more;
    }

    private boolean isBoundToChange(Contents process, InUse deployment) {
        return process.needed().stream()
                .anyMatch(key -> InUse.defining(changed, key)
                        .filter(file -> taken.contains(file)
                                || deployment
                                        .defining(key)
                                        .filter(file::isSameAs)
                                        .isEmpty())
                        .isPresent());
    }

    private void takeWhatItIsBoundTo(Contents file, Optional<InUse> from) {
        for (Key key : file.needed()) {
            if (InUse.defining(all(), key).isEmpty()) {
                inUse(key, from.or(() -> deploymentOf(file))).ifPresent(needed -> {
                    taken.add(needed);
                    takeWhatItIsBoundTo(needed, deploymentOf(needed));
                });
            }
        }
    }

    /** Returns the newest version of a process or table, or the form that is now in the deployment of its process. */
    private Optional<Contents> inUse(Key key, Optional<InUse> beside) {
        Stream<Contents> newest = live.stream().flatMap(deployment -> deployment.newest().stream());
        Stream<Contents> forms =
                Stream.concat(beside.stream(), live.stream()).flatMap(deployment -> deployment.files().stream());
        return (key.kind() == Kind.FORM ? forms : newest)
                .filter(file -> file.defines().contains(key))
                .findFirst();
    }

    /** Returns the deployment that has the newest version of what the file defines. */
    private Optional<InUse> deploymentOf(Contents file) {
        return live.stream()
                .filter(deployment -> deployment.newest().stream()
                        .anyMatch(newest -> newest.defines().stream().anyMatch(file.defines()::contains)))
                .findFirst();
    }

    private boolean isHere(Contents process) {
        return process.defines().stream()
                .anyMatch(key -> InUse.defining(all(), key).isPresent());
    }

    private List<Contents> all() {
        return Stream.concat(sent.stream(), taken.stream()).toList();
    }
}
