package brightline.query.question;

import brightline.edge.problem.ProblemException;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Reads questions from a request's parameters. A question is a record: a component with {@link Filter} is a parameter, any other a part
 * of the question, which is a record of the same kind or a {@link QuestionPart}.
 */
@Component
public final class Questions {
    private final List<QuestionPart<?>> parts;

    Questions(List<QuestionPart<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A filter that was given, and what it says. */
    record Given(String name, Filter filter, Object value) {}

    /** @throws ProblemException 400, naming each parameter that is not right; one that the question does not take is not named */
    public <Q> Q read(Class<Q> question, MultiValueMap<String, String> given) {
        return read(question, question, given);
    }

    /** The same, with what is said at the place that the question is for. */
    <Q> Q read(Class<Q> question, AnnotatedElement place, MultiValueMap<String, String> given) {
        Parameters parameters = new Parameters(given);
        Object read = read(question, place, parameters, parts);
        Set<String> names = new HashSet<>();
        walk(question, place, parts, filter -> names.add(filter.getName()), (part, _) -> names.addAll(part.names()));
        if (!names.containsAll(parameters.names())) {
            parameters.unknown();
        }
        parameters.refuseWrong();
        return question.cast(read);
    }

    /** A question without parts, of parameters whose faults are refused by whoever reads them. */
    public static <Q extends Record> Q read(Class<Q> question, Parameters parameters) {
        return question.cast(read(question, question, parameters, List.of()));
    }

    /** Names of a question's parameters, as far as they are filters. */
    public static Set<String> names(Class<? extends Record> question) {
        Set<String> names = new HashSet<>();
        walk(question, question, List.of(), filter -> names.add(filter.getName()), (_, _) -> {});
        return names;
    }

    /** A question's filters, for the API's description. */
    public static List<Parameter> described(Class<? extends Record> question) {
        return described(question, question, List.of());
    }

    List<Parameter> described(Class<?> question, AnnotatedElement place) {
        return described(question, place, parts);
    }

    private static List<Parameter> described(Class<?> question, AnnotatedElement place, List<QuestionPart<?>> parts) {
        List<Parameter> described = new ArrayList<>();
        walk(
                question,
                place,
                parts,
                filter -> described.add(FilterForm.of(filter).described()),
                (part, where) -> described.addAll(part.described(where)));
        return described;
    }

    /** The filters that were given in a question. */
    static List<Given> given(Record question) {
        List<Given> given = new ArrayList<>();
        for (RecordComponent component : question.getClass().getRecordComponents()) {
            Filter filter = component.getAnnotation(Filter.class);
            Object value = valueOf(component, question);
            if (filter != null && value != null) {
                given.add(new Given(component.getName(), filter, value instanceof Enum<?> one ? one.name() : value));
            } else if (filter == null && value instanceof Record part) {
                given.addAll(given(part));
            }
        }
        return given;
    }

    private static Object read(
            Class<?> type, AnnotatedElement place, Parameters parameters, List<QuestionPart<?>> parts) {
        QuestionPart<?> part = partOf(type, parts).orElse(null);
        if (part != null) {
            return part.read(parameters, place);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.isAnnotationPresent(Filter.class)
                        ? FilterForm.of(component).read(parameters)
                        : read(component.getType(), component, parameters, parts))
                .toArray();
        return made(type, components, values);
    }

    private static void walk(
            Class<?> type,
            AnnotatedElement place,
            List<QuestionPart<?>> parts,
            Consumer<RecordComponent> filter,
            BiConsumer<QuestionPart<?>, AnnotatedElement> part) {
        partOf(type, parts).ifPresentOrElse(own -> part.accept(own, place), () -> {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.isAnnotationPresent(Filter.class)) {
                    filter.accept(component);
                } else {
                    walk(component.getType(), component, parts, filter, part);
                }
            }
        });
    }

    private static Optional<QuestionPart<?>> partOf(Class<?> type, List<QuestionPart<?>> parts) {
        return parts.stream().filter(part -> part.type() == type).findFirst();
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record question) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(question);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
