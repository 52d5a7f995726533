package brightline.edge.problem;

import java.math.BigDecimal;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads JSON by the letter: no unknown or repeated property, no trailing token, no text where a number belongs or the other
 * way round, no text that a database could not keep, no number or nesting that costs more to read than to send.
 */
public final class StrictJson {
    private static final int DEPTH = 32;
    private static final int NUMBER_LENGTH = 40;
    private static final int NAME_LENGTH = 200;
    private static final int TEXT_LENGTH = 400_000;

    private StrictJson() {}

    /** A mapper of its own, as strict as the application's. */
    public static JsonMapper mapper() {
        JsonFactoryBuilder factory = new JsonFactoryBuilder();
        limits().customize(factory);
        JsonMapper.Builder builder = JsonMapper.builder(factory.build());
        strictness().customize(builder);
        return builder.build();
    }

    /** What is said of a document that could not be read. */
    public static Problem problem(JacksonException failure) {
        return JsonProblems.of(failure);
    }

    static JsonFactoryBuilderCustomizer limits() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNumberLength(NUMBER_LENGTH)
                .maxNameLength(NAME_LENGTH)
                .maxStringLength(TEXT_LENGTH)
                .build());
    }

    static JsonMapperBuilderCustomizer strictness() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new SimpleModule("strict-json")
                        .addDeserializer(String.class, new KeepableText())
                        .addDeserializer(BigDecimal.class, new BoundedDecimal()));
    }

    /** A text without NUL and unpaired surrogates: no PostgreSQL text and no UTF-8 can hold those. */
    private static final class KeepableText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && !isKeepable(text)) {
                context.handleWeirdStringValue(String.class, "", "holds a character that cannot be kept");
            }
            return text;
        }

        private static boolean isKeepable(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == 0 || Character.isLowSurrogate(c)) {
                    return false;
                }
                if (Character.isHighSurrogate(c)
                        && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A decimal whose plain form is no longer than a number may be written: 1E+999999999 is short to send only. */
    private static final class BoundedDecimal extends NumberDeserializers.BigDecimalDeserializer {
        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            BigDecimal value = super.deserialize(parser, context);
            if (value != null && Math.abs((long) value.scale()) > NUMBER_LENGTH) {
                context.handleWeirdNumberValue(BigDecimal.class, 0, "scale out of range");
            }
            return value;
        }
    }
}
