package io.orderflow.process.doors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.orderflow.shared.ProperText;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * The rule over texts for the engine's APIs: a body of JSON in which a text or a name is no {@link ProperText} is
 * refused before the engine sees it. Jersey finds this class by itself in each of those APIs.
 */
public class ProperBodies implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(Reading.class);
        return true;
    }

    static class Reading implements ReaderInterceptor {

        private static final JsonFactory JSON = new JsonFactory();

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            MediaType type = context.getMediaType();
            if (type != null && type.getSubtype().endsWith("json")) {
                byte[] body = context.getInputStream().readAllBytes();
                if (!isProper(body)) {
                    throw new InvalidRequestException(
                            Status.BAD_REQUEST,
                            "A text has control characters or half of a character; only tabs and line breaks may be in it.");
                }
                context.setInputStream(new ByteArrayInputStream(body));
            }
            return context.proceed();
        }

        /** Returns true for what is no JSON, of which the engine tells the caller. */
        private static boolean isProper(byte[] body) throws IOException {
            try (JsonParser parser = JSON.createParser(body)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                    if (text && !ProperText.is(parser.getText())) {
                        return false;
                    }
                }
                return true;
            } catch (JsonProcessingException e) {
                return true;
            }
        }
    }
}
