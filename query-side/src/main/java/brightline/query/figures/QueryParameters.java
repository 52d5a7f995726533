package brightline.query.figures;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;

/** What the parameters of queries hold, for the API's description: a name means the same in each. Several values stand between commas. */
final class QueryParameters {
    private static final Map<String, Supplier<Schema<?>>> FORMS = Map.ofEntries(
            Map.entry("from", () -> text("date")),
            Map.entry("to", () -> text("date")),
            Map.entry("asOf", () -> text("date")),
            Map.entry("interaction", () -> text("uuid")),
            Map.entry("atLeastIndex", () -> number("int64", 0)),
            Map.entry("ruleSet", () -> number("int32", 1)),
            Map.entry("olderThanDays", () -> number("int32", 0)),
            Map.entry("limit", () -> number("int32", 1).maximum(BigDecimal.valueOf(200))),
            Map.entry("done", () -> new JsonSchema().typesItem("boolean")),
            Map.entry("unread", () -> new JsonSchema().typesItem("boolean")));

    private QueryParameters() {}

    /** Gives the parameter a schema, if it has none, and its example the type of that. */
    static void describe(Parameter parameter) {
        if (parameter.getSchema() == null) {
            Schema<?> schema = FORMS.getOrDefault(parameter.getName(), QueryParameters::text)
                    .get();
            Dimension.named(parameter.getName())
                    .map(Dimension::codeList)
                    .ifPresent(list -> schema.addExtension("x-code-list", list));
            parameter.schema(schema);
        }
        if (parameter.getExample() != null) {
            parameter.setExample(typed(parameter.getExample().toString(), parameter.getSchema()));
        }
    }

    private static Object typed(String example, Schema<?> schema) {
        String type = schema.getTypes() == null
                ? "string"
                : schema.getTypes().iterator().next();
        return switch (type) {
            case "integer" -> Long.valueOf(example);
            case "boolean" -> Boolean.valueOf(example);
            default -> example;
        };
    }

    private static Schema<?> text() {
        return new JsonSchema().typesItem("string");
    }

    private static Schema<?> text(String format) {
        return text().format(format);
    }

    private static Schema<?> number(String format, int least) {
        return new JsonSchema().typesItem("integer").format(format).minimum(BigDecimal.valueOf(least));
    }
}
