package brightline.query.pages.dashboard;

import brightline.edge.access.AccountRole;
import brightline.events.measure.Proportion;
import brightline.query.arrests.ArrestFigures;
import brightline.query.caseload.LineFigures;
import brightline.query.figures.AgreementTerm;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.InvolvementFigures;
import brightline.query.figures.LeftOut;
import brightline.query.pages.Choice;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Count;
import brightline.query.pages.Moment;
import brightline.query.pages.Rooms;
import brightline.query.pages.Share;
import brightline.query.pages.chart.MonthLineChart;
import brightline.query.pages.dashboard.ArrestCharts.Decisions;
import brightline.query.pages.dashboard.DashboardPage.Card;
import brightline.query.pages.dashboard.DashboardPage.Shown;
import brightline.query.pages.dashboard.Figure.*;
import brightline.query.pages.dashboard.RoutineCharts.Shares;
import brightline.query.question.AsKnownOn;
import brightline.query.routine.RoutineFigures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the measures for what the pages of figures show, and sets it out as sentences, charts and tables. */
final class DashboardFigures {
    private static final String SROS = "SRO";

    /** Filters the list of cases takes as well: only under these is there a way from a number to its contacts. */
    private static final Set<Dimension> OF_CASES = Set.of(
            Dimension.SCHOOL,
            Dimension.OFFICER_CAPACITY,
            Dimension.INITIATOR,
            Dimension.TIER,
            Dimension.ACTION,
            Dimension.OUTCOME);

    /** More schools than these are not drawn on the front page, nor month by month. */
    private static final int MOST_SCHOOLS = 8;

    private static final int MOST_LINES = 4;
    private static final int HALF = 560;

    /** Facts that are looked at for what nobody stated. */
    private static final List<Dimension> LOOKED_AT = List.of(
            Dimension.OFFICER_CAPACITY,
            Dimension.INITIATOR,
            Dimension.TIER,
            Dimension.ACTION,
            Dimension.OUTCOME,
            Dimension.HOME_SCHOOL,
            Dimension.GRADE_BAND,
            Dimension.RACE,
            Dimension.SEX);

    private final FigureEngine engine;
    private final InvolvementFigures involvements;
    private final RoutineFigures routine;
    private final ArrestFigures arrests;
    private final LineFigures lines;

    DashboardFigures(
            FigureEngine engine,
            InvolvementFigures involvements,
            RoutineFigures routine,
            ArrestFigures arrests,
            LineFigures lines) {
        this.engine = engine;
        this.involvements = involvements;
        this.routine = routine;
        this.arrests = arrests;
        this.lines = lines;
    }

    /** Who asks, where and when. @param address of the page with its filters, and nothing else that was asked */
    record Reader(AccountRole role, String address, Instant made) {}

    /** What the question rests on. */
    private record Basis(List<AgreementTerm> agreements, Periods periods, ZoneId zone, int threshold) {}

    /**
     * Everything the pages of one choice are made of.
     *
     * @param asked over all assignments, unless one was chosen
     * @param question of the assignment the page is about
     * @param all the shares of the question
     * @param ruleSet a period that is set beside this one is read by the same; null for the one in force
     */
    private record Asking(
            DashboardChoice choice,
            DashboardPage.Filters filters,
            Basis basis,
            FigureQuestion asked,
            FigureQuestion question,
            FigureAnswer all,
            @Nullable Integer ruleSet,
            boolean linked) {
        FigureRow shares() {
            return all.rows().getFirst();
        }

        boolean othersBeside() {
            return !asked.filters().containsKey(Dimension.OFFICER_CAPACITY);
        }
    }

    /** @param page null for the front page */
    DashboardPage answer(
            @Nullable Question page, DashboardPage.Filters filters, DashboardChoice choice, Reader reader) {
        FigureQuestion sent = Objects.requireNonNull(choice.question());
        Basis basis = engine.read(
                sent,
                scope -> new Basis(
                        scope.agreements(),
                        Periods.of(
                                sent.from(),
                                sent.to(),
                                scope.agreements(),
                                scope.settings().schoolYearStart(),
                                engine.today(scope)),
                        scope.settings().zone(),
                        scope.settings().smallCellThreshold()));
        FigureQuestion asked =
                sent.between(basis.periods().from(), basis.periods().to());
        Set<String> notes = new LinkedHashSet<>();
        FigureQuestion question = asked;
        if (choice.leavesAssignmentOpen()) {
            question = asked.only(Dimension.OFFICER_CAPACITY, SROS);
            if (count(question) == 0 && count(asked) > 0) {
                question = asked;
                notes.add(
                        "No contact of this choice is by a school resource officer, or none says so: all assignments are shown.");
            }
        }
        FigureAnswer all = routine.share(question);
        notes.addAll(all.notes()
                .subList(all.leftOut().contacts() == 0 ? 0 : 1, all.notes().size()));
        Integer ruleSet = all.ruleSet();
        boolean linked = Rooms.CASES.roles().contains(reader.role())
                && OF_CASES.containsAll(question.filters().keySet())
                && question.ruleSet() == null
                && question.asKnownOn() == null;
        Asking asking = new Asking(choice, filters, basis, asked, question, all, ruleSet, linked);
        DashboardPage.View view = view(page, asking, List.copyOf(notes), reader);
        Headline headline = headline(page, asking);
        List<Question> questions = Question.of(reader.role());
        if (view.counts().none()) {
            return new DashboardPage(questions, page, filters, null, view, headline, List.of(), List.of());
        }
        return page == null
                ? new DashboardPage(questions, null, filters, null, view, headline, cards(asking, questions), List.of())
                : new DashboardPage(
                        questions,
                        page,
                        filters,
                        null,
                        view,
                        headline,
                        List.of(),
                        shown(page, figures(page, asking), choice));
    }

    private static List<Shown> shown(Question page, List<Figure> figures, DashboardChoice choice) {
        Set<Figure.Definition> told = new HashSet<>();
        return figures.stream()
                .map(figure -> new Shown(
                        figure,
                        choice.at(page.path() + "/" + figure.id() + ".csv"),
                        figure.definitions().stream().filter(told::add).toList()))
                .toList();
    }

    private Map<String, Shares> sharesBy(FigureQuestion question, Dimension by) {
        return groups(routine.share(question.groupedBy(by)), DashboardFigures::shares);
    }

    private long count(FigureQuestion question) {
        return involvements.count(question).rows().getFirst().count();
    }

    private DashboardPage.View view(@Nullable Question page, Asking asking, List<String> notes, Reader reader) {
        FigureQuestion question = asking.question();
        FigureRow counted = involvements.count(question).rows().getFirst();
        LeftOut leftOut = leftOut(question, counted.count());
        boolean byDefault = asking.choice().leavesAssignmentOpen()
                && leftOut.parts().stream().anyMatch(part -> part.dimension() == Dimension.OFFICER_CAPACITY);
        String known = known(question.asKnownOn(), asking.basis().zone());
        return new DashboardPage.View(
                sentence(asking),
                leftOut.sentence(),
                byDefault
                        ? asking.choice()
                                .at(
                                        page == null ? "/dashboard" : page.path(),
                                        Dimension.OFFICER_CAPACITY.parameter(),
                                        DashboardChoice.ALL_ASSIGNMENTS)
                        : null,
                known + ", up to event " + Count.of(asking.all().index()) + " of the record",
                notes,
                new DashboardPage.Counts(counted.count("incidents"), counted.count(), counted.count("students")),
                reader.address(),
                new Moment(reader.made(), asking.basis().zone()).text(),
                asking.linked());
    }

    /** Over all days: also what the page's own period leaves out is told. */
    private LeftOut leftOut(FigureQuestion question, long counted) {
        LocalDate from = question.from();
        LocalDate to = question.to();
        if (from == null && to == null) {
            return involvements.count(question).leftOut();
        }
        FigureAnswer ever = involvements.count(question.between(null, null));
        long before = from == null ? 0 : count(question.between(null, from.minusDays(1)));
        long after = ever.rows().getFirst().count() - before - counted;
        return ever.leftOut()
                .and(before, from == null ? "" : "before " + Moment.day(from))
                .and(after, to == null ? "" : "after " + Moment.day(to));
    }

    /** The first sentences of a page answer its own question. */
    private Headline headline(@Nullable Question page, Asking asking) {
        Headline ofRoutine = headline(asking);
        String answer =
                switch (page) {
                    case null -> ofRoutine.answer();
                    case ROUTINE -> ofRoutine.answer();
                    case STARTED -> started(routine.share(asking.question().groupedBy(Dimension.INITIATOR)));
                    case SCHOOLS -> schools(sharesBy(asking.question(), Dimension.SCHOOL));
                    case ARRESTS -> instead(Share.of(decided(asking).measure("M1a")));
                    case MISSING -> missing(Share.of(asking.shares().measure("M2d")), decisions(decided(asking)));
                    case LINE -> LineChanges.say(lines.changes(asking.question()));
                };
        return page == null || page == Question.ROUTINE
                ? ofRoutine
                : new Headline(ofRoutine.first(), answer, null, null, null);
    }

    private FigureRow decided(Asking asking) {
        return arrests.decisions(asking.question()).rows().getFirst();
    }

    private Headline headline(Asking asking) {
        Periods periods = asking.basis().periods();
        FigureQuestion same = asking.question().readBy(asking.ruleSet());
        Function<Periods.Span, Headline.Of> of = span -> new Headline.Of(
                span.words(),
                Share.of(routine.share(same.between(span.from(), span.to()))
                        .rows()
                        .getFirst()
                        .measure("M2a")));
        Periods.Span before = periods.before();
        return Headline.ofRoutine(
                periods.words(),
                periods.agreement() != null,
                Share.of(asking.shares().measure("M2a")),
                asking.ruleSet(),
                asking.shares().measure("M2d").numerator(),
                before == null ? null : of.apply(before),
                periods.likeDays(),
                periods.like().stream().map(of).toList());
    }

    private List<Card> cards(Asking asking, List<Question> questions) {
        DashboardChoice choice = asking.choice();
        List<Card> cards = new ArrayList<>();
        cards.add(new Card(
                Question.ROUTINE,
                choice.at(Question.ROUTINE.path()),
                holding(asking),
                RoutineCharts.line(
                                "front-months",
                                "School discipline handled by police, by month",
                                months(asking),
                                marks(asking),
                                new MonthLineChart.Frame(1180, 260, null))
                        .svg(),
                List.of(),
                true));
        Map<String, Shares> started = sharesBy(asking.question(), Dimension.INITIATOR);
        cards.add(new Card(
                Question.STARTED,
                choice.at(Question.STARTED.path()),
                started(routine.share(asking.question().groupedBy(Dimension.INITIATOR))),
                RoutineCharts.dots("front-started", "Share by how the contact started", started, HALF)
                        .svg(),
                List.of(),
                false));
        Map<String, Shares> schools = sharesBy(asking.question(), Dimension.SCHOOL);
        cards.add(new Card(
                Question.SCHOOLS,
                choice.at(Question.SCHOOLS.path()),
                schools(schools),
                schools.size() > MOST_SCHOOLS
                        ? ""
                        : RoutineCharts.dots("front-schools", "Share by school", schools, HALF)
                                .svg(),
                List.of(),
                false));
        FigureRow decided = arrests.decisions(asking.question()).rows().getFirst();
        cards.add(new Card(
                Question.ARRESTS,
                choice.at(Question.ARRESTS.path()),
                instead(Share.of(decided.measure("M1a"))),
                ArrestCharts.bars("front-arrests", Map.of("All decisions", decisions(decided)))
                        .svg(),
                List.of(),
                false));
        cards.add(new Card(
                Question.MISSING,
                choice.at(Question.MISSING.path()),
                missing(Share.of(asking.shares().measure("M2d")), decisions(decided)),
                "",
                unsaid(asking).entrySet().stream()
                        .filter(fact -> fact.getValue().numerator() > 0)
                        .sorted(Comparator.comparingLong((Map.Entry<String, Share> fact) ->
                                        fact.getValue().numerator())
                                .reversed())
                        .limit(MOST_LINES)
                        .map(fact -> new DashboardPage.Line(
                                fact.getKey() + " not stated", fact.getValue().counts()))
                        .toList(),
                false));
        if (questions.contains(Question.LINE)) {
            cards.add(new Card(
                    Question.LINE,
                    choice.at(Question.LINE.path()),
                    LineChanges.say(lines.changes(asking.question())),
                    "",
                    List.of(),
                    false));
        }
        return cards;
    }

    /** Whether the share is another than in the school year before, as far as chance leaves it open. */
    private String holding(Asking asking) {
        Periods.Span before = asking.basis().periods().before();
        Share now = Share.of(asking.shares().measure("M2a"));
        if (before == null) {
            return "Choose a first day to see it beside the school year before.";
        }
        Share then = Share.of(
                routine.share(asking.question().readBy(asking.ruleSet()).between(before.from(), before.to()))
                        .rows()
                        .getFirst()
                        .measure("M2a"));
        return holding(now, then, before.words());
    }

    static String holding(Share now, Share then, String beforeWords) {
        if (then.denominator() == 0) {
            return "Nothing is on record of the school year before to set it beside; like months stand above.";
        }
        if (now.denominator() < Share.FEWEST || then.denominator() < Share.FEWEST) {
            return "There are too few contacts on one side to compare with the school year before.";
        }
        String than = beforeWords.replace("In the school year", "in the school year");
        if (Objects.requireNonNull(now.upper()) < Objects.requireNonNull(then.lower())) {
            return "Lower than " + than + ", by more than chance explains.";
        }
        if (Objects.requireNonNull(now.lower()) > Objects.requireNonNull(then.upper())) {
            return "Higher than " + than + ", by more than chance explains.";
        }
        return "Chance alone may explain the difference from what it was " + than + ".";
    }

    private static String started(FigureAnswer byInitiator) {
        long stated = 0;
        long asked = 0;
        for (FigureRow row : byInitiator.rows()) {
            String initiator = row.value(Dimension.INITIATOR);
            long handled = row.measure("M2a").numerator();
            stated += initiator == null ? 0 : handled;
            asked += "STAFF_REQUEST".equals(initiator) ? handled : 0;
        }
        return stated == 0
                ? "No contact of this view was school discipline handled by police and says how it started."
                : "School staff had asked in " + Count.of(asked) + " of the "
                        + Count.of(stated, "contact", "contacts")
                        + " handled by police that say how they started.";
    }

    private static String schools(Map<String, Shares> schools) {
        long few = schools.values().stream()
                .filter(shares -> shares.strict().denominator() < Share.FEWEST)
                .count();
        return Count.of(schools.size(), "school", "schools") + " in alphabetical order, not a ranking."
                + (few == 0
                        ? ""
                        : " " + Count.of(few) + (few == 1 ? " has" : " have") + " too few contacts to tell a share.");
    }

    private static String instead(Share avoided) {
        String where = "Where an arrest was possible and the outcome is known, an alternative was taken in ";
        return avoided.denominator() == 0
                ? "No decision of this view says that an arrest was possible and how it ended."
                : avoided.tooFew()
                        ? where + avoided.counts() + " decisions, too few to tell a share."
                        : where + Headline.ofHundred(avoided, "decisions") + ", " + avoided.counts() + ".";
    }

    private static String missing(Share backlog, Decisions decided) {
        String warning = ArrestCharts.missingWarning(Map.of("all", decided));
        return (backlog.numerator() == 0
                        ? "No contact waits for a fact the rules need."
                        : Count.of(backlog.numerator(), "contact waits", "contacts wait")
                                + " for a fact the rules need, of " + Count.of(backlog.denominator()) + ".")
                + (warning == null ? "" : " " + warning);
    }

    private List<Figure> figures(Question page, Asking asking) {
        return switch (page) {
            case ROUTINE -> routine(asking);
            case STARTED -> started(asking);
            case SCHOOLS -> schools(asking);
            case ARRESTS -> {
                Dimension by = Objects.requireNonNullElse(asking.choice().groupBy(), Dimension.SCHOOL);
                Map<String, Decisions> groups =
                        groups(arrests.decisions(asking.question().groupedBy(by)), DashboardFigures::decisions);
                String name = DashboardController.nameOf(by);
                yield List.of(
                        ArrestCharts.instead(name, groups, threshold(asking)),
                        ArrestCharts.after(name, groups, threshold(asking)));
            }
            case MISSING -> missing(asking);
            case LINE ->
                List.of(LineChanges.figure(
                        lines.changes(asking.question().groupedBy(LineChanges.GROUPS)), threshold(asking)));
        };
    }

    private List<Figure> routine(Asking asking) {
        List<Figure> figures = new ArrayList<>();
        figures.add(RoutineCharts.byMonth(months(asking), marks(asking), threshold(asking)));
        if (asking.othersBeside()) {
            figures.add(RoutineCharts.byGroup(
                    "by-assignment",
                    "By the officer’s assignment that day",
                    "Do school resource officers differ from other officers who come to schools?",
                    "Assignment that day",
                    sharesBy(asking.asked(), Dimension.OFFICER_CAPACITY),
                    threshold(asking),
                    _ -> null));
        }
        Dimension by = asking.choice().groupBy();
        if (by != null && by != Dimension.MONTH && !(by == Dimension.OFFICER_CAPACITY && asking.othersBeside())) {
            String name = DashboardController.nameOf(by);
            figures.add(RoutineCharts.byGroup(
                    "by-group",
                    "By " + by.words(),
                    "Of the contacts that count, in how many did police handle the school’s discipline?",
                    name,
                    sharesBy(asking.question(), by),
                    threshold(asking),
                    _ -> null));
        }
        return figures;
    }

    private List<Figure> started(Asking asking) {
        Map<String, Shares> schools = sharesBy(asking.question(), Dimension.SCHOOL);
        Map<String, Share> asked = new LinkedHashMap<>();
        schools.forEach((name, shares) -> asked.put(name, shares.asked()));
        return List.of(
                RoutineCharts.byGroup(
                        "by-start",
                        "By how the contact started",
                        "How much of it did school staff ask for?",
                        "How it started",
                        sharesBy(asking.question(), Dimension.INITIATOR),
                        threshold(asking),
                        _ -> null),
                shareOf(
                        "turned-over",
                        "Staff requests turned over to school administration",
                        "Where staff asked over a school rule or a public-order offense, how often did the officer turn it over?",
                        List.of("School", "Turned over", "Asked by staff"),
                        asked,
                        List.of(Measures.M2C, Measures.INTERVAL),
                        threshold(asking)));
    }

    private List<Figure> schools(Asking asking) {
        List<Figure> figures = new ArrayList<>();
        FigureAnswer bySchool = routine.share(asking.question().groupedBy(Dimension.SCHOOL));
        Map<String, String> codes = new LinkedHashMap<>();
        groups(bySchool, row -> String.valueOf(row.value(Dimension.SCHOOL))).forEach(codes::put);
        figures.add(RoutineCharts.byGroup(
                "by-school",
                "By school",
                "Of the contacts that count at each school, in how many did police handle the school’s discipline?",
                "School",
                groups(bySchool, DashboardFigures::shares),
                threshold(asking),
                name -> asking.linked() ? contacts(asking, codes.getOrDefault(name, "")) : null));
        Set<String> chosen = asking.question().filters().getOrDefault(Dimension.SCHOOL, Set.of());
        if (!chosen.isEmpty() && codes.size() <= MOST_SCHOOLS) {
            figures.add(RoutineCharts.bySchoolAndMonth(
                    schoolsByMonth(routine.share(asking.question().groupedBy(Dimension.SCHOOL, Dimension.MONTH))),
                    threshold(asking)));
        }
        return figures;
    }

    /** The list of cases with the same filters. */
    private static String contacts(Asking asking, String school) {
        StringBuilder address = new StringBuilder("/cases?class=ROUTINE_DISCIPLINE&school=")
                .append(URLEncoder.encode(school, StandardCharsets.UTF_8));
        if (asking.question().from() != null) {
            address.append("&from=").append(asking.question().from());
        }
        if (asking.question().to() != null) {
            address.append("&to=").append(asking.question().to());
        }
        asking.question().filters().forEach((dimension, values) -> {
            if (dimension != Dimension.SCHOOL) {
                address.append('&')
                        .append(dimension.parameter())
                        .append('=')
                        .append(URLEncoder.encode(String.join(",", values), StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }

    private List<Figure> missing(Asking asking) {
        Map<String, Share> backlogs = new LinkedHashMap<>();
        sharesBy(asking.question(), Dimension.SCHOOL).forEach((name, shares) -> backlogs.put(name, shares.backlog()));
        return List.of(
                shareOf(
                        "waiting",
                        "Contacts that wait for a fact",
                        "How many contacts cannot be counted because nobody stated a fact the rules need?",
                        List.of("School", "Waiting", "Counted or waiting"),
                        backlogs,
                        List.of(Measures.M2D, Measures.INTERVAL),
                        threshold(asking)),
                shareOf(
                        "not-stated",
                        "What nobody stated",
                        "Which facts do the records of this view leave open?",
                        List.of("Fact", "Not stated", "Contacts"),
                        unsaid(asking),
                        List.of(Measures.NOT_STATED, Measures.INTERVAL),
                        threshold(asking)));
    }

    /** What nobody stated of the contacts in the view; of their assignments, over all assignments where none was chosen. */
    private Map<String, Share> unsaid(Asking asking) {
        List<FigureRow> rows = involvements
                .count(asking.question().groupedBy(LOOKED_AT.toArray(Dimension[]::new)))
                .rows();
        List<FigureRow> ofAll = involvements
                .count(asking.asked().groupedBy(Dimension.OFFICER_CAPACITY))
                .rows();
        Map<String, Share> unsaid = new LinkedHashMap<>();
        for (Dimension dimension : LOOKED_AT) {
            List<FigureRow> looked = dimension == Dimension.OFFICER_CAPACITY && asking.othersBeside() ? ofAll : rows;
            unsaid.put(
                    DashboardController.nameOf(dimension),
                    Share.of(new Proportion(
                            looked.stream()
                                    .filter(row -> row.value(dimension) == null)
                                    .mapToLong(FigureRow::count)
                                    .sum(),
                            looked.stream().mapToLong(FigureRow::count).sum())));
        }
        return unsaid;
    }

    /** One share for each row, as a table only. @param columns names of the row, of the numerator and of the denominator */
    private static Figure shareOf(
            String id,
            String heading,
            String question,
            List<String> columns,
            Map<String, Share> rows,
            List<Figure.Definition> definitions,
            int threshold) {
        List<Column> all = new ArrayList<>(columns.stream().map(Column::of).toList());
        all.add(Column.of("Share"));
        all.add(Column.interval());
        return new Figure(
                id,
                heading,
                question,
                null,
                List.of(),
                new Table(
                        heading,
                        all,
                        rows.entrySet().stream()
                                .map(row -> new Row(
                                        row.getKey(),
                                        List.of(
                                                Cell.count(row.getValue().numerator(), threshold),
                                                Cell.count(row.getValue().denominator(), threshold),
                                                Cell.share(row.getValue()),
                                                Cell.interval(row.getValue()))))
                                .toList(),
                        threshold),
                definitions);
    }

    private static int threshold(Asking asking) {
        return asking.basis().threshold();
    }

    /** The months of the view; where the reader chose no days, those of the school year before as well. */
    private Map<YearMonth, Shares> months(Asking asking) {
        FigureQuestion question = asking.question().readBy(asking.ruleSet());
        Periods.Span before = asking.basis().periods().before();
        FigureQuestion sent = Objects.requireNonNull(asking.choice().question());
        if (before != null && sent.from() == null && sent.to() == null) {
            question = question.between(before.from(), question.to());
        }
        Map<YearMonth, Shares> months = new TreeMap<>();
        for (FigureRow row : routine.share(question.groupedBy(Dimension.MONTH)).rows()) {
            String month = row.value(Dimension.MONTH);
            if (month != null) {
                months.put(YearMonth.parse(month), shares(row));
            }
        }
        return months;
    }

    private static List<MonthLineChart.Mark> marks(Asking asking) {
        return asking.basis().agreements().stream()
                .map(term -> new MonthLineChart.Mark(term.from(), "Agreement, " + Moment.day(term.from())))
                .toList();
    }

    /** Every school with all months there are, so that the pictures are alike. */
    private static Map<String, Map<YearMonth, Shares>> schoolsByMonth(FigureAnswer answer) {
        Share none = Share.of(new Proportion(0, 0));
        Map<String, List<FigureRow>> rows = new LinkedHashMap<>();
        TreeMap<YearMonth, Shares> all = new TreeMap<>();
        for (FigureRow row : answer.rows()) {
            rows.computeIfAbsent(Objects.requireNonNullElse(row.value(Dimension.SCHOOL), ""), _ -> new ArrayList<>())
                    .add(row);
            String month = row.value(Dimension.MONTH);
            if (month != null) {
                all.put(YearMonth.parse(month), new Shares(none, none, none, none));
            }
        }
        Map<String, Map<YearMonth, Shares>> schools = new LinkedHashMap<>();
        rows.values().stream()
                .sorted(Comparator.comparing(school -> label(school.getFirst(), Dimension.SCHOOL)))
                .forEach(school -> {
                    Map<YearMonth, Shares> months = new TreeMap<>(all);
                    school.forEach(row -> months.put(
                            YearMonth.parse(Objects.requireNonNull(row.value(Dimension.MONTH))), shares(row)));
                    schools.put(unused(school.getFirst(), Dimension.SCHOOL, schools), months);
                });
        return schools;
    }

    private static <T> Map<String, T> groups(FigureAnswer answer, Function<FigureRow, T> read) {
        Dimension dimension = answer.question().groupBy().getFirst();
        List<FigureRow> rows = new ArrayList<>(answer.rows());
        if (dimension == Dimension.SCHOOL || dimension == Dimension.HOME_SCHOOL) {
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
        if (value == null) {
            return ClassWords.NOT_STATED;
        }
        return switch (dimension) {
            case TIER -> ClassWords.tier(value);
            case ACTION -> ClassWords.level(value);
            case MONTH -> Moment.month(YearMonth.parse(value));
            default -> row.labels().getOrDefault(dimension, value);
        };
    }

    private static Shares shares(FigureRow row) {
        return new Shares(
                Share.of(row.measure("M2a")),
                Share.of(row.measure("M2b")),
                Share.of(row.measure("M2c")),
                Share.of(row.measure("M2d")));
    }

    private static Decisions decisions(FigureRow row) {
        return new Decisions(
                row.count("P"),
                row.count("A"),
                row.count("S"),
                row.count("U"),
                Share.of(row.measure("M1a")),
                Share.of(row.measure("M1b")),
                Share.of(row.measure("M1c")),
                Share.of(row.measure("missing")));
    }

    /** The filters as a sentence. */
    private static String sentence(Asking asking) {
        FigureQuestion question = asking.question();
        List<String> parts = new ArrayList<>();
        Set<String> assignment = question.filters().get(Dimension.OFFICER_CAPACITY);
        parts.add(
                assignment == null
                        ? "Contacts of all officers"
                        : assignment.equals(Set.of(SROS))
                                ? "Contacts of school resource officers"
                                : assignment.equals(Set.of(Dimension.NOT_STATED))
                                        ? "Contacts whose officer’s assignment that day is not stated"
                                        : "Contacts of officers on this assignment that day: "
                                                + chosen(asking, Dimension.OFFICER_CAPACITY));
        List<String> schools = asking.filters().schools().stream()
                .filter(Choice::selected)
                .map(Choice::label)
                .toList();
        parts.add(" at " + (schools.isEmpty() ? "all schools" : String.join(", ", schools)));
        String days = asking.basis().periods().words();
        parts.add(", " + days.substring(0, 1).toLowerCase(Locale.US) + days.substring(1));
        question.filters().keySet().stream()
                .sorted()
                .filter(dimension -> dimension != Dimension.OFFICER_CAPACITY && dimension != Dimension.SCHOOL)
                .forEach(dimension -> parts.add(", " + dimension.words() + ": " + chosen(asking, dimension)));
        if (question.ruleSet() != null) {
            parts.add(", all read by rule set " + question.ruleSet());
        }
        AsKnownOn known = question.asKnownOn();
        parts.add(", as known "
                + (known == null ? "now" : knownThen(known, asking.basis().zone())) + ".");
        return String.join("", parts);
    }

    private static String chosen(Asking asking, Dimension dimension) {
        return asking.filters().selects().stream()
                .filter(select -> select.name().equals(dimension.parameter()))
                .flatMap(select -> select.choices().stream())
                .filter(Choice::selected)
                .map(Choice::label)
                .findFirst()
                .orElse(asking.choice().text(dimension.parameter()));
    }

    private static String known(@Nullable AsKnownOn known, ZoneId zone) {
        return "As known " + (known == null ? "now" : knownThen(known, zone));
    }

    private static String knownThen(AsKnownOn known, ZoneId zone) {
        return switch (known) {
            case AsKnownOn.Day _ -> "at the end of " + Moment.words(known, zone);
            case AsKnownOn.Moment _ -> "at " + Moment.words(known, zone);
        };
    }
}
