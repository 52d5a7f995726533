package brightline.command.submission;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How bodies were read before they were taken as they arrive: as the document they became, written again with a null for whatever was
 * absent. Answers are stored with that for as long as keys are known, thirty days from the upgrade; then this class can go, and the
 * file with the shapes that documents had.
 */
final class FirstReading {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By address. A leaf is null, or names what a text was read as and written again in that type's spelling. */
    private static final JsonNode SHAPES = shapes();

    /** Stands for each key of a map. */
    private static final String EACH = "*";

    /** What documents gained while bodies were read so. */
    private static final List<String> GAINED = List.of("unticked", "disciplineSection");

    private static final String ADVICE = "adviceShown";
    private static final List<String> GAINED_BY_ADVICE = List.of("shownAt", "actions");

    private FirstReading() {}

    private static JsonNode shapes() {
        InputStream shapes = FirstReading.class.getResourceAsStream("first-shapes.json");
        return JSON.readTree(Objects.requireNonNull(shapes));
    }

    /**
     * The document as it may have been written: by the later releases, or before it gained anything.
     *
     * @param address method and pattern, such as {@code POST /api/commands/incidents/{id}/undo}
     */
    static Stream<String> of(String address, byte[] body) {
        JsonNode shape = SHAPES.get(address.replaceAll("\\{[^}]*}", "{}"));
        if (shape == null) {
            return Stream.of("{}");
        }
        JsonNode document = written(shape, JSON.readTree(body));
        String later = JSON.writeValueAsString(document);
        return Stream.of(later, JSON.writeValueAsString(asBefore(document)));
    }

    private static JsonNode written(JsonNode shape, @Nullable JsonNode sent) {
        if (sent == null || sent.isNull()) {
            return JSON.nullNode();
        }
        return switch (shape) {
            case ObjectNode fields -> object(fields, sent);
            case ArrayNode each -> list(each.get(0), sent);
            default ->
                switch (shape.asString("")) {
                    case "instant" -> JSON.valueToTree(JSON.treeToValue(sent, Instant.class));
                    case "uuid" -> JSON.valueToTree(JSON.treeToValue(sent, UUID.class));
                    default -> sent;
                };
        };
    }

    private static JsonNode object(ObjectNode shape, JsonNode sent) {
        ObjectNode object = JSON.createObjectNode();
        if (shape.has(EACH)) {
            sent.properties().forEach(one -> object.set(one.getKey(), written(shape.get(EACH), one.getValue())));
        } else {
            shape.properties()
                    .forEach(one -> object.set(one.getKey(), written(one.getValue(), sent.get(one.getKey()))));
        }
        return object;
    }

    /** One value may stand without its list. */
    private static JsonNode list(JsonNode shape, JsonNode sent) {
        ArrayNode list = JSON.createArrayNode();
        if (sent.isArray()) {
            sent.forEach(one -> list.add(written(shape, one)));
        } else {
            list.add(written(shape, sent));
        }
        return list;
    }

    private static JsonNode asBefore(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            leaveOut(GAINED, fields);
            if (fields.path(ADVICE).size() == 1 && fields.get(ADVICE).get(0) instanceof ObjectNode only) {
                leaveOut(GAINED_BY_ADVICE, only);
                fields.set(ADVICE, only);
            }
        }
        node.forEach(FirstReading::asBefore);
        return node;
    }

    private static void leaveOut(List<String> names, ObjectNode fields) {
        names.stream().filter(name -> fields.path(name).isNull()).forEach(fields::remove);
    }
}
