package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.query.roster.ProgrammeRules.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An officer's standing on a day as SQL expressions over facts known at {@code :horizon}. What stands in them besides column names
 * comes from the rules in force, quoted.
 */
final class StandingSql {
    private final ProgrammeRules rules;

    StandingSql(ProgrammeRules rules) {
        this.rules = rules;
    }

    /** Whether the officer was assigned to the school on the day. */
    static String assigned(String officer, String school, String day) {
        return """
                exists (select from rm.roster_assignment a
                         where a.officer = %s and a.school = %s and a.first_day <= %3$s
                           and (a.last_day is null or a.last_day >= %3$s) and %4$s)
                """.formatted(officer, school, day, known("a"));
    }

    /** The topics asked for on the day in which the officer was not current, as an array of {@code list/code}. */
    String untrained(String officer, String day) {
        List<String> required = rules.periods().stream()
                .flatMap(period -> period.topics().keySet().stream()
                        .map(topic -> "(" + quoted(topic) + ", " + period.bounds() + ")"))
                .toList();
        if (required.isEmpty()) {
            return "array[]::text[]";
        }
        return """
                array(select required.topic
                        from (values %s) required(topic, first_day, end_day)
                       where required.first_day <= %2$s and %2$s < required.end_day
                         and not exists (select from rm.officer_training t
                                          where t.officer = %3$s and t.topic = required.topic and t.held_from <= %2$s
                                            and (t.expires_on is null or t.expires_on > %2$s) and %4$s)
                       order by required.topic)
                """.formatted(String.join(", ", required), day, officer, known("t"));
    }

    /** Why the officer was not eligible on the day, as an array of codes; empty where nothing spoke against it. */
    String ineligible(String officer, String day) {
        String about = Arrays.stream(attribute("SUSTAINED_FINDING", "about").split("\\|", -1))
                .map(StandingSql::quoted)
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
        return """
                array_remove(array[
                  case when (%1$s) and exists (
                    select from rm.officer_complaint_finding s
                     where s.officer = %3$s and s.finding = 'SUSTAINED' and s.about && %4$s
                       and s.found_on <= %5$s and s.found_on > %5$s - interval '%6$d years' and %7$s
                       and not exists (select from rm.officer_complaint_finding l
                                        where l.officer = s.officer and l.complaint = s.complaint
                                          and l.found_on > s.found_on and l.found_on <= %5$s and %8$s))
                  then 'SUSTAINED_FINDING' end,
                  case when (%2$s) and exists (
                    select from rm.officer_complaint c
                     where c.officer = %3$s and c.received_on <= %5$s and c.known_from_index <= :horizon
                       and not exists (select from rm.officer_complaint_finding l
                                        where l.officer = c.officer and l.complaint = c.complaint
                                          and l.found_on <= %5$s and %8$s)
                       and 'YES' = (select p.discipline_probable from rm.officer_complaint_statement p
                                     where p.officer = c.officer and p.complaint = c.complaint
                                       and p.stated_on <= %5$s and %9$s
                                     order by p.stated_on desc limit 1))
                  then 'PROBABLE_DISCIPLINE' end,
                  case %10$s when 'NOT_ELIGIBLE' then 'SCREENED_NOT_ELIGIBLE' end], null)
                """.formatted(
                        applied("SUSTAINED_FINDING", day),
                        applied("PROBABLE_DISCIPLINE", day),
                        officer,
                        about,
                        day,
                        Integer.parseInt(attribute("SUSTAINED_FINDING", "years")),
                        known("s"),
                        known("l"),
                        known("p"),
                        screening(officer, day));
    }

    /** Result of the last screening up to the day; null for none. */
    static String screening(String officer, String day) {
        return """
                (select g.result from rm.officer_screening g
                  where g.officer = %s and g.screened_on <= %s and %s order by g.screened_on desc limit 1)
                """.formatted(officer, day, known("g"));
    }

    private String attribute(String rule, String name) {
        return Objects.requireNonNull(rules.eligibilityRule(rule).attribute(name));
    }

    private String applied(String rule, String day) {
        String periods = rules.periods().stream()
                .filter(period -> period.eligibility().contains("eligibility-rule/" + rule))
                .map(Period::bounds)
                .map(bounds -> bounds.split(", ", -1))
                .map(bounds -> "(%1$s >= %2$s and %1$s < %3$s)".formatted(day, bounds[0], bounds[1]))
                .collect(Collectors.joining(" or "));
        return periods.isEmpty() ? "false" : periods;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
