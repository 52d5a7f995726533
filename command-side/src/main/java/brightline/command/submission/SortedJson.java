package brightline.command.submission;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in one spelling: fields in order, without those that are null, without white space, and one number one way. What reads
 * alike is written alike; an entry of a list keeps its place, and a null there is one.
 */
final class SortedJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SortedJson() {}

    /** The one spelling; of nothing that of an empty object. What is no JSON, such as YAML, stands byte for byte. */
    static String of(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return parser.nextToken() == null ? "{}" : JSON.writeValueAsString(value(parser));
        } catch (JacksonException _) {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> entries(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Map<String, Object> fields(JsonParser parser) {
        Map<String, Object> fields = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value == null) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static List<@Nullable Object> entries(JsonParser parser) {
        List<@Nullable Object> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(value(parser));
        }
        return entries;
    }

    /** 1, 1.0 and 10e-1 are one number. One too long for arithmetic stays as it was written. */
    private static Object number(String written) {
        try {
            return new BigDecimal(written).stripTrailingZeros();
        } catch (NumberFormatException | ArithmeticException _) {
            return written;
        }
    }
}
