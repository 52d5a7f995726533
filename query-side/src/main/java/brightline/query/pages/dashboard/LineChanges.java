package brightline.query.pages.dashboard;

import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureRow;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Count;
import brightline.query.pages.dashboard.Figure.*;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What was unticked after the line had been shown (measure {@code line-changes}): counts, and never a share of somebody's. */
final class LineChanges {
    /** By which they are counted. */
    static final Dimension[] GROUPS = {Dimension.SCHOOL, Dimension.OFFICER};

    private LineChanges() {}

    /** The answer in a sentence. @param all one row over everything */
    static String say(FigureAnswer all) {
        FigureRow row = all.rows().getFirst();
        return row.count() == 0
                ? "In no contact of this view was the line shown."
                : "In " + Count.of(row.measure("unticked").numerator()) + " of "
                        + Count.of(row.count(), "contact", "contacts")
                        + " in which the line was shown, something was unticked after it. A count, never a finding by itself.";
    }

    /** @param answer by {@link #GROUPS} @param threshold counts below it are marked */
    static Figure figure(FigureAnswer answer, int threshold) {
        List<Row> rows = answer.rows().stream()
                .sorted(Comparator.comparing(LineChanges::name))
                .map(row -> new Row(
                        name(row),
                        List.of(
                                Cell.count(row.measure("unticked").numerator(), threshold),
                                Cell.count(row.count(), threshold),
                                Cell.count(row.count("coerciveMistap"), threshold),
                                Cell.count(row.count("coerciveDidNotHappen"), threshold),
                                Cell.count(row.count("coerciveReasonMissing"), threshold))))
                .toList();
        return new Figure(
                "line-changes",
                "By school and officer",
                "In how many contacts was something unticked after the line had been shown, and why?",
                null,
                List.of(),
                new Table(
                        "Contacts with something unticked after the line, and the police powers among it by the reason given",
                        List.of(
                                Column.of("School, officer"),
                                Column.of("Something unticked"),
                                Column.of("Line shown"),
                                Column.of("Ticked by mistake"),
                                Column.of("It did not happen"),
                                Column.of("No reason asked then")),
                        rows,
                        threshold),
                List.of(Measures.LINE_CHANGES));
    }

    private static String name(FigureRow row) {
        return label(row, Dimension.SCHOOL) + ", " + label(row, Dimension.OFFICER);
    }

    private static String label(FigureRow row, Dimension dimension) {
        String value = row.value(dimension);
        return value == null
                ? ClassWords.NOT_STATED.toLowerCase(Locale.US)
                : row.labels().getOrDefault(dimension, value);
    }
}
