package io.orderflow.process.versions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.playing.Story;
import io.orderflow.process.playing.StoryEvent;
import io.orderflow.shared.ProperText;
import io.orderflow.web.Violation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The story that an analyst sends among the files. */
final class DrawnStory {

    private static final String FILE = "story.json";
    private static final int MOST_EVENTS = 100;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_VALUE = 4000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DrawnStory() {}

    /** Returns whether the file is a story. */
    static boolean is(ModelFile file) {
        return file.name().equals(FILE);
    }

    /**
     * Returns the first story among the files; empty if there is none.
     *
     * @throws io.orderflow.web.ApiProblem 400 {@code VALIDATION_FAILED} if it is no list of events, or too long
     */
    static Optional<Story> among(List<ModelFile> files) {
        return files.stream().filter(DrawnStory::is).findFirst().map(file -> new Story("drawn", events(file), null));
    }

    private static List<StoryEvent> events(ModelFile file) {
        try {
            List<StoryEvent> events = JSON.readValue(file.content(), new TypeReference<>() {});
            if (events != null
                    && events.size() <= MOST_EVENTS
                    && events.stream().allMatch(DrawnStory::canHappen)) {
                return events;
            }
        } catch (IOException e) {
            // It is refused below, as any other text that is no list of events.
        }
        throw Violation.problem(FILE, "[{kind, subject, values}], <= " + MOST_EVENTS);
    }

    /** What is told becomes variables, which have to fit into the engine. */
    private static boolean canHappen(@Nullable StoryEvent event) {
        return event != null
                && event.kind() != null
                && isText(event.subject(), LONGEST_NAME)
                && event.values().entrySet().stream()
                        .allMatch(value ->
                                isText(value.getKey(), LONGEST_NAME) && isText(value.getValue(), LONGEST_VALUE));
    }

    private static boolean isText(@Nullable String text, int longest) {
        return text != null && text.length() <= longest && ProperText.is(text);
    }
}
