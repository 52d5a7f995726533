package brightline.query.figures;

import brightline.events.ComparisonForm;
import brightline.events.agency.AgencySettings;
import brightline.events.agency.AgencySettings.StatisticsSwitch;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings, agreements and names as known at an index of the log. */
@Component
public final class ReferenceEntries {
    private final JdbcClient jdbc;

    ReferenceEntries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The agency's settings; the defaults before it said anything. */
    public AgencySettings settings(long horizon) {
        return jdbc.sql("""
                        select * from rm.agency_entry where known_from_index <= ? order by known_from_index desc limit 1
                        """)
                .param(horizon)
                .query((row, _) -> new AgencySettings(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        MonthDay.parse(row.getString("school_year_start")),
                        row.getString("jurisdiction"),
                        row.getInt("late_after_hours"),
                        row.getInt("small_cell_threshold"),
                        StatisticsSwitch.valueOf(row.getString("statistics"))))
                .optional()
                .orElse(AgencySettings.DEFAULT);
    }

    /** The agreements that bind on some days, the earliest first. */
    public List<AgreementTerm> agreements(long horizon) {
        Map<UUID, AgreementTerm> terms = new LinkedHashMap<>();
        Map<UUID, String> titles = new HashMap<>();
        jdbc.sql("select * from rm.agreement_entry where known_from_index <= ? order by known_from_index")
                .param(horizon)
                .query((row, _) -> {
                    UUID agreement = row.getObject("agreement_id", UUID.class);
                    LocalDate first = row.getObject("first_day", LocalDate.class);
                    LocalDate last = row.getObject("last_day", LocalDate.class);
                    String title = row.getString("title");
                    if (title != null) {
                        titles.put(agreement, title);
                    } else if (first != null) {
                        terms.put(
                                agreement,
                                new AgreementTerm(
                                        agreement,
                                        titles.getOrDefault(agreement, ""),
                                        row.getInt("rule_set"),
                                        first,
                                        last));
                    } else {
                        terms.computeIfPresent(
                                agreement,
                                (_, term) ->
                                        new AgreementTerm(agreement, term.title(), term.ruleSet(), term.from(), last));
                    }
                    return agreement;
                })
                .list();
        List<AgreementTerm> sorted = new ArrayList<>(terms.values());
        sorted.sort(Comparator.comparing(AgreementTerm::from));
        return sorted;
    }

    /**
     * An expression over the names of a list: the name, with a code beside it where another of the list is the same name to the eye.
     *
     * @param code the column that tells them apart
     */
    public static String toldApart(String code) {
        return """
                name || case when count(*) over (partition by
                                    upper(btrim(regexp_replace(normalize(name, NFKC), '[[:space:]]+', ' ', 'g')))) > 1
                             then ' (' || %s || ')' else '' end""".formatted(code);
    }

    /** Names of schools by their first code; with the code they bear, where several bear one name. */
    public Map<String, String> schools(long horizon) {
        return names("select school, " + toldApart("code") + """

                  from (select distinct on (school) school, name, code from rm.school_entry
                         where known_from_index <= ? order by school, known_from_index desc) known
                """, horizon);
    }

    /** The codes that schools bear, by their first code. */
    public Map<String, String> schoolCodes(long horizon) {
        return names("""
                select distinct on (school) school, code from rm.school_entry
                 where known_from_index <= ? order by school, known_from_index desc
                """, horizon);
    }

    /**
     * Tells the first code of the school that a code leads to, now or ever, however it is written; the code itself where it leads to none,
     * or to several.
     */
    public UnaryOperator<String> firstCodes() {
        Set<String> first = new HashSet<>();
        Map<String, Set<String>> bearers = new HashMap<>();
        for (GivenCode one : GivenCode.borne(jdbc)) {
            first.add(one.school());
            for (String code : List.of(one.school(), one.code())) {
                bearers.computeIfAbsent(ComparisonForm.of(code), _ -> new HashSet<>())
                        .add(one.school());
            }
        }
        return code -> {
            Set<String> schools =
                    first.contains(code) ? Set.of(code) : bearers.getOrDefault(ComparisonForm.of(code), Set.of());
            return schools.size() == 1 ? schools.iterator().next() : code;
        };
    }

    /** Names of officers by id; with the star number, where several bear one name. */
    public Map<String, String> officers(long horizon) {
        return names("select officer::text, " + toldApart("star_number") + """

                  from (select distinct on (officer) officer, name, star_number from rm.officer_entry
                         where known_from_index <= ? order by officer, known_from_index desc) known
                """, horizon);
    }

    private Map<String, String> names(String sql, long horizon) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql(sql)
                .param(horizon)
                .query((row, _) -> names.put(row.getString(1), row.getString(2)))
                .list();
        return names;
    }
}
