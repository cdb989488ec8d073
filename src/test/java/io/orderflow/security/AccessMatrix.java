package io.orderflow.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who gets past the door of which endpoint, as {@code access-matrix.txt} says: {@code 401}, {@code 403}, or {@code in},
 * which is everything else. Camunda's REST API stands there once; its other addresses, by the engine's name and in the
 * webapps, are held to the same rows, unless they have one of their own. In the webapps a customer is a stranger:
 * nobody logs them in.
 */
record AccessMatrix(Map<String, List<String>> rows) {

    static final List<String> USERS = List.of("stranger", "alice", "ops", "analyst", "admin");
    private static final Path FILE = Path.of("src/test/resources/access-matrix.txt");

    static AccessMatrix read() {
        try {
            return new AccessMatrix(Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1],
                            words -> Arrays.asList(words).subList(2, words.length),
                            (one, other) -> {
                                throw new IllegalStateException("an endpoint has two rows: " + one);
                            },
                            TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row of an endpoint; null when there is none. */
    List<String> of(String endpoint) {
        List<String> own = rows.get(endpoint);
        if (own != null) {
            return own;
        }
        List<String> row = rows.get(rowOf(endpoint));
        return row == null || !endpoint.contains(" /camunda/") ? row : asInTheWebapps(row);
    }

    private static List<String> asInTheWebapps(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(USERS.indexOf("alice"), row.get(USERS.indexOf("stranger")));
        return cells;
    }

    /** Under which endpoint the row of this one stands. */
    static String rowOf(String endpoint) {
        return endpoint.replace("/camunda/api/engine/engine/{name}", "/engine-rest")
                .replace("/engine-rest/engine/{name}", "/engine-rest");
    }

    /** How a row looks in the file. */
    static String write(String endpoint, List<String> cells) {
        return "%-110s %s"
                .formatted(
                        endpoint,
                        String.join(" ", cells.stream().map("%3s"::formatted).toList()));
    }
}
