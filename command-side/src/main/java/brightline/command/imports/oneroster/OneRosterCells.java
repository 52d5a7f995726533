package brightline.command.imports.oneroster;

import brightline.command.imports.file.Header;
import brightline.command.imports.file.LineRejected;
import brightline.events.Stated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells of one line of a OneRoster file. A blank cell says nothing. */
record OneRosterCells(Header.Row row) {
    static final int LONGEST_ID = 255;

    private static final int ISO_DAY = 10;

    String text(String column) {
        return row.cell(column);
    }

    String required(String column, int longest) throws LineRejected {
        return row.required(column, longest);
    }

    /** In small letters: the specification's words are compared without case. */
    String word(String column) {
        return text(column).toLowerCase(Locale.ROOT);
    }

    /** Whether the line takes back what it names: active, or blank as in bulk files, is not. */
    boolean deleted() throws LineRejected {
        return switch (word("status")) {
            case "", "active" -> false;
            case "tobedeleted" -> true;
            default -> throw new LineRejected("status", "must be active, tobedeleted or blank");
        };
    }

    Stated flag(String column) throws LineRejected {
        return switch (word(column)) {
            case "" -> Stated.MISSING;
            case "true" -> Stated.YES;
            case "false" -> Stated.NO;
            default -> throw new LineRejected(column, "must be true, false or blank");
        };
    }

    /** A day as ISO 8601 writes it; of a moment, its day. */
    @Nullable
    LocalDate day(String column) throws LineRejected {
        String text = text(column);
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(
                            text.length() > ISO_DAY && text.charAt(ISO_DAY) == 'T' ? text.substring(0, ISO_DAY) : text);
        } catch (DateTimeException e) {
            throw new LineRejected(column, "is no date of the form 2010-05-01");
        }
    }
}
