package brightline.command.imports.reference;

import brightline.command.imports.file.*;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.reference.OfficerLine.Confirmation;
import brightline.command.officer.OfficerCommand;
import brightline.command.officer.OfficerCommand.*;
import brightline.command.officer.OfficerRecorder;
import brightline.command.register.OfficerEntry;
import brightline.command.register.OfficerName;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Worn;
import brightline.events.Code;
import brightline.events.ComparisonForm;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Officers and their assignments: one line for each assignment. */
@Component
@Order(4)
final class OfficerRosterCsv implements ReferenceFormat<OfficerLine> {
    static final String NAME = "brightline-roster";

    private static final int LONGEST_STAR = 20;
    private static final int LONGEST_NAME = 200;

    private static final String CHANGE = "record the officer's new name or star first, or register another officer";

    private static final FormatGuide GUIDE = FormatGuide.ofLines(
            NAME,
            "Officers and their assignments (CSV)",
            "Officers and the schools they serve, one line for each assignment.",
            Holds.OFFICERS,
            FormatColumn.shipped("roster_columns.csv"),
            "Blank means not stated.",
            "A line is accepted where it says something new, and already there where it does not.",
            "An assignment that is recorded after its first day is taken and shown as back-dated.");

    private final OfficerRecorder officers;

    OfficerRosterCsv(OfficerRecorder officers) {
        this.officers = officers;
    }

    @Override
    public FormatGuide guide() {
        return GUIDE;
    }

    @Override
    public Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        return Map.of(
                "school", LineFormat.aSchool(register),
                "from", today.minusMonths(1).toString(),
                "confirmed_on", today.minusDays(1).toString());
    }

    @Override
    public OfficerLine read(Cells cells) throws LineRejected {
        cells.row().required("star_number", LONGEST_STAR);
        String star = cells.key("star_number");
        LocalDate from = day(cells, "from");
        LocalDate today = cells.today();
        String name = cells.orNull("name", LONGEST_NAME);
        Code capacity = cells.code("capacity", "capacity", today);
        SchoolCode school = registeredSchool(cells);
        LocalDate lastDay = dayIfGiven(cells, "last_day");
        if (lastDay != null && lastDay.isBefore(from)) {
            throw new LineRejected("last_day", "is before the first day");
        }
        return new OfficerLine(
                cells.line(),
                star,
                name,
                capacity,
                school,
                from,
                lastDay,
                cells.code("post", "post", today),
                confirmation(cells, from, lastDay));
    }

    /**
     * A new officer has a name and a capacity; a known one no other name.
     *
     * @param register with all officers of earlier lines
     */
    private static void mustBeWhoItSays(OfficerLine line, RegisterEdition register) throws LineRejected {
        String name = line.name();
        OfficerEntry officer =
                register.officerByStar(line.starNumber(), line.from()).orElse(null);
        if (officer != null) {
            if (name != null && !OfficerName.same(officer.name(), name)) {
                throw new LineRejected(
                        "name", "is not the name of the officer who wears this star on that day; " + CHANGE);
            }
            return;
        }
        if (name == null) {
            throw new LineRejected("name", "must be given for an officer nobody registered");
        }
        if (line.capacity() == null) {
            throw new LineRejected("capacity", "must be given for an officer nobody registered");
        }
        mustBeNew(register, line.starNumber(), name);
    }

    /** @throws LineRejected if others wear the star, or the name is that of an officer who wears another */
    private static void mustBeNew(RegisterEdition register, String star, String name) throws LineRejected {
        if (register.isWorn(star)) {
            throw new LineRejected(
                    "star_number", "is worn by nobody, or by several, on that day, but by an officer since; " + CHANGE);
        }
        if (register.isNamed(name)) {
            throw new LineRejected(
                    "star_number", "is worn by nobody, and an officer of this name wears another; " + CHANGE);
        }
    }

    private static @Nullable Confirmation confirmation(Cells cells, LocalDate from, @Nullable LocalDate lastDay)
            throws LineRejected {
        LocalDate on = dayIfGiven(cells, "confirmed_on");
        Code side = cells.code("confirmed_by", "roster-side", cells.today());
        if (on == null) {
            return null;
        }
        if (side == null) {
            throw new LineRejected("confirmed_by", "must be given with confirmed_on");
        }
        cells.notToCome("confirmed_on", on);
        if (on.isBefore(from) || lastDay != null && on.isAfter(lastDay)) {
            throw new LineRejected("confirmed_on", "is no day of the assignment");
        }
        return new Confirmation(on, side);
    }

    /** @throws LineRejected if there is none, or nobody registered it */
    static SchoolCode registeredSchool(Cells cells) throws LineRejected {
        SchoolCode school = cells.requiredSchool("school");
        if (cells.register().school(school).isEmpty()) {
            throw new LineRejected("school", "no school with this code is registered");
        }
        return school;
    }

    /** @throws LineRejected if the cell is blank, no date, or of a year outside 1990 to 2100 */
    static LocalDate day(Cells cells, String column) throws LineRejected {
        cells.required(column);
        return Objects.requireNonNull(dayIfGiven(cells, column));
    }

    /** Null for a blank cell. */
    private static @Nullable LocalDate dayIfGiven(Cells cells, String column) throws LineRejected {
        LocalDate day = cells.day(column);
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) {
            throw new LineRejected(column, "must be a day of the years 1990 to 2100");
        }
        return day;
    }

    /** Of a star that had another officer before, an id that is not that officer's. */
    private static OfficerId newId(String star, RegisterEdition edition) {
        OfficerId first = id(List.of(star));
        return edition.officer(first).isEmpty()
                ? first
                : id(List.of(
                        star, edition.lastDayOf(star).map(LocalDate::toString).orElse("")));
    }

    private static OfficerId id(List<String> key) {
        return new OfficerId(new SourceKey(NAME, "officer", key).id());
    }

    /**
     * Each line is held against the register and the officers of all lines before it, wherever the file is cut. A star that only leading
     * zeros tell from a known one is a spreadsheet's more often than another officer's.
     */
    @Override
    public void take(ImportStatus status, List<OfficerLine> lines, RegisterEdition known, Answers answers)
            throws Exception {
        Map<String, String> stars = new HashMap<>();
        known.officers().stream()
                .flatMap(officer -> officer.stars().stream())
                .map(Worn::number)
                .forEach(star -> stars.put(ComparisonForm.withoutLeadingZeros(star), ComparisonForm.of(star)));
        RegisterEdition now = known;
        for (OfficerLine line : lines) {
            try {
                boolean isNew =
                        now.officerByStar(line.starNumber(), line.from()).isEmpty();
                String star = ComparisonForm.of(line.starNumber());
                String alike = stars.get(ComparisonForm.withoutLeadingZeros(star));
                if (isNew && alike != null && !alike.equals(star)) {
                    throw new LineRejected(
                            "star_number",
                            "differs from a known star by leading zeros only; register an officer with such a star by hand");
                }
                mustBeWhoItSays(line, now);
                OfficerId id = newId(line.starNumber(), now);
                if (take(line, now, answers) && isNew) {
                    now = now.with(new OfficerEntry(
                            id,
                            line.starNumber(),
                            Objects.requireNonNull(line.name()),
                            Objects.requireNonNull(line.capacity()),
                            List.of(new Worn(
                                    line.starNumber(),
                                    now.lastDayOf(line.starNumber())
                                            .map(last -> last.plusDays(1))
                                            .orElse(null),
                                    null))));
                    stars.put(ComparisonForm.withoutLeadingZeros(star), star);
                }
            } catch (LineRejected rejected) {
                answers.reject(new Rejection(null, line.line(), rejected));
            }
        }
    }

    @Override
    public News record(OfficerLine line, RegisterEdition edition) throws Exception {
        List<OfficerCommand> commands = new ArrayList<>();
        OfficerEntry known =
                edition.officerByStar(line.starNumber(), line.from()).orElse(null);
        OfficerId id = known != null ? known.officerId() : newId(line.starNumber(), edition);
        Code capacity = line.capacity();
        if (known == null) {
            commands.add(new RegisterOfficer(
                    id, line.starNumber(), Objects.requireNonNull(line.name()), Objects.requireNonNull(capacity)));
        } else if (capacity != null) {
            commands.add(new ChangeCapacity(id, capacity));
        }
        commands.add(new StartAssignment(id, line.school(), line.from(), line.lastDay(), line.post()));
        Confirmation confirmation = line.confirmation();
        if (confirmation != null) {
            commands.add(new ConfirmAssignment(id, line.school(), confirmation.on(), confirmation.side()));
        }
        List<OfficerEvent> events = officers.record(id, commands, edition);
        if (events.isEmpty()) {
            return News.NONE;
        }
        return events.stream().anyMatch(AssignmentStarted.class::isInstance) ? News.ADDED : News.CHANGED;
    }
}
