package brightline.edge.description;

import brightline.events.code.CodeLists;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the description says of a record's members: which must be there, which may be null, and which code list they are of. In a document
 * that is sent a member must be there that is marked so, and null says as little as absence; an answer has all its members, and null
 * where the record says so.
 */
public final class DocumentDescription {
    private static final String CODE_LIST = "x-code-list";
    private static final String CODE_LISTS = "x-code-lists";
    private static final String NULL = "null";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Class<? extends Annotation>> MUST_BE_THERE =
            List.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private final SchemaNames names;

    DocumentDescription(SchemaNames names) {
        this.names = names;
    }

    /** To be called once all schemas are there. */
    public void describe(OpenAPI api) {
        Set<String> sent = SchemaReferences.sent(api);
        Set<String> lists = new TreeSet<>();
        api.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> type = names.named(name);
            if (type != null && type.isRecord() && schema.getProperties() != null) {
                schema.setRequired(null);
                for (RecordComponent component : type.getRecordComponents()) {
                    describe(schema, component, sent.contains(name), lists);
                }
                made(type).filter(schema.getProperties()::containsKey).forEach(schema::addRequiredItem);
            }
        });
        Map<String, Object> known = new LinkedHashMap<>();
        lists.forEach(list -> known.put(list, codes(list)));
        api.addExtension(CODE_LISTS, known);
        UnfinishedDocuments.describe(api);
    }

    /** Names of members that a record makes from its components. */
    private static Stream<String> made(Class<?> record) {
        return Arrays.stream(record.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                .map(Method::getName);
    }

    private static void describe(Schema<?> schema, RecordComponent component, boolean sent, Set<String> lists) {
        String name = name(component);
        Schema<?> member = schema.getProperties().get(name);
        if (member == null) {
            return;
        }
        listed(component, member, lists);
        limited(component, member);
        boolean nullable = isNullable(component.getAnnotatedType());
        boolean mustBeThere = MUST_BE_THERE.stream().anyMatch(component.getAccessor()::isAnnotationPresent);
        boolean absent = sent ? nullable && !mustBeThere : isLeftOut(component, nullable);
        if (!absent) {
            schema.addRequiredItem(name);
        }
        boolean canBeNull = nullable && (sent ? !mustBeThere : !absent);
        Schema<?> elements = member.getItems();
        if (elements != null) {
            member.setItems(orNull(elements, !sent && isNullableElement(component.getAnnotatedType())));
        }
        schema.getProperties().put(name, orNull(member, canBeNull));
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static boolean isNullableElement(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType of
                && of.getAnnotatedActualTypeArguments().length == 1
                && isNullable(of.getAnnotatedActualTypeArguments()[0]);
    }

    /** Whether an answer may lack the member, because what is null or empty is not written. */
    private static boolean isLeftOut(RecordComponent component, boolean nullable) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude inclusion = own == null ? component.getDeclaringRecord().getAnnotation(JsonInclude.class) : own;
        JsonInclude.Include written = inclusion == null ? JsonInclude.Include.ALWAYS : inclusion.value();
        return switch (written) {
            case NON_NULL, NON_ABSENT -> nullable;
            case NON_EMPTY -> nullable || Collection.class.isAssignableFrom(component.getType());
            default -> false;
        };
    }

    private static Schema<?> orNull(Schema<?> schema, boolean canBeNull) {
        if (schema.getTypes() != null) {
            schema.getTypes().remove(NULL);
        }
        if (!canBeNull) {
            return schema;
        }
        if (schema.get$ref() == null && schema.getEnum() == null) {
            schema.addType(NULL);
            return schema;
        }
        return new JsonSchema().anyOf(new ArrayList<>(List.of(schema, new JsonSchema().typesItem(NULL))));
    }

    /** Values of what stands at a component or its type. */
    private static Map<ToldOfText.What, Object> told(RecordComponent component) {
        Map<ToldOfText.What, Object> told = new EnumMap<>(ToldOfText.What.class);
        Stream.concat(
                        Arrays.stream(component.getAccessor().getAnnotations()),
                        Arrays.stream(component.getAnnotatedType().getAnnotations()))
                .forEach(said -> {
                    ToldOfText what = said.annotationType().getAnnotation(ToldOfText.class);
                    if (what != null) {
                        told.put(what.value(), Objects.requireNonNull(AnnotationUtils.getValue(said)));
                    }
                });
        return told;
    }

    private static void listed(RecordComponent component, Schema<?> member, Set<String> lists) {
        Schema<?> text = member.getItems() == null ? member : member.getItems();
        told(component).forEach((what, value) -> {
            switch (what) {
                case CODE_LIST -> {
                    String[] codes = value instanceof String[] several ? several : new String[] {(String) value};
                    lists.addAll(List.of(codes));
                    text.addExtension(CODE_LIST, codes.length == 1 ? codes[0] : List.of(codes));
                    text.setDescription(words(codes, Map.class.isAssignableFrom(component.getType())));
                }
                case LENGTH -> text.setMaxLength((Integer) value);
            }
        });
        OneOf constants = component.getAccessor().getAnnotation(OneOf.class);
        if (constants != null) {
            @SuppressWarnings("unchecked")
            Schema<Object> chosen = (Schema<Object>) text;
            chosen.setEnum(Arrays.stream(constants.value().getEnumConstants())
                    .map(constant -> (Object) JSON.convertValue(constant, String.class))
                    .toList());
        }
    }

    /** A least length of nothing is no limit; and what must not be empty has one. */
    private static void limited(RecordComponent component, Schema<?> member) {
        int least = component.getAccessor().isAnnotationPresent(NotEmpty.class)
                        || component.getAccessor().isAnnotationPresent(NotBlank.class)
                ? 1
                : 0;
        if (member.getItems() != null) {
            member.setMinItems(least == 0 ? null : least);
        } else if (member.getTypes() != null && member.getTypes().contains("string")) {
            member.setMinLength(least == 0 ? null : least);
        }
    }

    private static String words(String[] lists, boolean names) {
        if (names) {
            return "By codes of the list " + lists[0];
        }
        return lists.length == 1
                ? "A code of the list " + lists[0]
                : "A code of one of the lists " + String.join(", ", lists) + ", written list/code";
    }

    /** All codes a list ever had, each with its first day and the first on which it no longer holds. */
    private static List<Map<String, Object>> codes(String list) {
        return CodeLists.standard().all(list).stream()
                .map(entry -> {
                    Map<String, Object> code = new LinkedHashMap<>();
                    code.put("code", entry.code());
                    code.put("name", entry.name());
                    code.put("from", entry.validFrom().toString());
                    if (entry.validTo() != null) {
                        code.put("until", entry.validTo().toString());
                    }
                    return code;
                })
                .toList();
    }
}
