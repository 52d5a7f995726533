package brightline.query.figures;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The schema of a figure's answer, which is like its example: which counts and shares a figure has is said by its statement and not by a
 * type (ADR 28). The elements of a list are alike: what one of them lacks may be absent, and what is null in one may be null.
 */
final class AnswerSchema {
    /** Members whose own members are named by data: groups, codes, measures. */
    private static final Set<String> NAMED_BY_DATA = Set.of("group", "labels", "topics");

    /** Members that are there only where they were asked for, or where there is more. */
    private static final Set<String> SOMETIMES = Set.of("from", "to", "asKnownOn", "next");

    /** Members that mean the same in each answer, with what an example need not show. */
    private static final Map<String, Supplier<Schema<?>>> COMMON = Map.of(
            "agreement", () -> orNull("string").format("uuid"),
            "ruleSet", () -> orNull("integer").format("int32"),
            "asKnownOn", () -> new JsonSchema().typesItem("string"),
            "next", () -> new JsonSchema().typesItem("string"),
            "notes", () -> new JsonSchema().typesItem("array").items(new JsonSchema().typesItem("string")),
            "value", () -> orNull("number").format("double"),
            "interval",
                    () -> orNull("array")
                            .items(new JsonSchema().typesItem("number").format("double"))
                            .minItems(2)
                            .maxItems(2));

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

    private AnswerSchema() {}

    static Schema<?> like(JsonNode example) {
        return like(List.of(example));
    }

    private static Schema<?> like(List<JsonNode> examples) {
        List<JsonNode> said = examples.stream().filter(one -> !one.isNull()).toList();
        Schema<?> schema = new JsonSchema();
        if (said.isEmpty()) {
            return schema;
        }
        JsonNode first = said.getFirst();
        if (first.isObject()) {
            schema.typesItem("object");
            members(schema, said);
        } else if (first.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            said.forEach(list -> list.forEach(elements::add));
            schema.typesItem("array").items(like(elements));
        } else if (first.isBoolean()) {
            schema.typesItem("boolean");
        } else if (first.isNumber()) {
            boolean whole = said.stream().allMatch(JsonNode::isIntegralNumber);
            schema.typesItem(whole ? "integer" : "number").format(whole ? "int64" : "double");
        } else {
            schema.typesItem("string").format(format(said));
        }
        if (said.size() < examples.size()) {
            schema.addType("null");
        }
        return schema;
    }

    private static void members(Schema<?> schema, List<JsonNode> objects) {
        Set<String> names = new LinkedHashSet<>();
        objects.forEach(object -> names.addAll(object.propertyNames()));
        for (String name : names) {
            List<JsonNode> values = objects.stream()
                    .filter(one -> one.has(name))
                    .map(one -> one.get(name))
                    .toList();
            Schema<?> member = member(name, values);
            Dimension.named(name).map(Dimension::codeList).ifPresent(list -> member.addExtension("x-code-list", list));
            schema.addProperty(name, member);
            if (values.size() == objects.size() && !SOMETIMES.contains(name)) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static Schema<?> member(String name, List<JsonNode> values) {
        Supplier<Schema<?>> common = COMMON.get(name);
        if (common != null) {
            return common.get();
        }
        return NAMED_BY_DATA.contains(name) && values.getFirst().isObject() ? named(values) : like(values);
    }

    private static Schema<?> orNull(String type) {
        Schema<?> schema = new JsonSchema().typesItem(type);
        schema.addType("null");
        return schema;
    }

    /** Groups by what nobody stated have null. */
    private static Schema<?> named(List<JsonNode> objects) {
        List<JsonNode> values = new ArrayList<>();
        objects.forEach(object -> object.forEach(values::add));
        Schema<?> value = like(values);
        if (value.getTypes() != null && value.getTypes().contains("string")) {
            value.addType("null");
        }
        return new JsonSchema().typesItem("object").additionalProperties(value);
    }

    private static @Nullable String format(List<JsonNode> texts) {
        if (texts.stream().allMatch(text -> ID.matcher(text.stringValue()).matches())) {
            return "uuid";
        }
        if (texts.stream().allMatch(text -> DAY.matcher(text.stringValue()).matches())) {
            return "date";
        }
        return texts.stream()
                        .allMatch(text -> MOMENT.matcher(text.stringValue()).matches())
                ? "date-time"
                : null;
    }
}
