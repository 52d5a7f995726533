package brightline.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A code of a school, as it was said of it.
 *
 * @param school its first code
 * @param name of the school, as it was called then
 * @param from first day; null for since ever
 */
public record GivenCode(
        String school, String name, String code, @Nullable LocalDate from) {

    /** Those that every school bears or bore, of each in the order of their days; one that was taken back since ever is none of them. */
    public static List<GivenCode> borne(JdbcClient jdbc) {
        Map<String, List<GivenCode>> bySchool = new LinkedHashMap<>();
        jdbc.sql("select school, name, code, code_from from rm.school_entry order by school, known_from_index")
                .query((row, _) -> new GivenCode(
                        row.getString("school"),
                        row.getString("name"),
                        row.getString("code"),
                        row.getObject("code_from", LocalDate.class)))
                .list()
                .forEach(one -> {
                    List<GivenCode> borne = bySchool.computeIfAbsent(one.school, _ -> new ArrayList<>());
                    borne.removeIf(one::replaces);
                    borne.add(one);
                });
        return bySchool.values().stream().flatMap(List::stream).toList();
    }

    /** @param before of the same school */
    private boolean replaces(GivenCode before) {
        return from == null
                || (before.from != null && !before.from.isBefore(from))
                || (before.code.equals(code) && Objects.equals(before.from, from));
    }
}
