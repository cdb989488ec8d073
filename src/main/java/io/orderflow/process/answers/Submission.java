package io.orderflow.process.answers;

import java.util.Map;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** The variables in a call of the engine's services: they are the argument that is a map. */
final class Submission {

    private Submission() {}

    /** Returns the variables; null if the call has none. */
    @SuppressWarnings("unchecked")
    static @Nullable Map<String, Object> of(MethodInvocation call) {
        int place = place(call);
        return place < 0 ? null : (Map<String, Object>) call.getArguments()[place];
    }

    static void replace(MethodInvocation call, Map<String, Object> variables) {
        int place = place(call);
        if (place >= 0) {
            call.getArguments()[place] = variables;
        }
    }

    private static int place(MethodInvocation call) {
        Class<?>[] types = call.getMethod().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Map.class) {
                return i;
            }
        }
        return -1;
    }
}
