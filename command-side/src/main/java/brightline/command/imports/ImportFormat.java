package brightline.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.command.register.RegisterEdition;
import brightline.command.register.SchoolEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A kind of file that can be taken in. */
sealed interface ImportFormat permits LineFormat, OneRosterCsv, ReferenceFormat {
    List<ImportFormat> ALL = List.of(
            new BrightlineCsv(),
            new CaliforniaStopData(),
            new OneRosterCsv(),
            new OfficerRosterCsv(),
            new EnrolmentCsv());

    static Optional<ImportFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** How a file of the format ends, and what it is. */
    enum FileType {
        CSV("csv", "text/csv"),
        ZIP("zip", "application/zip");

        private final String ending;
        private final String mediaType;

        FileType(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        /** Without the dot. */
        String ending() {
            return ending;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** What its lines are about. */
    enum Holds {
        CONTACTS,
        STUDENTS,
        OFFICERS,
        ENROLLMENT
    }

    /** As the API and the events have it. */
    String name();

    /** As people call it. */
    String title();

    /** What a file is, in a sentence. */
    String about();

    Holds holds();

    /** Every column that is read, in the order of the sample. */
    List<FormatColumn> columns();

    /** What else is to be known, a sentence each. */
    List<String> notes();

    default FileType fileType() {
        return FileType.CSV;
    }

    /** Whether it matters what is assumed of an immediate threat where the file does not say. */
    default boolean takesAssumedImminence() {
        return false;
    }

    /** What it is and what its columns mean, for people. */
    default String description() {
        StringBuilder text =
                new StringBuilder(name()).append(": ").append(about()).append('\n');
        text.append("Columns marked * must be there and hold a value.\n");
        @Nullable String file = null;
        for (FormatColumn column : columns()) {
            if (column.file() != null && !column.file().equals(file)) {
                file = column.file();
                text.append("\nIn ").append(file).append(":\n");
            } else if (file == null && column.equals(columns().getFirst())) {
                text.append('\n');
            }
            text.append(column.name())
                    .append(column.required() ? " *" : "")
                    .append(column.otherName() == null ? "" : " (" + column.otherName() + ")")
                    .append(": ")
                    .append(column.meaning());
            if (!column.lists().isEmpty()) {
                text.append(". Code list ").append(String.join(" or ", column.lists()));
            }
            text.append('\n');
        }
        text.append('\n');
        notes().forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }

    /** What a file must be to be read at all, for who sent something else. */
    default String expected() {
        List<String> required = columns().stream()
                .filter(FormatColumn::required)
                .map(FormatColumn::name)
                .toList();
        return "A text file of comma-separated values (.csv, UTF-8) whose first line names its columns, among them "
                + String.join(", ", required) + ".";
    }

    /**
     * A made-up file of which every line is accepted by an agency that took none of it in before.
     *
     * @param today in the agency's zone
     */
    default byte[] sample(RegisterEdition register, LocalDate today) {
        Map<String, String> cells = columns().stream()
                .collect(Collectors.toMap(FormatColumn::name, FormatColumn::example, (one, _) -> one));
        cells.putAll(sampleOf(register, today));
        return csv(columns(), column -> cells.getOrDefault(column.name(), "")).getBytes(UTF_8);
    }

    /** Cells of the sample that hang on the agency or the day; the others hold the columns' examples. */
    default Map<String, String> sampleOf(RegisterEdition register, LocalDate today) {
        return Map.of();
    }

    /** A header and one line. */
    static String csv(List<FormatColumn> columns, Function<FormatColumn, String> cells) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(","))
                + "\r\n"
                + columns.stream().map(cells).map(ImportFormat::quoted).collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** A school for samples: one of the agency's own, the first by its code; MAR where it has none yet. */
    static String aSchool(RegisterEdition register) {
        return register.schools().stream()
                .filter(school -> !school.provisional())
                .map(SchoolEntry::code)
                .map(code -> code.value())
                .min(String::compareTo)
                .orElse("MAR");
    }
}
