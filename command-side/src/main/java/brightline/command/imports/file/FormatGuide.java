package brightline.command.imports.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What people are told of a format.
 *
 * @param name as the API and the events have it
 * @param title as people call it
 * @param about what a file is, in a sentence
 * @param expected what a file must be to be read at all, for who sent something else
 * @param columns every column that is read, in the order of the sample
 * @param notes what else is to be known, a sentence or two each
 */
public record FormatGuide(
        String name,
        String title,
        String about,
        Holds holds,
        FileType fileType,
        String expected,
        List<FormatColumn> columns,
        List<String> notes) {
    private static final int MOST_NAMED = 12;

    private static final String LINES =
            "UTF-8 (UTF-16 and Windows-1252 are found out, and noted), comma-separated, a header line, one record per line; an account may go over several lines in quotes. "
                    + "A line break or a tab in another cell reads as a blank, and is refused in a number or a key. "
                    + "Columns in any order, their names in capitals or not; columns not named here are ignored.";

    /** How a file of the format ends, and what it is. */
    public enum FileType {
        /** Comma-separated values. */
        CSV("text/csv"),
        /** Several files in one. */
        ZIP("application/zip");

        private final String mediaType;

        FileType(String mediaType) {
            this.mediaType = mediaType;
        }

        /** Without the dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As HTTP names it. */
        public String mediaType() {
            return mediaType;
        }
    }

    /** What its lines are about. */
    public enum Holds {
        /** Of police with students. */
        CONTACTS,
        /** A district's. */
        STUDENTS,
        /** And their assignments. */
        OFFICERS,
        /** Of schools, in numbers. */
        ENROLLMENT
    }

    /** Of one file of lines, with what is to be known of every such file before the notes. */
    public static FormatGuide ofLines(
            String name, String title, String about, Holds holds, List<FormatColumn> columns, String... notes) {
        List<String> all = new ArrayList<>(List.of(notes));
        all.addFirst(LINES);
        return new FormatGuide(
                name,
                title,
                about,
                holds,
                FileType.CSV,
                columns.stream()
                        .filter(FormatColumn::required)
                        .map(FormatColumn::name)
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(
                                ", ",
                                "A text file of comma-separated values (.csv, UTF-8) whose first line names its columns, among them ",
                                ".")),
                columns,
                all);
    }

    /** Whether it matters what is assumed of an immediate threat where the file does not say. */
    public boolean takesAssumedImminence() {
        return holds == Holds.CONTACTS;
    }

    /** All of it, as text. */
    public String description() {
        StringBuilder text = new StringBuilder(name + ": " + about
                + "\nColumns marked * must be there, and hold a value where nothing else is said.\n");
        String file = "";
        for (FormatColumn column : columns) {
            if (!Objects.equals(file, column.file())) {
                file = column.file();
                text.append(file == null ? "\n" : "\nIn " + file + ":\n");
            }
            text.append(column.description()).append('\n');
        }
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }
}
