package brightline.command.imports.file;

import brightline.events.ComparisonForm;
import brightline.events.SchoolCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a file calls schools, anywhere in it. Found out before its first line is read, so that what a line means does not hang on which
 * lines stand above it. Of several names of one code it is the one that stands there most often.
 */
public final class FileSchools {
    /** Of a file that names none. */
    static final FileSchools NONE = new FileSchools(Map.of());

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_CODE = 40;

    private final Map<String, Named> byForm;

    private FileSchools(Map<String, Named> byForm) {
        this.byForm = byForm;
    }

    /**
     * One school.
     *
     * @param code as it is first written
     * @param names with how many lines give each; empty where none does
     */
    private record Named(String code, Map<String, Integer> names) {
        Optional<String> name() {
            return names.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey);
        }
    }

    /**
     * The columns in which a line names a school.
     *
     * @param code of the school's code
     * @param name of what the file calls it
     */
    public record Columns(String code, String name) {}

    /** Looks through a whole file; keeps what it calls each school. */
    static FileSchools in(Path file, TextEncoding encoding, Header header, Columns columns) throws IOException {
        Map<String, Named> byForm = new HashMap<>();
        try (SourceLines lines = SourceLines.open(file, encoding, 0, 0)) {
            lines.next();
            for (SourceLines.Line line = lines.nextFilled(header); line != null; line = lines.nextFilled(header)) {
                count(header, line, columns, byForm);
            }
        }
        return new FileSchools(byForm);
    }

    private static void count(Header header, SourceLines.Line line, Columns columns, Map<String, Named> byForm) {
        try {
            Header.Row row = header.row(line);
            String code = row.atMost(columns.code(), LONGEST_CODE);
            if (code.isEmpty()) {
                return;
            }
            Named named = byForm.computeIfAbsent(ComparisonForm.of(code), _ -> new Named(code, new HashMap<>()));
            String name = row.atMost(columns.name(), LONGEST_NAME);
            if (!name.isEmpty()) {
                named.names().merge(name, 1, Integer::sum);
            }
        } catch (LineRejected _) {
            // It is answered when it is read.
        }
    }

    /** What the file calls the school, in whatever spelling of its code; empty where no line names it. */
    public Optional<String> nameOf(SchoolCode school) {
        return Optional.ofNullable(byForm.get(ComparisonForm.of(school.value())))
                .flatMap(Named::name);
    }

    /** The code as the file first writes it: what differs in what nobody sees is one. */
    String asFirstWritten(String code) {
        Named named = byForm.get(ComparisonForm.of(code));
        return named == null ? code : named.code();
    }
}
