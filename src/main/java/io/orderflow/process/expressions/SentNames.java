package io.orderflow.process.expressions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what would be an expression to the engine: in its queries every field for one has a name that says so. */
final class SentNames {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern EXPRESSION = Pattern.compile("expressions?\\s*$", Pattern.CASE_INSENSITIVE);

    private SentNames() {}

    /** @param query the undecoded query of a URL, or null */
    static boolean nameExpressionInQuery(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .anyMatch(name -> isExpression(URLDecoder.decode(name, StandardCharsets.UTF_8)));
    }

    /**
     * Reads token by token, to the end: a name counts at any depth, also where another of the same name follows.
     *
     * @throws IOException if the body is no JSON
     */
    static boolean nameExpressionInBody(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isExpression(String name) {
        return EXPRESSION.matcher(name).find();
    }
}
