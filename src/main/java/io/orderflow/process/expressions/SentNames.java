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

/**
 * The names in a request. They show whether it has an expression, because every field for one in the engine's queries
 * has a name that says so.
 */
final class SentNames {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern EXPRESSION = Pattern.compile("expressions?\\s*$", Pattern.CASE_INSENSITIVE);

    private SentNames() {}

    /**
     * Returns whether a parameter is an expression.
     *
     * @param query the undecoded query of a URL, or null
     */
    static boolean nameExpressionInQuery(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("&"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .anyMatch(name -> isExpression(URLDecoder.decode(name, StandardCharsets.UTF_8)));
    }

    /**
     * Returns whether a field at any depth is an expression, even if another field of the same name follows.
     *
     * @throws IOException if the body is not JSON
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
