package brightline.query.figures;

import brightline.edge.clock.RecordingClock;
import brightline.events.agency.AgencySettings;
import brightline.events.measure.Proportion;
import brightline.query.projection.Horizons;
import brightline.query.question.AsKnownOn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader of a figure has to know: what it rests on, and what it misses. */
final class FigureNotes {
    private final JdbcClient jdbc;
    private final Horizons horizons;
    private final RecordingClock clock;

    FigureNotes(JdbcClient jdbc, Horizons horizons, RecordingClock clock) {
        this.jdbc = jdbc;
        this.horizons = horizons;
        this.clock = clock;
    }

    /**
     * What the selected facts rest on.
     *
     * @param ruleSet null where several
     * @param agreement null where none or several
     * @param overridden facts whose class a reviewer overrode
     * @param schoolYears how many school years lie between the first and the last of them, both included
     * @param assumptions what imports assumed of imminent threat where their files do not say
     */
    record Basis(
            long overridden,
            int schoolYears,
            @Nullable Integer ruleSet,
            @Nullable AgreementTerm agreement,
            boolean severalRuleSets,
            boolean severalAgreements,
            boolean someWithoutAgreement,
            List<String> assumptions) {}

    Basis basis(FigureScope scope, LocalDate today) {
        return jdbc.sql(scope.factsTable() + """
                        select count(*) filter (where not voided and %s) as overridden,
                               min(occurred_on) as first_day, max(occurred_on) as last_day,
                               array_agg(distinct rule_set::int) as rule_sets,
                               array_agg(distinct agreement_no) as agreements,
                               array_agg(distinct import_id::text) filter (where imminence_assumed) as imports
                          from facts
                        """.formatted(FigureScope.OVERRIDDEN))
                .params(scope.parameters())
                .query((row, _) -> basis(row, scope, today))
                .single();
    }

    private Basis basis(ResultSet row, FigureScope scope, LocalDate today) throws SQLException {
        List<Integer> ruleSets = integers(row.getArray("rule_sets"));
        List<Integer> agreements = integers(row.getArray("agreements"));
        AgreementTerm inForce = agreements.isEmpty()
                ? scope.agreementOn(scope.dayAskedAbout(today))
                : scope.agreement(agreements.getFirst());
        Integer asked = scope.question().ruleSet();
        Integer withoutFacts =
                asked != null ? asked : inForce == null ? AgreementTerm.RULE_SET_WITHOUT : inForce.ruleSet();
        return new Basis(
                row.getLong("overridden"),
                schoolYears(row, scope.settings()),
                ruleSets.size() > 1 ? null : ruleSets.isEmpty() ? withoutFacts : ruleSets.getFirst(),
                agreements.size() > 1 ? null : inForce,
                ruleSets.size() > 1,
                agreements.size() > 1,
                agreements.isEmpty() ? inForce == null : agreements.contains(0),
                assumptions(row.getArray("imports"), scope.horizon()));
    }

    private static int schoolYears(ResultSet row, AgencySettings settings) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        LocalDate last = row.getObject("last_day", LocalDate.class);
        return first == null || last == null ? 0 : firstHalf(last, settings) - firstHalf(first, settings) + 1;
    }

    /** The calendar year in which a day's school year began. */
    private static int firstHalf(LocalDate day, AgencySettings settings) {
        return Integer.parseInt(settings.schoolYear(day).substring(0, 4));
    }

    private List<String> assumptions(@Nullable Array imports, long horizon) throws SQLException {
        if (imports == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct assumed_imminence from rm.import_entry
                         where import_id = any(:ids::uuid[]) and known_from_index <= :horizon order by 1
                        """)
                .param("ids", imports.getArray())
                .param("horizon", horizon)
                .query(String.class)
                .list();
    }

    /** What a filter leaves out comes first. */
    List<String> of(
            FigureScope scope,
            Basis basis,
            LeftOut notInThisView,
            List<FigureRow> rows,
            List<String> remarks,
            List<String> projections) {
        List<String> notes = new ArrayList<>();
        String notInView = notInThisView.sentence();
        if (notInView != null) {
            notes.add(notInView);
        }
        if (basis.someWithoutAgreement()) {
            notes.add(
                    basis.severalAgreements()
                            ? "No agreement was in force on some of the days: there rule set 1 measures."
                            : "No agreement is in force on these days: rule set 1 measures.");
        }
        if (basis.severalAgreements()) {
            notes.add("More than one agreement was in force in the time asked about.");
        }
        if (basis.severalRuleSets()) {
            notes.add("Each contact is read by the rule set in force on its day; more than one was.");
        }
        notes.addAll(remarks);
        notes.addAll(missing(scope.question(), rows));
        if (basis.schoolYears() > 1
                && rows.stream().anyMatch(row -> row.counts().containsKey("students"))) {
            notes.add("Students are counted once in each school year; these contacts lie in %d."
                    .formatted(basis.schoolYears()));
        }
        if (basis.overridden() > 0) {
            notes.add(overridden(basis.overridden(), scope.question().reviewed()));
        }
        basis.assumptions()
                .forEach(assumed ->
                        notes.add("Where an imported file does not say whether danger was immediate, %s is assumed, "
                                        .formatted(assumed.equalsIgnoreCase("no") ? "no danger" : "danger")
                                + "as its sender declared."));
        long parked =
                projections.stream().mapToLong(horizons::parkedStreams).max().orElse(0);
        if (parked > 0) {
            notes.add("Events of %d %s could not be handled and are not in these figures (events: %d)."
                    .formatted(
                            parked,
                            parked == 1 ? "record" : "records",
                            projections.stream()
                                    .mapToLong(horizons::parkedEvents)
                                    .max()
                                    .orElse(0)));
        }
        long leftOut =
                projections.stream().mapToLong(horizons::leftOutEvents).max().orElse(0);
        if (leftOut > 0) {
            notes.add(
                    leftOut == 1
                            ? "1 event that could not be handled was discarded and is not in these figures."
                            : "%d events that could not be handled were discarded and are not in these figures."
                                    .formatted(leftOut));
        }
        addNotYet(scope, notes);
        if (clock.mode() == RecordingClock.Mode.SIMULATION) {
            notes.add("Recorded times of this database are simulated.");
        }
        return notes;
    }

    /** Of what the shown share is taken of, or of what is counted where there is none: the part in which a group is not stated. */
    private static List<String> missing(FigureQuestion question, List<FigureRow> rows) {
        List<String> warnings = new ArrayList<>();
        long all = rows.stream().mapToLong(FigureRow::base).sum();
        for (Dimension dimension : question.groupBy()) {
            long unsaid = rows.stream()
                    .filter(row -> row.value(dimension) == null)
                    .mapToLong(FigureRow::base)
                    .sum();
            Proportion share = new Proportion(unsaid, all);
            if (share.isAboveFivePercent()) {
                warnings.add(String.format(
                        Locale.US,
                        "%s: not stated for %s%% of what is counted here (%,d of %,d).",
                        dimension.words().substring(0, 1).toUpperCase(Locale.US)
                                + dimension.words().substring(1),
                        percent(share),
                        unsaid,
                        all));
            }
        }
        return warnings;
    }

    private static String overridden(long overridden, boolean reviewed) {
        String these = overridden == 1
                ? "The class of 1 contact here was overridden by a reviewer."
                : String.format(
                        Locale.US, "The classes of %,d contacts here were overridden by reviewers.", overridden);
        return these
                + (reviewed
                        ? " These figures go by the reviewers' classes."
                        : " These figures go by the rules; classBasis=reviewed counts the reviewers' classes.");
    }

    private void addNotYet(FigureScope scope, List<String> notes) {
        AsKnownOn known = scope.question().asKnownOn();
        if (known == null) {
            long waiting = jdbc.sql("select count(*) from log.domain_event_entry where global_index > ?")
                    .param(scope.position())
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                notes.add("%d recorded events are not yet in these figures.".formatted(waiting));
            }
        } else if (known.moment(scope.settings().zone()).isAfter(clock.instant())) {
            notes.add("The moment asked about is not over: these figures may still move.");
        }
    }

    /** A share in percent with one decimal. */
    static String percent(Proportion share) {
        return BigDecimal.valueOf(share.numerator() * 100)
                .divide(BigDecimal.valueOf(Math.max(1, share.denominator())), 1, RoundingMode.HALF_UP)
                .toString();
    }

    private static List<Integer> integers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }
}
