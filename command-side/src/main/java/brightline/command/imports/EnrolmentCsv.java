package brightline.command.imports;

import brightline.command.imports.ReferenceLine.EnrolmentLine;
import brightline.command.register.RegisterEdition;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.school.SchoolEvent.GroupCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Enrolment of schools on days: one line for each school and day. */
final class EnrolmentCsv implements ReferenceFormat {
    static final String NAME = "brightline-enrolment";

    private static final List<String> LISTS = List.of("race", "sex", "grade-band", "disability", "english-learner");
    private static final int MOST = 1_000_000;
    private static final LocalDate LISTED = LocalDate.of(2018, 1, 1);
    private static final List<CodeEntry> GROUPS = LISTS.stream()
            .flatMap(list -> CodeLists.standard().validOn(list, LISTED).stream())
            .toList();
    private static final List<FormatColumn> COLUMNS = columnsOfGroups();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Enrollment of schools on a day (CSV)";
    }

    @Override
    public String about() {
        return "How many students a school had on a day, one line for each school and day.";
    }

    @Override
    public Holds holds() {
        return Holds.ENROLLMENT;
    }

    @Override
    public List<FormatColumn> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "UTF-8, comma-separated, a header line, one record per line, no line break inside "
                        + "quotes. Columns in any order; columns not named here are ignored.",
                "Blank, or no such column, means not counted, which is not zero. Groups of one kind "
                        + "must not hold more students than the total.",
                "A line is accepted where it says something new, and already there where it does not; "
                        + "other figures for the same school and day take the place of the earlier ones.");
    }

    @Override
    public Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        return Map.of(
                "school",
                ImportFormat.aSchool(register),
                "day",
                today.minusWeeks(1).toString());
    }

    private static List<FormatColumn> columnsOfGroups() {
        List<FormatColumn> columns = new ArrayList<>(FormatColumn.shipped("enrollment_columns.csv"));
        for (CodeEntry group : GROUPS) {
            columns.add(new FormatColumn(
                    group.key().toString(), false, "How many of them: " + group.name(), List.of(), "10"));
        }
        return List.copyOf(columns);
    }

    @Override
    public Reader reader(Header header) throws FileRefused {
        ReferenceFormat.require(header, COLUMNS);
        List<Code> groups = GROUPS.stream()
                .map(CodeEntry::key)
                .filter(code -> header.has(code.toString()))
                .toList();
        return (line, row, register, today) -> count(line, new Cells(row, register), groups, today);
    }

    private static EnrolmentLine count(long line, Cells cells, List<Code> groups, LocalDate today) throws LineRejected {
        cells.required("school");
        SchoolCode school = Objects.requireNonNull(cells.school("school"));
        if (cells.register().school(school).isEmpty()) {
            throw new LineRejected("school", "no school with this code is registered");
        }
        LocalDate day = ReferenceFormat.day(cells, "day");
        if (day.isAfter(today)) {
            throw new LineRejected("day", "lies in the future");
        }
        cells.required("total");
        int total = number(cells, "total");
        List<GroupCount> counts = new ArrayList<>();
        for (Code group : groups) {
            if (!cells.text(group.toString()).isEmpty()) {
                counts.add(new GroupCount(group, number(cells, group.toString())));
            }
        }
        return new EnrolmentLine(line, new CountEnrolment(school, day, total, counts));
    }

    private static int number(Cells cells, String column) throws LineRejected {
        String text = cells.text(column);
        if (text.length() > 7 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new LineRejected(column, "must be a number from 0 to " + MOST);
        }
        int number = Integer.parseInt(text);
        if (number > MOST) {
            throw new LineRejected(column, "must be a number from 0 to " + MOST);
        }
        return number;
    }
}
