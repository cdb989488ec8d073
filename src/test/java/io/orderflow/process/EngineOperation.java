package io.orderflow.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One row of the runbook's table: what comes of an operation of the engine's, by who tries it.
 *
 * @param method of HTTP
 * @param path below {@code /engine-rest}; with {@code **} at its end for all below
 * @param outcomes of a customer, ops, an analyst and an administrator
 */
record EngineOperation(String method, String path, List<Outcome> outcomes) {

    static final Path RUNBOOK = Path.of("src/docs/runbook-engine-operations.md");
    static final List<String> USERS = List.of("alice", "ops", "analyst", "admin");
    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.txt");
    private static final List<String> READING = List.of(
            "/condition",
            "/evaluate",
            "/generate",
            "/validate",
            "/singleResult",
            "/list",
            "/verify",
            "/password-policy",
            "/schema/log",
            "/count");

    /** What can come of an operation. */
    enum Outcome {
        /** Answered 4xx, and nothing is changed. */
        REFUSED,
        /** Done, and no order minds: it keeps its promises and goes on. */
        HARMLESS,
        /**
         * Done; what waits for it then goes on when it is activated, and is shown as a case where something has
         * happened meanwhile.
         */
        ON_HOLD,
        /** Done, and within a minute a case or an incident says what it did to the order. */
        FOUND,
        /** What the diagrams have people do: the answer to a task is checked, and the order goes on as drawn. */
        DRAWN
    }

    static List<EngineOperation> runbook() {
        return lines(RUNBOOK).stream()
                .filter(line -> line.startsWith("| `"))
                .map(EngineOperation::row)
                .toList();
    }

    private static EngineOperation row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
        String[] operation = cells.get(0).replace("`", "").split(" ");
        return new EngineOperation(
                operation[0],
                operation[1],
                cells.subList(1, 5).stream()
                        .map(cell -> Outcome.valueOf(
                                cell.replace("*", "").replace(' ', '_').toUpperCase()))
                        .toList());
    }

    /** Each operation of the engine's REST API that may change something, as {@code METHOD path}. */
    static List<String> all() {
        return lines(MATRIX).stream()
                .filter(line -> line.matches("(POST|PUT|DELETE) /engine-rest/.*"))
                .map(line -> line.split(" +"))
                .map(words -> words[0] + " " + words[1].substring("/engine-rest/".length()))
                .filter(EngineOperation::isWriting)
                .toList();
    }

    private static boolean isWriting(String operation) {
        if (!operation.startsWith("POST ")) {
            return true;
        }
        String path = "/" + operation.substring("POST ".length());
        boolean query = path.matches("/(history/)?[a-z-]+") && !path.matches("/(message|signal|history/cleanup)");
        return !query && READING.stream().noneMatch(path::endsWith) && !path.startsWith("/condition");
    }

    boolean isOf(String operation) {
        String own = method + " " + path;
        return path.endsWith("**")
                ? (method.equals("ANY") ? operation.substring(operation.indexOf(' ') + 1) : operation)
                        .startsWith((method.equals("ANY") ? path : own).replace("**", ""))
                : own.equals(operation);
    }

    Outcome of(String user) {
        return outcomes.get(USERS.indexOf(user));
    }

    /** With the ids of what the operation is to be tried on; null where there is no such thing. */
    String filled(Map<String, String> ids) {
        String kind = path.substring(0, path.contains("/") ? path.indexOf('/') : path.length());
        String filled = path.replace("/**", "/anything/complete");
        if (filled.contains("{id}")) {
            if (ids.containsKey(kind) && ids.get(kind) == null) {
                return null;
            }
            filled = filled.replace("{id}", ids.getOrDefault(kind, "unknown"));
        }
        return filled.replace("{key}", ids.getOrDefault("key", "Order")).replaceAll("\\{[^}]*}", "anything");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
