package io.orderflow.force.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param door the port it came to, which tells the node that sent it
 * @param path without the query
 * @param query null, or what follows the question mark
 * @param headers by names in lower case
 */
record Request(int door, String method, String path, String query, Map<String, String> headers, String body) {

    boolean isPost() {
        return method.equals("POST");
    }

    /** The parts of the path after {@code /v1}, decoded. */
    List<String> parts() {
        return List.of(path.substring(1).split("/")).stream()
                .map(Request::decoded)
                .skip(1)
                .toList();
    }

    /** Null where the header is not there. */
    String header(String name) {
        return headers.get(name);
    }

    String parameter(String name, String otherwise) {
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return otherwise;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
