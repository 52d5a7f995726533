package brightline.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the program says of its own API: each operation, and each field of the document it takes. */
final class ApiDescription {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 8;
    private static final String MULTIPART = "multipart/form-data";
    private static final String SCHEMAS = "#/components/schemas/";

    /** Stands for a student number that nobody else has. */
    static final String NEW_NUMBER = "S-NEW";

    /** What a field of that name may hold where no example says it. */
    private static final Map<String, String> USUAL = Map.of(
            "number", NEW_NUMBER,
            "firstName", "Ada",
            "lastName", "Quill",
            "birthDate", "2010-05-01",
            "homeSchool", "MAR",
            "school", "MAR",
            "enrolledFrom", "2026-01-05");

    private final JsonNode root;

    ApiDescription(String openApi) {
        this.root = JSON.readTree(openApi);
    }

    /**
     * One method of one path.
     *
     * @param path with its variables in braces
     * @param summary empty where the description has none
     * @param description likewise
     * @param parameters of path, query and headers
     * @param body a document as it may be sent; null where none is taken as JSON
     * @param examples the description's own of what is sent, by their names; a single one may have none
     * @param fields all a document may hold, whether or not this one does
     * @param required names of what each document must hold, itself and not within
     * @param multipart whether it takes a file
     * @param answers the statuses it may answer with
     * @param answer an example of what it answers with 200; null where the description has none
     */
    record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            @Nullable ObjectNode body,
            Map<String, ObjectNode> examples,
            List<Field> fields,
            Set<String> required,
            boolean multipart,
            Set<String> answers,
            @Nullable JsonNode answer) {
        Operation {
            parameters = List.copyOf(parameters);
            examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
            fields = List.copyOf(fields);
            required = Set.copyOf(required);
            answers = Set.copyOf(answers);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * What is sent beside the document.
     *
     * @param place path, query or header
     * @param example null where the description has none
     */
    record Parameter(
            String name,
            String place,
            boolean required,
            @Nullable String example) {}

    /**
     * A field that holds one value.
     *
     * @param pointer JSON pointer
     * @param type of JSON: string, integer, number or boolean
     * @param format empty when the description names none
     */
    record Field(String pointer, String type, String format) {
        boolean isDate() {
            return format.equals("date");
        }
    }

    /** All operations, by path: what makes something comes before what changes it. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Map<String, JsonNode> paths = new TreeMap<>();
        root.get("paths").properties().forEach(path -> paths.put(path.getKey(), path.getValue()));
        paths.forEach((path, methods) -> methods.properties()
                .forEach(method -> operations.add(operation(method.getKey(), path, method.getValue()))));
        return operations;
    }

    private static @Nullable JsonNode answer(JsonNode content) {
        return content.values().stream()
                .map(body -> body.path("example"))
                .filter(example -> !example.isMissingNode())
                .findFirst()
                .orElse(null);
    }

    private Operation operation(String method, String path, JsonNode described) {
        JsonNode content = described.path("requestBody").path("content");
        JsonNode json = content.path("application/json");
        List<Field> fields = new ArrayList<>();
        ObjectNode usual = JSON.createObjectNode();
        fields(json.path("schema"), "", fields, usual, 0);
        Map<String, ObjectNode> examples = examples(content.has(MULTIPART) ? content.path(MULTIPART) : json);
        ObjectNode body = json.isMissingNode()
                ? null
                : examples.isEmpty()
                        ? usual
                        : examples.values().iterator().next().deepCopy();
        if (body != null && body.path("number").isString()) {
            body.put("number", NEW_NUMBER);
        }
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("summary").asString(""),
                described.path("description").asString(""),
                parameters(described),
                body,
                examples,
                fields,
                resolved(json.path("schema")).path("required").values().stream()
                        .map(JsonNode::stringValue)
                        .collect(Collectors.toSet()),
                content.has(MULTIPART),
                Set.copyOf(described.path("responses").propertyNames()),
                answer(described.path("responses").path("200").path("content")));
    }

    private static List<Parameter> parameters(JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : described.path("parameters")) {
            JsonNode example = parameter.has("example")
                    ? parameter.get("example")
                    : parameter.path("schema").path("example");
            parameters.add(new Parameter(
                    parameter.get("name").asString(),
                    parameter.get("in").asString(),
                    parameter.path("required").asBoolean(false),
                    example.isMissingNode() ? null : example.asString()));
        }
        return parameters;
    }

    private static Map<String, ObjectNode> examples(JsonNode media) {
        Map<String, ObjectNode> examples = new LinkedHashMap<>();
        if (media.path("example") instanceof ObjectNode example) {
            examples.put("", example);
        }
        media.path("examples").properties().forEach(example -> {
            if (example.getValue().path("value") instanceof ObjectNode value) {
                examples.put(example.getKey(), value);
            }
        });
        return examples;
    }

    /** Collects the fields, and makes a document with those whose usual value is known. */
    private void fields(JsonNode schema, String pointer, List<Field> found, ObjectNode usual, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        JsonNode resolved = resolved(schema);
        if (resolved.has("properties")) {
            resolved.get("properties").properties().forEach(property -> {
                String name = property.getKey();
                JsonNode type = resolved(property.getValue());
                if (type(type, "").equals("string") && usual(name, type) != null) {
                    usual.put(name, usual(name, type));
                }
                fields(property.getValue(), pointer + "/" + name, found, JSON.createObjectNode(), depth + 1);
            });
        } else if (type(resolved, "").equals("array")) {
            fields(resolved.get("items"), pointer + "/0", found, JSON.createObjectNode(), depth + 1);
        } else if (!pointer.isEmpty()) {
            found.add(new Field(
                    pointer, type(resolved, "string"), resolved.path("format").asString("")));
        }
    }

    private static @Nullable String usual(String name, JsonNode type) {
        if (type.has("enum")) {
            return type.get("enum").get(0).asString();
        }
        return type.path("format").asString("").equals("uuid")
                ? UUID.randomUUID().toString()
                : USUAL.get(name);
    }

    /** The type beside null. */
    private static String type(JsonNode schema, String otherwise) {
        return schema.path("type").isArray()
                ? schema.get("type").values().stream()
                        .map(JsonNode::stringValue)
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse(otherwise)
                : schema.path("type").asString(otherwise);
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolved(schema.get("anyOf").get(0));
        }
        String reference = schema.path("$ref").asString("");
        return reference.startsWith(SCHEMAS)
                ? root.get("components").get("schemas").get(reference.substring(SCHEMAS.length()))
                : schema;
    }

    /** A copy of the document that holds the value there, with the objects and lists on the way. */
    static ObjectNode with(ObjectNode document, String pointer, JsonNode value) {
        ObjectNode copy = document.deepCopy();
        String[] names = pointer.substring(1).split("/");
        JsonNode at = copy;
        for (int i = 0; i < names.length; i++) {
            boolean last = i == names.length - 1;
            JsonNode next = last ? value : child(at, names[i], names[i + 1].equals("0"));
            if (at instanceof ObjectNode object) {
                object.set(names[i], next);
            } else if (at instanceof ArrayNode list) {
                if (list.isEmpty()) {
                    list.add(next);
                } else {
                    list.set(0, next);
                }
            }
            at = next;
        }
        return copy;
    }

    private static JsonNode child(JsonNode at, String name, boolean list) {
        JsonNode child = at instanceof ArrayNode array ? array.path(0) : at.path(name);
        if (list) {
            return child instanceof ArrayNode ? child : JSON.createArrayNode();
        }
        return child instanceof ObjectNode ? child : JSON.createObjectNode();
    }
}
