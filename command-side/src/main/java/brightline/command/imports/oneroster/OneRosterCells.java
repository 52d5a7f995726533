package brightline.command.imports.oneroster;

import brightline.command.fields.NumberFault;
import brightline.command.imports.file.Header;
import brightline.command.imports.file.LineRejected;
import brightline.command.imports.file.Note;
import brightline.events.PersonName;
import brightline.events.Stated;
import brightline.events.WordsForNothing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line of a OneRoster file. A blank cell says nothing; nor does an optional one that cannot be read, which is noted and
 * costs the line nothing else.
 *
 * @param monthFirst whether a day such as 6/5/2026 is the fifth of June, as other days of the file prove
 * @param notes of this line
 */
record OneRosterCells(OneRosterFile file, Header.Row row, boolean monthFirst, Map<Note, Long> notes) {
    static final int LONGEST_ID = 255;

    private static final int ISO_DAY = 10;
    private static final int MONTHS = 12;
    private static final List<String> DAYS = List.of("birthDate", "beginDate", "endDate", "dateLastModified");

    /** As spreadsheets in the United States write it. */
    private static final Pattern SPREADSHEET_DAY =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})( 0?0:00(:00)?)?");

    OneRosterCells(OneRosterFile file, Header.Row row, boolean monthFirst) {
        this(file, row, monthFirst, new LinkedHashMap<>());
    }

    /** What the days of a file tell of the order in which it writes month and day. */
    enum DayOrder {
        MONTH_FIRST,
        DAY_FIRST
    }

    /** The order that this line's days prove. */
    Set<DayOrder> dayOrders() {
        Set<DayOrder> orders = EnumSet.noneOf(DayOrder.class);
        for (String column : DAYS) {
            Matcher day = SPREADSHEET_DAY.matcher(text(column));
            if (day.matches()) {
                if (Integer.parseInt(day.group(1)) > MONTHS) {
                    orders.add(DayOrder.DAY_FIRST);
                } else if (Integer.parseInt(day.group(2)) > MONTHS) {
                    orders.add(DayOrder.MONTH_FIRST);
                }
            }
        }
        return orders;
    }

    String text(String column) {
        return row.cell(column);
    }

    String required(String column, int longest) throws LineRejected {
        return row.required(column, longest);
    }

    /** Whom the line is about, or of an organisation what; empty where it does not tell. */
    String key() {
        String key = text(file.key());
        return NumberFault.ofCode(key) == null ? key : "";
    }

    /** @throws LineRejected if what names something is none: many are shortened to one */
    void mustHaveIds() throws LineRejected {
        for (String column : file.ids()) {
            String fault = text(column).isEmpty() ? null : NumberFault.ofCode(text(column));
            if (fault != null) {
                throw new LineRejected(column, fault);
            }
        }
        required(file.key(), LONGEST_ID);
    }

    /** In small letters: the specification's words are compared without case. */
    String word(String column) {
        return text(column).toLowerCase(Locale.ROOT);
    }

    void note(Note note) {
        notes.merge(note, 1L, Long::sum);
    }

    private void unreadable(String column) {
        note(OneRosterNotes.unreadable(file, column));
    }

    /** Whether the line takes back what it names: active, or blank as in bulk files, is not. */
    boolean deleted() {
        return switch (word("status")) {
            case "active" -> false;
            case "tobedeleted", "deleted", "inactive" -> true;
            default -> {
                unreadableUnlessNothing("status");
                yield false;
            }
        };
    }

    private void unreadableUnlessNothing(String column) {
        if (!isNothing(column)) {
            unreadable(column);
        }
    }

    private boolean isNothing(String column) {
        return text(column).isEmpty() || WordsForNothing.isWord(text(column));
    }

    /** The day on which what the line names was changed or taken back; null where it is not told. */
    @Nullable
    LocalDate changedOn() {
        return day("dateLastModified");
    }

    Stated flag(String column) {
        return switch (word(column)) {
            case "true", "1", "y", "yes", "t" -> Stated.YES;
            case "false", "0", "n", "no", "f" -> Stated.NO;
            default -> {
                unreadableUnlessNothing(column);
                yield Stated.MISSING;
            }
        };
    }

    /** A word of a list; null where it is none, and noted unless it says nothing. */
    @Nullable
    String oneOf(String column, Map<String, String> meanings) {
        String meaning = meanings.get(word(column));
        if (meaning == null) {
            unreadableUnlessNothing(column);
        }
        return meaning;
    }

    /**
     * A day as ISO 8601 writes it, of a moment its day; or as a spreadsheet does, month first, where it can be no other day or other
     * days of the file say that months come first. Null where it is not told, or could be two days.
     */
    @Nullable
    LocalDate day(String column) {
        String text = text(column);
        if (isNothing(column)) {
            return null;
        }
        try {
            Matcher spreadsheet = SPREADSHEET_DAY.matcher(text);
            if (spreadsheet.matches()) {
                return spreadsheetDay(column, spreadsheet);
            }
            boolean moment = text.length() > ISO_DAY && "T ".indexOf(text.charAt(ISO_DAY)) >= 0;
            return LocalDate.parse(moment ? text.substring(0, ISO_DAY) : text);
        } catch (DateTimeException e) {
            unreadable(column);
            return null;
        }
    }

    private @Nullable LocalDate spreadsheetDay(String column, Matcher text) {
        int month = Integer.parseInt(text.group(1));
        int day = Integer.parseInt(text.group(2));
        if (!monthFirst && month != day && month <= MONTHS && day <= MONTHS) {
            unreadable(column);
            return null;
        }
        return LocalDate.of(Integer.parseInt(text.group(3)), month, day);
    }

    /** A name, cut where it is too long; null where the cell is blank. */
    @Nullable
    String name(String column, int longest) {
        String name = PersonName.of(text(column));
        if (name == null || name.length() <= longest) {
            return name;
        }
        note(OneRosterNotes.cut(file, column, longest));
        return PersonName.cut(name, longest);
    }
}
