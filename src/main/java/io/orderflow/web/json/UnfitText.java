package io.orderflow.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A failure to read JSON: a string contains characters that are not allowed in texts. */
public class UnfitText extends MismatchedInputException {

    UnfitText(JsonParser parser) {
        super(parser, "control characters");
    }
}
