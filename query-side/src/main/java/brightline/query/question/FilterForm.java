package brightline.query.question;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter may be: by its component's type, and what is said there.
 *
 * @param choices all it may be; empty where it is not one of a few
 */
record FilterForm(String name, Filter filter, Class<?> type, List<String> choices) {
    static FilterForm of(RecordComponent component) {
        Filter filter = Objects.requireNonNull(component.getAnnotation(Filter.class));
        Class<?> type = component.getType();
        Object[] constants = type.isEnum() ? type.getEnumConstants() : filter.oneOf();
        return new FilterForm(
                component.getName(),
                filter,
                type,
                Arrays.stream(constants)
                        .map(one -> one instanceof Enum<?> constant ? constant.name() : one.toString())
                        .toList());
    }

    @Nullable
    Object read(Parameters parameters) {
        if (filter.needed() && parameters.values(name).isEmpty()) {
            parameters.wrong(name, "missing", "must be given: " + must());
        }
        return parameters.one(name, this::value, must());
    }

    /** @throws RuntimeException as {@link Parameters#one} takes it, if the text is no such value */
    private Object value(String text) {
        if (type.isEnum()) {
            return type.getEnumConstants()[index(text)];
        } else if (!choices.isEmpty()) {
            return choices.get(index(text));
        } else if (type == UUID.class) {
            return of(UUID.fromString(text), text);
        } else if (type == LocalDate.class) {
            return Times.day(text);
        } else if (type == AsKnownOn.class) {
            return AsKnownOn.of(text);
        } else if (type == Long.class) {
            return within(Long.valueOf(text));
        } else if (type == Integer.class) {
            return within(Integer.valueOf(text));
        } else if (type == Boolean.class) {
            return of(Boolean.valueOf(text), text);
        }
        return checked(text, text.matches(filter.form()));
    }

    private int index(String text) {
        return checked(choices.indexOf(text), choices.contains(text));
    }

    private <N extends Number> N within(N number) {
        long value = number.longValue();
        return checked(number, value >= filter.least() && (unlimited() || value <= filter.most()));
    }

    /** The value, if that is how it is written. */
    private static <T> T of(T value, String text) {
        return checked(value, value.toString().equals(text));
    }

    private static <T> T checked(T value, boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private boolean unlimited() {
        return filter.most() == Integer.MAX_VALUE;
    }

    private String must() {
        if (!filter.must().isEmpty()) {
            return filter.must();
        } else if (!choices.isEmpty()) {
            return choices.size() == 1
                    ? choices.getFirst()
                    : String.join(", ", choices.subList(0, choices.size() - 1)) + " or " + choices.getLast();
        } else if (type == LocalDate.class) {
            return Times.DAY;
        } else if (type == AsKnownOn.class) {
            return Times.DAY_OR_MOMENT;
        } else if (Number.class.isAssignableFrom(type)) {
            return "a number from " + filter.least() + (unlimited() ? "" : " to " + filter.most());
        } else if (type == Boolean.class) {
            return "true or false";
        }
        return type == UUID.class ? "an id" : "a word without signs other than . _ @ / -";
    }

    Parameter described() {
        Parameter described = new QueryParameter()
                .name(name)
                .description(filter.value())
                .required(filter.needed())
                .schema(schema());
        if (!filter.example().isEmpty()) {
            described.setExample(
                    type == String.class || type == AsKnownOn.class || type == LocalDate.class || type.isEnum()
                            ? filter.example()
                            : value(filter.example()));
        }
        return described;
    }

    private Schema<?> schema() {
        Schema<Object> schema = new JsonSchema();
        if (Number.class.isAssignableFrom(type)) {
            schema.typesItem("integer")
                    .format(type == Long.class ? "int64" : "int32")
                    .minimum(BigDecimal.valueOf(filter.least()));
            return unlimited() ? schema : schema.maximum(BigDecimal.valueOf(filter.most()));
        } else if (type == Boolean.class) {
            return schema.typesItem("boolean");
        }
        schema.typesItem("string");
        if (!choices.isEmpty()) {
            schema.setEnum(new ArrayList<>(choices));
        } else if (type == UUID.class) {
            schema.format("uuid");
        } else if (type == LocalDate.class) {
            schema.format("date");
        } else if (type == String.class) {
            schema.pattern("^" + filter.form() + "$");
        }
        if (!filter.codeList().isEmpty()) {
            schema.addExtension("x-code-list", filter.codeList());
        }
        return schema;
    }
}
