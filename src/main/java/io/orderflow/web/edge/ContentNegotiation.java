package io.orderflow.web.edge;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads what a client's headers say about representations, as RFC 9110 has it: the most specific range counts. */
final class ContentNegotiation {

    private static final Comparator<MediaType> SPECIFIC_LAST = Comparator.comparing(
                    (MediaType range) -> !range.isWildcardType())
            .thenComparing(range -> !range.isWildcardSubtype())
            .thenComparing(MediaType::getQualityValue);

    private ContentNegotiation() {}

    /**
     * Whether {@code Accept} admits plain JSON; its parameters ask for what JSON has none of, so they are not looked
     * at.
     */
    static boolean admitJson(List<String> accept) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            return ranges.isEmpty()
                    || ranges.stream()
                            .filter(range -> range.includes(MediaType.APPLICATION_JSON))
                            .max(SPECIFIC_LAST)
                            .filter(range -> range.getQualityValue() > 0)
                            .isPresent();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Whether {@code Accept-Encoding} admits an answer that is not encoded; it does unless it says otherwise. */
    static boolean admitNoCoding(List<String> acceptEncoding) {
        Map<String, Boolean> admitted = new TreeMap<>();
        for (String wish : String.join(",", acceptEncoding)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "")
                .split(",")) {
            String[] parts = wish.split(";q=", 2);
            admitted.put(parts[0], parts.length == 1 || !parts[1].matches("0(\\.0{0,3})?"));
        }
        return admitted.getOrDefault("identity", admitted.getOrDefault("*", true));
    }

    /** Whether a content type says JSON in UTF-8, or JSON in a format built on it. */
    static boolean isJson(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            boolean json = type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || type.getType().equals("application")
                            && type.isConcrete()
                            && type.getSubtype().endsWith("+json");
            return json && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Whether a content type says files, each a part of its own. */
    static boolean isFiles(@Nullable String contentType) {
        try {
            return MediaType.MULTIPART_FORM_DATA.includes(
                    MediaType.parseMediaType(contentType == null ? "" : contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
