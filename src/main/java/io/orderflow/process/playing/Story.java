package io.orderflow.process.playing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one order.
 *
 * @param name its name
 * @param events what happens, in this order
 * @param promise how it ends; null for a story that an analyst draws
 */
public record Story(
        String name, List<StoryEvent> events, @Nullable Promise promise) {

    /**
     * The end that a story must have with every version.
     *
     * @param ends the id of the end event of each process that takes part, by the id of the process
     * @param balance what is whose at the end
     */
    public record Promise(Map<String, String> ends, Balance balance) {}
}
