package brightline.query.projection;

import java.util.regex.Pattern;

/**
 * The database schema that holds one copy of a projection's tables: the live one or a rebuilt one beside it.
 *
 * @param name {@code rm_<projection>_v<version>}, or {@code rm_<projection>_r<number>} for a replay
 */
public record ReadModelSchema(String name) {
    private static final Pattern NAME = Pattern.compile("rm_[a-z]+_[vr][0-9]+");

    /** @throws IllegalArgumentException if it is not of the form above: the name becomes part of statements */
    public ReadModelSchema {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the schema of a read model: " + name);
        }
    }

    static ReadModelSchema first(Projection projection) {
        return new ReadModelSchema("rm_" + projection.name() + "_v" + projection.version());
    }

    /** The schema of a replay's copy. */
    public static ReadModelSchema ofReplay(Projection projection, long number) {
        return new ReadModelSchema("rm_" + projection.name() + "_r" + number);
    }

    /** The statement with this schema wherever it says {@code $rm}. */
    public String in(String statement) {
        return statement.replace("$rm", name);
    }
}
