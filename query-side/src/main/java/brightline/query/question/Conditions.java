package brightline.query.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions of a statement, and the values that stand in it. */
public final class Conditions {
    private final List<String> texts = new ArrayList<>(List.of("true"));
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Conditions() {}

    /** None yet. */
    public static Conditions none() {
        return new Conditions();
    }

    /** Those of a question's filters, as far as they were given. */
    public static Conditions of(Record question) {
        Conditions conditions = new Conditions();
        for (Questions.Given given : Questions.given(question)) {
            if (!given.filter().where().isEmpty()) {
                conditions.and(given.filter().where()).with(given.name(), given.value());
            }
        }
        return conditions;
    }

    /** Those of one stretch of an ordered list. @throws ProblemException 400 if its cursor is of no such list */
    public Conditions of(Paging paging, Order order) {
        order.limit(this, paging.cursor());
        return with("atMost", paging.atMost() + 1);
    }

    public Conditions and(String sql) {
        texts.add(sql);
        return this;
    }

    /** A value to stand in the statement. */
    public Conditions with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** All of them, true where there are none. */
    public String sql() {
        return String.join(" and ", texts);
    }

    /** The values by their names. */
    public Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
