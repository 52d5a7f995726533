package brightline.command.imports;

import brightline.command.register.OfficerEntry;
import brightline.command.register.RegisterEdition;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of one line of our own format, read as what they mean. A blank cell says nothing. */
record Cells(Header.Row row, RegisterEdition register) {
    private static final int LONGEST_KEY = 200;

    String text(String column) {
        return row.cell(column);
    }

    @Nullable
    String orNull(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    String required(String column) throws LineRejected {
        String text = text(column);
        if (text.isEmpty()) {
            throw new LineRejected(column, "must be given");
        }
        if (text.length() > LONGEST_KEY) {
            throw new LineRejected(column, "is longer than " + LONGEST_KEY + " characters");
        }
        return text;
    }

    /** Several values in one cell; none for a blank cell. */
    List<String> several(String column) {
        String text = text(column);
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    /** One value for each of another column's, blank where there is none. */
    List<String> beside(String column, String of, int count) throws LineRejected {
        List<String> values = several(column);
        if (values.isEmpty()) {
            return Collections.nCopies(count, "");
        }
        if (values.size() != count) {
            throw new LineRejected(column, "must hold as many values as " + of + ", parted by |");
        }
        return values;
    }

    Stated stated(String column) throws LineRejected {
        return stated(column, text(column));
    }

    Stated stated(String column, String value) throws LineRejected {
        return switch (value) {
            case "" -> Stated.MISSING;
            case "YES" -> Stated.YES;
            case "NO" -> Stated.NO;
            default -> throw new LineRejected(column, "must be YES, NO or blank");
        };
    }

    @Nullable
    Code code(String column, String list, LocalDate on) throws LineRejected {
        return code(column, text(column), list, on);
    }

    @Nullable
    Code code(String column, String value, String list, LocalDate on) throws LineRejected {
        if (value.isEmpty()) {
            return null;
        }
        Code code = new Code(list, value);
        if (CodeLists.standard().find(code, on).isEmpty()) {
            throw new LineRejected(column, "is no code of the list " + list + " on that day");
        }
        return code;
    }

    /** A code that names its list. */
    Code listed(String column, String value, Set<String> lists, LocalDate on) throws LineRejected {
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

    @Nullable
    Instant moment(String column) throws LineRejected {
        return moment(column, text(column));
    }

    @Nullable
    Instant moment(String column, String value) throws LineRejected {
        if (value.isEmpty()) {
            return null;
        }
        ZoneId zone = register.agency().zone();
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(value).atZone(zone).toInstant();
            } catch (DateTimeException neither) {
                throw new LineRejected(column, "is no moment of the form 2026-03-02T10:15:00-06:00");
            }
        }
    }

    @Nullable
    LocalDate day(String column) throws LineRejected {
        String text = text(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new LineRejected(column, "is no date of the form 2010-05-01");
        }
    }

    @Nullable
    OfficerEntry officer(String column, String star) throws LineRejected {
        if (star.isEmpty()) {
            return null;
        }
        return register.officerByStar(star)
                .orElseThrow(() -> new LineRejected(column, "no officer with this star number is registered"));
    }

    @Nullable
    SchoolCode school(String column) throws LineRejected {
        String text = text(column);
        if (text.length() > 40) {
            throw new LineRejected(column, "is longer than 40 characters");
        }
        return text.isEmpty() ? null : new SchoolCode(text);
    }
}
