package io.orderflow.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A JSON string holds characters that no text of ours may hold. */
public class UnfitText extends MismatchedInputException {

    UnfitText(JsonParser parser) {
        super(parser, "control characters");
    }
}
