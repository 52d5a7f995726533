package brightline.command.imports;

import brightline.command.imports.ReferenceLine.Confirmation;
import brightline.command.imports.ReferenceLine.OfficerLine;
import brightline.command.register.RegisterEdition;
import brightline.events.Code;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Officers and their assignments: one line for each assignment. */
final class OfficerRosterCsv implements ReferenceFormat {
    static final String NAME = "brightline-roster";

    private static final int LONGEST_STAR = 20;
    private static final List<FormatColumn> COLUMNS = FormatColumn.shipped("roster_columns.csv");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Officers and their assignments (CSV)";
    }

    @Override
    public String about() {
        return "Officers and the schools they serve, one line for each assignment.";
    }

    @Override
    public Holds holds() {
        return Holds.OFFICERS;
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
                "Blank means not stated.",
                "A line is accepted where it says something new, and already there where it does not.",
                "An assignment that is recorded after its first day is taken and shown as back-dated.");
    }

    @Override
    public Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        return Map.of(
                "school", ImportFormat.aSchool(register),
                "from", today.minusMonths(1).toString(),
                "confirmed_on", today.minusDays(1).toString());
    }

    @Override
    public Reader reader(Header header) throws FileRefused {
        ReferenceFormat.require(header, COLUMNS);
        return (line, row, register, today) -> assignment(line, new Cells(row, register), today);
    }

    private static OfficerLine assignment(long line, Cells cells, LocalDate today) throws LineRejected {
        String star = cells.required("star_number");
        if (star.length() > LONGEST_STAR) {
            throw new LineRejected("star_number", "is longer than " + LONGEST_STAR + " characters");
        }
        RegisterEdition register = cells.register();
        String name = cells.text("name").isEmpty() ? null : cells.required("name");
        Code capacity = cells.code("capacity", "capacity", today);
        var officer = register.officerByStar(star);
        if (officer.isEmpty() && name == null) {
            throw new LineRejected("name", "must be given for an officer nobody registered");
        }
        if (officer.isEmpty() && capacity == null) {
            throw new LineRejected("capacity", "must be given for an officer nobody registered");
        }
        if (officer.isPresent() && name != null && !officer.get().name().equals(name)) {
            throw new LineRejected("name", "is not the name this star number is registered with");
        }
        cells.required("school");
        SchoolCode school = Objects.requireNonNull(cells.school("school"));
        if (register.school(school).isEmpty()) {
            throw new LineRejected("school", "no school with this code is registered");
        }
        LocalDate from = ReferenceFormat.day(cells, "from");
        LocalDate lastDay = ReferenceFormat.dayIfGiven(cells, "last_day");
        if (lastDay != null && lastDay.isBefore(from)) {
            throw new LineRejected("last_day", "is before the first day");
        }
        return new OfficerLine(
                line,
                star,
                name,
                capacity,
                school,
                from,
                lastDay,
                cells.code("post", "post", today),
                confirmation(cells, from, lastDay, today));
    }

    private static @Nullable Confirmation confirmation(
            Cells cells, LocalDate from, @Nullable LocalDate lastDay, LocalDate today) throws LineRejected {
        LocalDate on = ReferenceFormat.dayIfGiven(cells, "confirmed_on");
        Code side = cells.code("confirmed_by", "roster-side", today);
        if (on == null) {
            return null;
        }
        if (side == null) {
            throw new LineRejected("confirmed_by", "must be given with confirmed_on");
        }
        if (on.isAfter(today)) {
            throw new LineRejected("confirmed_on", "lies in the future");
        }
        if (on.isBefore(from) || lastDay != null && on.isAfter(lastDay)) {
            throw new LineRejected("confirmed_on", "is no day of the assignment");
        }
        return new Confirmation(on, side);
    }
}
