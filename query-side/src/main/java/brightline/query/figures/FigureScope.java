package brightline.query.figures;

import static brightline.query.projection.Version.known;

import brightline.events.SchoolCode;
import brightline.events.agency.AgencySettings;
import brightline.events.rules.InvolvementClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A question with what it rests on: how far of the log, under which settings and agreements. Makes the statement that selects
 * its facts; identifiers in it come from {@link Dimension}, values are parameters.
 *
 * @param horizon index of the last event that counts
 * @param position index up to which the rows hold the log
 * @param settings the agency's, as known at the horizon
 * @param agreements those that bind on some days, as known at the horizon, the earliest first
 */
public record FigureScope(
        FigureQuestion question, long horizon, long position, AgencySettings settings, List<AgreementTerm> agreements) {
    public FigureScope {
        agreements = List.copyOf(agreements);
    }

    /** Which of the entries of one officer, student and incident. */
    private static final String ONE_OF_ENTRIES = "c.counts";

    private static final String EVERY_ENTRY = "true";

    /** The classes of {@code f} with the reviewer's, the latest known, in place of the rules'. */
    private static final String REVIEWED = """
            select k.fact_key, k.rule_set, k.rule, k.reason, k.counts,
                   case when f.voided then k.class else coalesce(
                     (select o.class from rm.override_entry o
                       where o.interaction_id = f.interaction_id and o.officer is not distinct from f.officer
                         and o.known_from_index <= :horizon
                       order by o.known_from_index desc limit 1), k.class) end as class
              from rm.involvement_class k where k.fact_key = f.fact_key
            """;

    /** A condition on {@code facts}: a reviewer overrode the class. */
    static final String OVERRIDDEN = """
            (interaction_id, coalesce(officer::text, '')) in (
              select o.interaction_id, coalesce(o.officer::text, '') from rm.override_entry o
               where o.known_from_index <= :horizon)
            """;

    /** A condition on {@code facts}: no record of somebody who is known to be in no school of the district. */
    public static final String OF_STUDENTS = "home_school is distinct from '" + SchoolCode.OUT_OF_DISTRICT + "'";

    /**
     * The common table expression {@code facts}: the selected facts with their class, {@code school_year}, {@code agreement_no}
     * (0 for none in force, else the place in {@link #agreements}) and {@code student}. One for each officer, student and incident,
     * however often it was entered. Without records of people who are in no school of the district, and without voided ones unless
     * {@code EXCLUDED} is asked for by name.
     */
    public String factsTable() {
        return factsTable(asksForVoided(), false, ONE_OF_ENTRIES, filters());
    }

    /** The same with records of people who are in no school of the district, for what is not a measure of students. */
    public String factsOfEverybody() {
        return factsTable(asksForVoided(), true, ONE_OF_ENTRIES, filters());
    }

    /** The same with every entry of a contact, for what is recorded of one entry and of no other: a diversion, a line shown. */
    public String everyEntry() {
        return factsTable(asksForVoided(), false, EVERY_ENTRY, filters());
    }

    /** The same of everybody. */
    public String everyEntryOfEverybody() {
        return factsTable(asksForVoided(), true, EVERY_ENTRY, filters());
    }

    /** The same with voided ones too: for lists of records. */
    public String everyRecord() {
        return factsTable(true, true, EVERY_ENTRY, filters());
    }

    private boolean asksForVoided() {
        return question.filters().getOrDefault(Dimension.CLASS, Set.of()).contains(InvolvementClass.EXCLUDED.name());
    }

    /**
     * The same without the filters on dimensions but those that bind the asker, and without voided records: what could have been in
     * the view.
     */
    String unfilteredFacts() {
        return factsTable(
                false,
                false,
                ONE_OF_ENTRIES,
                question.filters().entrySet().stream()
                        .filter(filter -> question.bound().contains(filter.getKey()))
                        .map(filter -> filter(filter.getKey(), filter.getValue()))
                        .reduce("true", (all, one) -> all + " and " + one));
    }

    /**
     * Why a fact is not in the view, as an expression over {@link #unfilteredFacts}: the name of the dimension whose filter leaves it
     * out, with what nobody stated before all else; null for what is in the view.
     */
    String leftOutBy() {
        StringBuilder unsaid = new StringBuilder();
        StringBuilder others = new StringBuilder();
        new TreeMap<>(question.filters()).forEach((dimension, wanted) -> {
            if (!question.bound().contains(dimension)) {
                if (!wanted.contains(Dimension.NOT_STATED)) {
                    unsaid.append(" when ")
                            .append(dimension.column())
                            .append(" is null then '")
                            .append(dimension.name())
                            .append('\'');
                }
                others.append(" when not ")
                        .append(filter(dimension, wanted))
                        .append(" then '")
                        .append(dimension.name())
                        .append('\'');
            }
        });
        return others.isEmpty() ? "null::text" : "case" + unsaid + others + " end";
    }

    private String factsTable(boolean withVoided, boolean withNonStudents, String entries, String filters) {
        List<String> conditions = new ArrayList<>(List.of(known("f")));
        if (!withVoided) {
            conditions.add("not f.voided");
        }
        if (!withNonStudents) {
            conditions.add("f." + OF_STUDENTS);
        }
        if (question.from() != null) {
            conditions.add("f.occurred_on >= :from");
        }
        if (question.to() != null) {
            conditions.add("f.occurred_on <= :to");
        }
        String inner = """
                with selected as (
                  select f.*, coalesce(f.pseudonym, f.interaction_id::text) collate "C" as student,
                         %s as agreement_no,
                         %s as school_year
                    from rm.involvement_fact f
                   where %s),
                facts as (
                  select f.*, c.rule_set, c.class, c.rule, c.reason
                    from selected f
                    join %s c on c.fact_key = f.fact_key and c.rule_set = %s and %s
                   where %s)
                """;
        return inner.formatted(
                agreementNumber(),
                schoolYear(),
                String.join(" and ", conditions),
                question.reviewed() ? "lateral (" + REVIEWED + ")" : "rm.involvement_class",
                ruleSet(),
                entries,
                filters);
    }

    /** The values of {@link #factsTable}'s parameters. */
    public Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("horizon", horizon);
        if (question.from() != null) {
            values.put("from", question.from());
        }
        if (question.to() != null) {
            values.put("to", question.to());
        }
        if (question.ruleSet() != null) {
            values.put("ruleSet", question.ruleSet());
        }
        for (int i = 0; i < agreements.size(); i++) {
            AgreementTerm term = agreements.get(i);
            values.put("agreementFrom" + i, term.from());
            if (term.to() != null) {
                values.put("agreementTo" + i, term.to());
            }
            values.put("agreementRules" + i, term.ruleSet());
        }
        question.filters()
                .forEach((dimension, wanted) -> values.put(
                        "filter" + dimension.name(),
                        wanted.stream()
                                .filter(value -> !value.equals(Dimension.NOT_STATED))
                                .toArray(String[]::new)));
        return values;
    }

    /** The columns to group by, named g0, g1 ...; the empty text when there is one row only. */
    public String groupColumns() {
        return groupColumns("");
    }

    /** The same, of the facts under this name: for statements that join what has columns of the same names. */
    public String groupColumnsOf(String facts) {
        return groupColumns(facts + ".");
    }

    private String groupColumns(String facts) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < question.groupBy().size(); i++) {
            columns.append(facts)
                    .append(question.groupBy().get(i).column())
                    .append(" as g")
                    .append(i)
                    .append(", ");
        }
        return columns.toString();
    }

    /** Another question that rests on the same. */
    public FigureScope asking(FigureQuestion other) {
        return new FigureScope(other, horizon, position, settings, agreements);
    }

    /** The names of the columns to group by, with a comma behind each. */
    public String groupNames() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < question.groupBy().size(); i++) {
            names.append("g").append(i).append(", ");
        }
        return names.toString();
    }

    /** What groups by those columns and sorts by them; empty for one row only. */
    public String groupClause() {
        if (question.groupBy().isEmpty()) {
            return "";
        }
        String names = groupNames().substring(0, groupNames().length() - 2);
        return " group by " + names + " order by " + names;
    }

    private String filters() {
        String all = question.filters().entrySet().stream()
                .map(filter -> filter(filter.getKey(), filter.getValue()))
                .collect(Collectors.joining(" and "));
        return all.isEmpty() ? "true" : all;
    }

    private static String filter(Dimension dimension, Set<String> wanted) {
        String isOne = "(" + dimension.column() + " = any(:filter" + dimension.name() + "))";
        return wanted.contains(Dimension.NOT_STATED) ? "(" + isOne + " or " + dimension.column() + " is null)" : isOne;
    }

    private String ruleSet() {
        if (question.ruleSet() != null) {
            return ":ruleSet";
        }
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < agreements.size(); i++) {
            cases.append(" when ").append(i + 1).append(" then :agreementRules").append(i);
        }
        return cases.isEmpty()
                ? String.valueOf(AgreementTerm.RULE_SET_WITHOUT)
                : "case f.agreement_no" + cases + " else " + AgreementTerm.RULE_SET_WITHOUT + " end";
    }

    private String agreementNumber() {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < agreements.size(); i++) {
            cases.append(" when f.occurred_on >= :agreementFrom").append(i);
            if (agreements.get(i).to() != null) {
                cases.append(" and f.occurred_on <= :agreementTo").append(i);
            }
            cases.append(" then ").append(i + 1);
        }
        return cases.isEmpty() ? "0" : "case" + cases + " else 0 end";
    }

    private String schoolYear() {
        if (!question.uses(Dimension.SCHOOL_YEAR)) {
            return "null::text";
        }
        int month = settings.schoolYearStart().getMonthValue();
        int day = settings.schoolYearStart().getDayOfMonth();
        String start = """
                (extract(year from f.occurred_on)::int - case when (extract(month from f.occurred_on),
                 extract(day from f.occurred_on)) < (%d, %d) then 1 else 0 end)""".formatted(month, day);
        return start + "::text || '-' || lpad(((" + start + " + 1) % 100)::text, 2, '0')";
    }

    /** The agreement of that place in {@code agreement_no}; null for none in force. */
    @org.jspecify.annotations.Nullable
    AgreementTerm agreement(int number) {
        return number == 0 ? null : agreements.get(number - 1);
    }

    /** The day whose agreement is named where there are no facts. */
    LocalDate dayAskedAbout(LocalDate today) {
        return question.to() == null ? today : question.to();
    }

    /** The agreement in force on a day; null for none. */
    @org.jspecify.annotations.Nullable
    AgreementTerm agreementOn(LocalDate day) {
        return agreements.stream()
                .filter(term -> !day.isBefore(term.from()) && (term.to() == null || !day.isAfter(term.to())))
                .findFirst()
                .orElse(null);
    }
}
