package brightline.proof.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values of what an event says; null where it says nothing. */
final class Said {
    private Said() {}

    static @Nullable JsonNode part(JsonNode said, String field) {
        JsonNode value = said.get(field);
        return value == null || value.isNull() ? null : value;
    }

    static @Nullable String text(JsonNode said, String field) {
        JsonNode value = part(said, field);
        return value == null ? null : value.asString();
    }

    static String needed(JsonNode said, String field) {
        return said.get(field).asString();
    }

    static @Nullable Instant moment(JsonNode said, String field) {
        String value = text(said, field);
        return value == null ? null : Instant.parse(value);
    }

    static @Nullable LocalDate day(JsonNode said, String field) {
        String value = text(said, field);
        return value == null ? null : LocalDate.parse(value);
    }

    /** Of YES, NO and MISSING. */
    static String stated(JsonNode said, String field) {
        String value = text(said, field);
        return value == null ? "MISSING" : value;
    }

    static List<JsonNode> list(JsonNode said, String field) {
        List<JsonNode> values = new ArrayList<>();
        JsonNode list = part(said, field);
        if (list != null) {
            list.forEach(values::add);
        }
        return values;
    }

    static List<String> texts(JsonNode said, String field) {
        return list(said, field).stream().map(JsonNode::asString).toList();
    }

    /** The code of {@code list/code}. */
    static @Nullable String code(@Nullable String written) {
        return written == null ? null : written.substring(written.indexOf('/') + 1);
    }
}
