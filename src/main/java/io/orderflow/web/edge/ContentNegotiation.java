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

/** The reader of a client's headers about representations by RFC 9110: the most specific media range counts. */
final class ContentNegotiation {

    private static final Comparator<MediaType> SPECIFIC_LAST = Comparator.comparing(
                    (MediaType range) -> !range.isWildcardType())
            .thenComparing(range -> !range.isWildcardSubtype())
            .thenComparing(MediaType::getQualityValue);

    private ContentNegotiation() {}

    /** Whether {@code Accept} admits plain JSON. Parameters of media ranges are ignored, because JSON has none. */
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

    /** Whether {@code Accept-Encoding} admits an answer without a content coding, which is so unless it is excluded. */
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

    /** Whether a content type means JSON in UTF-8, or a format based on JSON. */
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

    /** Whether a content type means {@code multipart/form-data}. */
    static boolean isFiles(@Nullable String contentType) {
        try {
            return MediaType.MULTIPART_FORM_DATA.includes(
                    MediaType.parseMediaType(contentType == null ? "" : contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
