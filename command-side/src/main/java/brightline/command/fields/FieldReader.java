package brightline.command.fields;

import brightline.command.register.OfficerEntry;
import brightline.command.register.RegisterEdition;
import brightline.command.register.SchoolEntry;
import brightline.command.submission.Findings;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request, notes whatever is wrong with them, and goes on. What cannot be read is null; the request is
 * refused in the end by {@link Findings#refuseIfAny()}.
 */
public final class FieldReader {
    /** How far a device's clock may be ahead. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final Findings findings;
    private final RegisterEdition register;
    private final Instant now;
    private final CodeLists lists = CodeLists.standard();

    /** @param now what counts as the future begins five minutes after it */
    public FieldReader(Findings findings, RegisterEdition register, Instant now) {
        this.findings = findings;
        this.register = register;
        this.now = now;
    }

    /** The register the fields are read against. */
    public RegisterEdition register() {
        return register;
    }

    /** When the request came. */
    public Instant now() {
        return now;
    }

    private ZoneId zone() {
        return register.agency().zone();
    }

    /** The day of a moment in the agency's zone. */
    public LocalDate day(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /** Today in the agency's zone. */
    public LocalDate today() {
        return day(now);
    }

    /** Notes one thing: see {@link Findings#add}. */
    public void wrong(String pointer, String code, String reason) {
        findings.add(pointer, code, reason);
    }

    /** @throws brightline.edge.problem.ProblemException with status 400 and everything noted so far */
    public void refuseIfAny() {
        findings.refuseIfAny();
    }

    /** The same, of everything but what may be wrong. @param tolerated codes of what may be */
    public void refuseIfAnyBut(Set<String> tolerated) {
        findings.refuseIfAnyBut(tolerated);
    }

    /** The value, noted as missing when it is null and nothing else was found wrong with it. */
    public <T> @Nullable T required(String pointer, @Nullable Object sent, @Nullable T read) {
        if (sent == null) {
            wrong(pointer, "missing", "must be given");
        }
        return read;
    }

    /** A moment that is not in the future and not before the year 2000. */
    public @Nullable Instant moment(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant moment;
        try {
            moment = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            wrong(pointer, "wrong-time", "must be a time with an offset, such as 2026-03-02T10:15:00-06:00");
            return null;
        }
        if (moment.isAfter(now.plus(CLOCK_SKEW))) {
            wrong(pointer, "in-the-future", "lies in the future; check the clock of the device");
            return null;
        }
        if (moment.isBefore(FIRST_DAY.atStartOfDay(zone()).toInstant())) {
            wrong(pointer, "too-long-ago", "lies before the year 2000");
            return null;
        }
        return moment;
    }

    /** A birth date. */
    public @Nullable LocalDate birthDate(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong(pointer, "wrong-date", "must be a date, such as 2010-05-01");
            return null;
        }
        if (day.isAfter(day(now)) || day.getYear() < 1900) {
            wrong(pointer, "out-of-range", "is no birth date of a person living now");
            return null;
        }
        return day;
    }

    /** A day, past or to come, from the year 2000 on. */
    public @Nullable LocalDate date(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong(pointer, "wrong-date", "must be a date, such as 2026-03-02");
            return null;
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            wrong(pointer, "out-of-range", "must lie between the years 2000 and 2100");
            return null;
        }
        return day;
    }

    /** YES, NO, MISSING or nothing. */
    public Stated stated(String pointer, @Nullable String text) {
        try {
            return Stated.of(text);
        } catch (IllegalArgumentException e) {
            wrong(pointer, "wrong-value", "must be YES, NO or MISSING");
            return Stated.MISSING;
        }
    }

    /** One constant of an enum. */
    public <E extends Enum<E>> @Nullable E constant(String pointer, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        wrong(
                pointer,
                "wrong-value",
                "must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }

    /**
     * A code of one list.
     *
     * @param day the day on which it has to hold; null when that day itself could not be read
     */
    public @Nullable Code code(String pointer, @Nullable String text, String list, @Nullable LocalDate day) {
        if (text == null) {
            return null;
        }
        if (text.isBlank() || text.equals(list + "/")) {
            wrong(pointer, "unknown-code", "is not in the code list " + list);
            return null;
        }
        Code code = text.startsWith(list + "/") ? Code.of(text) : new Code(list, text);
        return held(pointer, code, day);
    }

    /** A code written with its list, which must be one of these. */
    public @Nullable Code codeOfOneOf(
            String pointer, @Nullable String text, List<String> allowed, @Nullable LocalDate day) {
        if (text == null) {
            return null;
        }
        Code code;
        try {
            code = Code.of(text);
        } catch (IllegalArgumentException e) {
            wrong(pointer, "unknown-code", "must be written list/code");
            return null;
        }
        if (!allowed.contains(code.list())) {
            wrong(pointer, "wrong-list", "must be a code of one of the lists " + String.join(", ", allowed));
            return null;
        }
        return held(pointer, code, day);
    }

    private @Nullable Code held(String pointer, Code code, @Nullable LocalDate day) {
        if (!lists.known(code)) {
            wrong(pointer, "unknown-code", "is not in the code list " + code.list());
            return null;
        }
        if (day != null && lists.find(code, day).isEmpty()) {
            wrong(pointer, "code-not-valid-that-day", "does not hold on the day it happened");
            return null;
        }
        return code;
    }

    /** Whether the code holds on that day. */
    public boolean holds(Code code, LocalDate day) {
        return lists.find(code, day).isPresent();
    }

    /** One line of text without outer blanks; blank is null. */
    public @Nullable String text(String pointer, @Nullable String text, int atMost) {
        String line = account(pointer, text, atMost);
        if (line != null && line.chars().anyMatch(Character::isISOControl)) {
            wrong(pointer, "control-character", "must be one line, without characters that nobody sees");
            return null;
        }
        return line;
    }

    /** A text that may have lines, without outer blanks; blank is null. */
    public @Nullable String account(String pointer, @Nullable String text, int atMost) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > atMost) {
            wrong(pointer, "too-long", "must have at most " + atMost + " characters");
            return null;
        }
        return text.strip();
    }

    /** A number that names something: no word for nothing, and not as a spreadsheet leaves long ones. Blank is null. */
    public @Nullable String number(String pointer, @Nullable String text, int atMost) {
        String number = text(pointer, text, atMost);
        if (number == null) {
            return null;
        }
        String fault = NumberFault.of(number);
        if (fault != null) {
            wrong(pointer, NumberFault.CODE, fault);
            return null;
        }
        return number;
    }

    /** The elements that are there; null is none. */
    public <T> List<T> list(String pointer, @Nullable List<@Nullable T> elements, int atMost) {
        if (elements == null) {
            return List.of();
        }
        if (elements.size() > atMost) {
            wrong(pointer, "too-many", "must hold at most " + atMost);
            return List.of();
        }
        List<T> present = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            T element = elements.get(i);
            if (element == null) {
                wrong(pointer + "/" + i, "missing", "must be given");
            } else {
                present.add(element);
            }
        }
        return present.size() == elements.size() ? present : List.of();
    }

    /** A school the register knows. */
    public @Nullable SchoolCode school(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        SchoolCode code;
        try {
            code = new SchoolCode(text);
        } catch (IllegalArgumentException e) {
            wrong(pointer, "unknown-school", "is no school of the register");
            return null;
        }
        Optional<SchoolEntry> school = register.school(code);
        if (school.isEmpty()) {
            wrong(pointer, "unknown-school", "is no school of the register");
        }
        return school.map(SchoolEntry::code).orElse(null);
    }

    /** Where a student is enrolled: a school the register knows, or none of the district. */
    public @Nullable SchoolCode homeSchool(String pointer, @Nullable String text) {
        return SchoolCode.OUT_OF_DISTRICT.value().equals(text) ? SchoolCode.OUT_OF_DISTRICT : school(pointer, text);
    }

    /** An officer the register knows, by id or by the star worn on that day. @param day null for today */
    public @Nullable OfficerEntry officer(String pointer, @Nullable String text, @Nullable LocalDate day) {
        if (text == null) {
            return null;
        }
        Optional<OfficerEntry> officer = uuid(text).map(OfficerId::new).flatMap(register::officer);
        if (officer.isEmpty()) {
            officer = register.officerByStar(text, day == null ? today() : day);
        }
        if (officer.isEmpty()) {
            wrong(pointer, "unknown-officer", "is no officer of the register");
        }
        return officer.orElse(null);
    }

    /** An id as text; empty when it is none. */
    public static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
