package io.orderflow.process.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * The rule that a form has only fields, tables and plain texts. People who see customers' orders open it, so no part of
 * it may load a page or a picture, or lead to another site.
 */
@Component
class FormParts implements ModelRule {

    private static final Set<String> PARTS = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "select",
            "radio",
            "checkbox",
            "checklist",
            "taglist",
            "datetime",
            "table",
            "group",
            "dynamiclist",
            "separator",
            "spacer",
            "button",
            "expression");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile("^\\s*=|<[A-Za-z/!]|!\\[|]\\s*[(\\[:]|://|www\\.");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Stream<ModelFinding> check(ModelFile file) {
        if (!file.name().endsWith(".form")) {
            return Stream.empty();
        }
        try {
            JsonNode form = JSON.readTree(new String(file.content(), StandardCharsets.UTF_8));
            return parts(form).flatMap(part -> check(file, part));
        } catch (JsonProcessingException e) {
            return Stream.of(ModelFinding.ofUnreadable(file, e.getOriginalMessage()));
        }
    }

    private static Stream<JsonNode> parts(JsonNode node) {
        Stream<JsonNode> own = StreamSupport.stream(node.path("components").spliterator(), false);
        return Stream.concat(
                own, StreamSupport.stream(node.spliterator(), false).flatMap(FormParts::parts));
    }

    private static Stream<ModelFinding> check(ModelFile file, JsonNode part) {
        String type = part.path("type").asText();
        if (!PARTS.contains(type)) {
            return Stream.of(finding(
                    file,
                    part,
                    "a part of the kind “" + ModelFinding.quotable(type) + "” is not allowed.",
                    "Use texts, tables and fields."));
        }
        String text = TEMPLATE.matcher(part.path("text").asText()).replaceAll("");
        return !LEADS_ELSEWHERE.matcher(text).find()
                ? Stream.empty()
                : Stream.of(finding(
                        file,
                        part,
                        "a text holds no link, picture, HTML or expression.",
                        "Write plain text; {{facts.order}} in it shows a value."));
    }

    private static ModelFinding finding(ModelFile file, JsonNode part, String message, String remedy) {
        return new ModelFinding(
                file.name(),
                part.path("id").asText(),
                part.path("label").asText(),
                ModelFinding.Severity.REFUSED,
                "form-parts",
                message,
                remedy);
    }
}
