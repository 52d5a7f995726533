package brightline.query.pages.dashboard;

import brightline.query.arrests.ArrestFigures;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.InvolvementFigures;
import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import brightline.query.pages.Share;
import brightline.query.routine.RoutineFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the measures for what the dashboard shows, and sets it out as charts and tables. */
final class DashboardFigures {
    private static final String NOT_STATED = "Not stated";
    private static final Dimension[] LOOKED_AT = {
        Dimension.SCHOOL, Dimension.OFFICER_CAPACITY, Dimension.INITIATOR, Dimension.TIER, Dimension.OUTCOME
    };

    private final InvolvementFigures involvements;
    private final RoutineFigures routine;
    private final ArrestFigures arrests;

    DashboardFigures(InvolvementFigures involvements, RoutineFigures routine, ArrestFigures arrests) {
        this.involvements = involvements;
        this.routine = routine;
        this.arrests = arrests;
    }

    /** Whose contacts the figures are about. @param note what the reader has to know of it; null when nothing */
    private record Whose(
            FigureQuestion question,
            String capacity,
            @Nullable String note) {}

    DashboardPage answer(DashboardPage.Filters filters, FigureQuestion asked, DashboardChoice choice, ZoneId zone) {
        Whose whose = whose(filters, asked, choice);
        FigureQuestion question = whose.question();
        FigureAnswer all = routine.share(question);
        FigureAnswer decisions = arrests.decisions(question);
        FigureRow counted = involvements.count(question).rows().getFirst();
        Set<String> notes = new LinkedHashSet<>();
        if (whose.note() != null) {
            notes.add(whose.note());
        }
        notes.addAll(all.notes());
        notes.addAll(decisions.notes());
        notes.addAll(involvements.count(question.groupedBy(LOOKED_AT)).notes());
        return new DashboardPage(
                filters,
                null,
                scope(filters, whose, all, zone),
                List.copyOf(notes),
                new DashboardPage.Counts(counted.count("incidents"), counted.count(), counted.count("students")),
                counted.count() == 0
                        ? List.of()
                        : figures(
                                asked,
                                question,
                                choice,
                                all.rows().getFirst(),
                                decisions.rows().getFirst()));
    }

    /** The headline is of school resource officers, unless another capacity is chosen or nothing says who they are. */
    private Whose whose(DashboardPage.Filters filters, FigureQuestion asked, DashboardChoice choice) {
        if (!choice.leavesCapacityOpen()) {
            return new Whose(asked, label(filters.capacities()), null);
        }
        FigureQuestion ofSros = asked.only(Dimension.OFFICER_CAPACITY, "SRO");
        if (none(ofSros) && !none(asked)) {
            return new Whose(
                    asked,
                    "All capacities",
                    "No contact of this choice is by a school resource officer, or none says so: the figures are over all"
                            + " capacities.");
        }
        return new Whose(ofSros, "School resource officers; the others beside them", null);
    }

    private boolean none(FigureQuestion question) {
        return involvements.count(question).rows().getFirst().count() == 0;
    }

    private List<Figure> figures(
            FigureQuestion asked,
            FigureQuestion question,
            DashboardChoice choice,
            FigureRow shares,
            FigureRow decided) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Headline.of(shares, decided));
        figures.add(RoutineCharts.byMonth(
                months(routine.share(question.groupedBy(Dimension.MONTH)).rows())));
        figures.add(RoutineCharts.bySchoolAndMonth(
                schools(routine.share(question.groupedBy(Dimension.SCHOOL, Dimension.MONTH)))));
        figures.add(RoutineCharts.byGroup(
                "routine-by-initiator",
                "Routine discipline by who started the contact",
                "How much of it did school staff ask for?",
                "Who started the contact",
                groups(routine.share(question.groupedBy(Dimension.INITIATOR)), DashboardFigures::shares)));
        boolean besides = !asked.filters().containsKey(Dimension.OFFICER_CAPACITY);
        if (besides) {
            figures.add(RoutineCharts.byGroup(
                    "routine-by-capacity",
                    "Routine discipline by the officer’s capacity",
                    "Do school resource officers differ from other officers who come to schools?",
                    "Officer’s capacity",
                    groups(routine.share(asked.groupedBy(Dimension.OFFICER_CAPACITY)), DashboardFigures::shares)));
        }
        Dimension groupBy = choice.groupBy();
        if (groupBy != Dimension.MONTH
                && groupBy != Dimension.INITIATOR
                && !(besides && groupBy == Dimension.OFFICER_CAPACITY)) {
            String name = DashboardController.nameOf(groupBy);
            figures.add(RoutineCharts.byGroup(
                    "routine-by-group",
                    "Routine discipline by " + name.toLowerCase(Locale.US),
                    "Of the contacts with students, how many were police doing the school’s discipline?",
                    name,
                    groups(routine.share(question.groupedBy(groupBy)), DashboardFigures::shares)));
        }
        figures.add(ArrestCharts.by(
                DashboardController.nameOf(groupBy),
                groups(arrests.decisions(question.groupedBy(groupBy)), DashboardFigures::decisions)));
        return figures;
    }

    private static Map<YearMonth, RoutineCharts.Shares> months(List<FigureRow> rows) {
        Map<YearMonth, RoutineCharts.Shares> months = new LinkedHashMap<>();
        for (FigureRow row : rows) {
            String month = row.value(Dimension.MONTH);
            if (month != null) {
                months.put(YearMonth.parse(month), shares(row));
            }
        }
        return months;
    }

    private static Map<String, Map<YearMonth, RoutineCharts.Shares>> schools(FigureAnswer answer) {
        Map<String, List<FigureRow>> rows = new LinkedHashMap<>();
        for (FigureRow row : answer.rows()) {
            rows.computeIfAbsent(Objects.requireNonNullElse(row.value(Dimension.SCHOOL), ""), _ -> new ArrayList<>())
                    .add(row);
        }
        Map<String, Map<YearMonth, RoutineCharts.Shares>> schools = new LinkedHashMap<>();
        rows.values().stream()
                .sorted(Comparator.comparing(school -> label(school.getFirst(), Dimension.SCHOOL)))
                .forEach(school -> schools.put(unused(school.getFirst(), Dimension.SCHOOL, schools), months(school)));
        return schools;
    }

    private static <T> Map<String, T> groups(FigureAnswer answer, Function<FigureRow, T> read) {
        Dimension dimension = answer.question().groupBy().getFirst();
        List<FigureRow> rows = new ArrayList<>(answer.rows());
        if (dimension == Dimension.SCHOOL) {
            rows.sort(Comparator.comparing(row -> label(row, dimension)));
        }
        Map<String, T> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.put(unused(row, dimension, groups), read.apply(row)));
        return groups;
    }

    /** The group's name, with its code where another group has the same name. */
    private static String unused(FigureRow row, Dimension dimension, Map<String, ?> taken) {
        String label = label(row, dimension);
        return taken.containsKey(label) ? label + " (" + row.value(dimension) + ")" : label;
    }

    private static String label(FigureRow row, Dimension dimension) {
        String value = row.value(dimension);
        return value == null ? NOT_STATED : row.labels().getOrDefault(dimension, value);
    }

    private static RoutineCharts.Shares shares(FigureRow row) {
        return new RoutineCharts.Shares(
                Share.of(row.measure("M2a")), Share.of(row.measure("M2b")), Share.of(row.measure("M2d")));
    }

    private static ArrestCharts.Decisions decisions(FigureRow row) {
        return new ArrestCharts.Decisions(
                row.count("P"),
                row.count("A"),
                row.count("S"),
                row.count("U"),
                Share.of(row.measure("M1a")),
                Share.of(row.measure("M1b")),
                Share.of(row.measure("M1c")),
                Share.of(row.measure("missing")));
    }

    private static DashboardPage.Scope scope(
            DashboardPage.Filters filters, Whose whose, FigureAnswer answer, ZoneId zone) {
        FigureQuestion question = answer.question();
        String ruleSet = answer.ruleSet() == null
                ? "The one in force on the day of each contact"
                : "Rule set " + answer.ruleSet() + (question.ruleSet() == null ? "" : ", chosen for all contacts");
        return new DashboardPage.Scope(
                period(question.from(), question.to()),
                question.filters().containsKey(Dimension.SCHOOL) ? label(filters.schools()) : "All schools",
                whose.capacity(),
                ruleSet,
                answer.agreement() == null
                        ? "None, or not one on all days: see below"
                        : answer.agreement().title(),
                known(question.asKnownOn(), zone) + " (event " + answer.index() + ")");
    }

    private static String label(List<Choice> choices) {
        return choices.stream()
                .filter(Choice::selected)
                .map(Choice::label)
                .findFirst()
                .orElse("All");
    }

    private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "All days" : "Until " + Moment.day(to);
        }
        return to == null ? "From " + Moment.day(from) : Moment.day(from) + " to " + Moment.day(to);
    }

    private static String known(@Nullable AsKnownOn known, ZoneId zone) {
        return switch (known) {
            case null -> "Now";
            case AsKnownOn.Day(LocalDate day) -> "The end of " + Moment.day(day);
            case AsKnownOn.Moment(var instant) -> new Moment(instant, zone).text();
        };
    }
}
