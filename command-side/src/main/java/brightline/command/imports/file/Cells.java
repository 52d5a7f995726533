package brightline.command.imports.file;

import brightline.command.fields.NumberFault;
import brightline.command.register.OfficerEntry;
import brightline.command.register.RegisterEdition;
import brightline.events.Code;
import brightline.events.PersonName;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.WordsForNothing;
import brightline.events.code.CodeLists;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line, read as what they mean. A blank cell says nothing. What reads a cell as something throws
 * {@link LineRejected} where it is nothing of that.
 *
 * @param line its number in the file, the header being 1
 * @param register for the agency's zone, schools and officers
 * @param schools what the file calls schools
 * @param notes what reading them gave to be said of the file; counts only where the line is not rejected
 */
public record Cells(
        long line, Header.Row row, RegisterEdition register, FileSchools schools, Instant now, Map<Note, Long> notes) {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_SCHOOL = 40;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final Note FIRST_OF_TWO = Note.ofRecords(
            "Of an hour that the clocks show twice, the first is taken, since the file cannot say which");

    /** Of whose reading nothing is to be said yet. */
    public Cells(long line, Header.Row row, RegisterEdition register, FileSchools schools, Instant now) {
        this(line, row, register, schools, now, new LinkedHashMap<>());
    }

    /** Something to be said of the file, for this line or for one cell of it. */
    public void note(Note note) {
        notes.merge(note, 1L, Long::sum);
    }

    /** Without outer blanks. */
    public String text(String column) {
        return row.cell(column);
    }

    /** Null for a blank cell. */
    @Nullable
    public String orNull(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** What must be there. */
    public String required(String column) throws LineRejected {
        return row.required(column, LONGEST_KEY);
    }

    /** Text of at most so many characters; null for a blank cell. */
    @Nullable
    public String orNull(String column, int longest) throws LineRejected {
        String text = row.atMost(column, longest);
        return text.isEmpty() ? null : text;
    }

    /** Reads a cell as what it means. */
    public interface Reading<T> {
        /** Null for a blank cell. @throws LineRejected if the cell is nothing of that */
        @Nullable
        T of(String column) throws LineRejected;
    }

    /** What is not stated, too, where the cell cannot be read: that is noted, and costs the line nothing else. */
    @Nullable
    public <T> T ifReadable(String column, Reading<T> reading) {
        try {
            return reading.of(column);
        } catch (LineRejected unreadable) {
            if (!WordsForNothing.isWord(text(column))) {
                note(Note.ofCells("Cells that cannot be read are not stated (" + column + ")"));
            }
            return null;
        }
    }

    /** Notes that the cell holds a word for nothing, which is left out. */
    public void noteNothing(String column) {
        note(Note.ofCells("Words that stand for nothing are left out (" + column + ")"));
    }

    /** A name, cut where it is too long, which is noted; null for a blank cell. */
    @Nullable
    public String name(String column, int longest) {
        String name = PersonName.of(text(column));
        if (name == null || name.length() <= longest) {
            return name;
        }
        note(Note.ofCells("Names are cut after " + longest + " characters (" + column + ")"));
        return PersonName.cut(name, longest);
    }

    /** Several values in one cell; none for a blank cell. */
    private List<String> several(String column) {
        String text = text(column);
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    /**
     * The values of one cell, each as the cells of a line of its own, in which other columns hold the value in the same place.
     *
     * @param beside columns that hold as many values, or none
     */
    public List<Cells> each(String column, String... beside) throws LineRejected {
        List<String> values = several(column);
        List<Map<String, String>> each = new ArrayList<>();
        for (String value : values) {
            if (value.isEmpty()) {
                throw new LineRejected(column, "holds a blank between two |");
            }
            each.add(new HashMap<>(Map.of(column, value)));
        }
        for (String other : beside) {
            List<String> others = several(other);
            if (!others.isEmpty() && others.size() != values.size()) {
                throw new LineRejected(other, "must hold as many values as " + column + ", parted by |");
            }
            for (int i = 0; i < each.size(); i++) {
                each.get(i).put(other, others.isEmpty() ? "" : others.get(i));
            }
        }
        return each.stream()
                .map(own -> new Cells(line, row.with(own), register, schools, now))
                .toList();
    }

    /** YES or NO. */
    public Stated stated(String column) throws LineRejected {
        return switch (text(column)) {
            case "" -> Stated.MISSING;
            case "YES" -> Stated.YES;
            case "NO" -> Stated.NO;
            default -> throw new LineRejected(column, "must be YES, NO or blank");
        };
    }

    /** A code of a list, valid on a day. */
    @Nullable
    public Code code(String column, String list, LocalDate on) throws LineRejected {
        String value = text(column);
        if (value.isEmpty()) {
            return null;
        }
        Code code = new Code(list, value);
        if (CodeLists.standard().find(code, on).isEmpty()) {
            throw new LineRejected(column, "is no code of the list " + list + " on that day");
        }
        return code;
    }

    /** A code that must be there. */
    public Code requiredCode(String column, String list, LocalDate on) throws LineRejected {
        required(column);
        return Objects.requireNonNull(code(column, list, on));
    }

    /** A code that names its list. */
    public Code listed(String column, Set<String> lists, LocalDate on) throws LineRejected {
        String value = text(column);
        int slash = value.indexOf('/');
        if (slash <= 0 || slash == value.length() - 1 || !lists.contains(value.substring(0, slash))) {
            throw new LineRejected(column, "must be list/code of one of the lists " + String.join(", ", lists));
        }
        Code code = Code.of(value);
        if (CodeLists.standard().find(code, on).isEmpty()) {
            throw new LineRejected(column, "is no code of its list on that day");
        }
        return code;
    }

    /** A moment; without an offset in the agency's zone. */
    @Nullable
    public Instant moment(String column) throws LineRejected {
        String value = text(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return inZone(column, LocalDateTime.parse(value), false);
            } catch (DateTimeException neither) {
                throw new LineRejected(column, "is no moment of the form 2026-03-02T10:15:00-06:00");
            }
        }
    }

    /** A moment that has come, and is not before the year 2000; without an offset in the agency's zone. */
    @Nullable
    public Instant pastMoment(String column) throws LineRejected {
        Instant at = moment(column);
        if (at != null) {
            notToCome(column, at);
            if (at.isBefore(FIRST_DAY.atStartOfDay(register.agency().zone()).toInstant())) {
                throw new LineRejected(column, "lies before the year 2000");
            }
        }
        return at;
    }

    /** The same of an end, which does not come before its start. @param start null where none is stated */
    @Nullable
    public Instant endOf(String column, @Nullable Instant start, String startColumn) throws LineRejected {
        Instant end = pastMoment(column);
        if (start != null && end != null && end.isBefore(start)) {
            throw new LineRejected(column, "must not be before " + startColumn);
        }
        return end;
    }

    /**
     * A local time of the agency's zone.
     *
     * @param firstOfTwo whether an hour that the clocks show twice is taken for the first and noted, where the file cannot say
     * @throws LineRejected in an hour that the clocks skip, or that comes twice: nothing is moved
     */
    public Instant inZone(String column, LocalDateTime local, boolean firstOfTwo) throws LineRejected {
        List<ZoneOffset> offsets = register.agency().zone().getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new LineRejected(column, "is an hour that the clocks skip on that day");
        }
        if (offsets.size() > 1 && !firstOfTwo) {
            throw new LineRejected(column, "is an hour that comes twice on that day; give it with its offset");
        }
        if (offsets.size() > 1) {
            note(FIRST_OF_TWO);
        }
        return local.toInstant(offsets.getFirst());
    }

    /** A day as ISO 8601 writes it. */
    @Nullable
    public LocalDate day(String column) throws LineRejected {
        String text = text(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new LineRejected(column, "is no date of the form 2010-05-01");
        }
    }

    /** The registered officer who wears the star on that day; null for a blank one. */
    @Nullable
    public OfficerEntry officer(String column, LocalDate day) throws LineRejected {
        String star = text(column);
        if (star.isEmpty()) {
            return null;
        }
        row.inOneLine(column);
        return register.officerByStar(star, day)
                .orElseThrow(() -> new LineRejected(column, "no officer is registered who wore this star on that day"));
    }

    /** A school by its code, registered or not. */
    @Nullable
    public SchoolCode school(String column) throws LineRejected {
        String code = orNull(column, LONGEST_SCHOOL);
        return code == null ? null : asRegistered(column, code);
    }

    /** A school that must be there, registered or not. */
    public SchoolCode requiredSchool(String column) throws LineRejected {
        required(column);
        return asRegistered(column, row.atMost(column, LONGEST_SCHOOL));
    }

    /** Whether the school is registered, or named by some line of the file. */
    public boolean isKnown(SchoolCode school) {
        return register.school(school).isPresent() || schools.nameOf(school).isPresent();
    }

    private SchoolCode asRegistered(String column, String code) throws LineRejected {
        row.inOneLine(column);
        SchoolCode school = register.asRegistered(new SchoolCode(code));
        return register.school(school).isPresent()
                ? school
                : new SchoolCode(schools.asFirstWritten(unless(column, code, NumberFault.ofSchoolCode(code))));
    }

    /** A number of a student or of another system; null for a blank cell. @throws LineRejected where it is no number */
    @Nullable
    public String outsideNumber(String column, int longest) throws LineRejected {
        String number = orNull(column, longest);
        if (number == null) {
            return null;
        }
        row.inOneLine(column);
        return mustBeNumber(column, number);
    }

    /** The number of a student, or of another system. @throws LineRejected where it is no number */
    public static String mustBeNumber(String column, String number) throws LineRejected {
        return unless(column, number, NumberFault.of(number));
    }

    /** Part of the key under which a source keeps its record; must be there. */
    public String key(String column) throws LineRejected {
        String key = required(column);
        return unless(column, key, NumberFault.ofCode(key));
    }

    private static String unless(String column, String text, @Nullable String fault) throws LineRejected {
        if (fault != null) {
            throw new LineRejected(column, fault);
        }
        return text;
    }

    /** A number from 0 to the highest; null for a blank cell. */
    @Nullable
    public Integer number(String column, int highest) throws LineRejected {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[0-9]{1,7}") && Integer.parseInt(text) <= highest) {
            return Integer.valueOf(text);
        }
        throw new LineRejected(column, "must be a number from 0 to " + highest);
    }

    /** The day in the agency's zone. */
    public LocalDate today() {
        return now.atZone(register.agency().zone()).toLocalDate();
    }

    /** @throws LineRejected if the moment is still to come, by more than clocks differ */
    public void notToCome(String column, Instant at) throws LineRejected {
        if (at.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new LineRejected(column, "lies in the future");
        }
    }

    /** @throws LineRejected if the day is still to come */
    public void notToCome(String column, LocalDate day) throws LineRejected {
        if (day.isAfter(today())) {
            throw new LineRejected(column, "lies in the future");
        }
    }
}
