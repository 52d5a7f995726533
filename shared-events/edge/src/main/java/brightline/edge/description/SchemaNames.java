package brightline.edge.description;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Names each class's schema by its capability, the last part of its package, and its own name: {@code ReviewNewComplaint}. So two
 * records that are called alike are two schemas. A capability is not named twice: {@code ReviewAnswer}. Problems are of none.
 */
final class SchemaNames extends TypeNameResolver {
    private static final String OURS = "brightline.";
    private static final String PROBLEMS = "brightline.edge.problem.";

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    /** The class whose schema has that name; null where it is of no class of ours. */
    @Nullable
    Class<?> named(String schema) {
        return classes.get(schema);
    }

    /** @throws IllegalStateException where another class has that name already */
    @Override
    protected String getNameOfClass(Class<?> type) {
        if (!type.getName().startsWith(OURS)) {
            return super.getNameOfClass(type);
        }
        String name = name(type);
        Class<?> other = classes.putIfAbsent(name, type);
        if (other != null && !Objects.equals(other, type)) {
            throw new IllegalStateException(other + " and " + type + " are both described as " + name);
        }
        return name;
    }

    /** A record of other types is described by the class of the record, whatever it is of. */
    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        String name = super.nameForGenericType(type, options);
        if (type.getRawClass().getName().startsWith(OURS)) {
            classes.put(name, type.getRawClass());
        }
        return name;
    }

    private static String name(Class<?> type) {
        if (type.getName().startsWith(PROBLEMS)) {
            return type.getSimpleName();
        }
        String room = type.getPackageName();
        String capability = room.substring(room.lastIndexOf('.') + 1);
        String capital = Character.toUpperCase(capability.charAt(0)) + capability.substring(1);
        return type.getSimpleName().startsWith(capital) ? type.getSimpleName() : capital + type.getSimpleName();
    }
}
