package brightline.command.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.events.code.ShippedTable;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a format: what is read, what its guide says and what its sample holds are all this.
 *
 * @param file which of several files that come together; null where there is one
 * @param otherName under which it may stand too; null for none
 * @param required it must be there; a blank cell is refused where the format does not say otherwise
 * @param meaning for people
 * @param lists the code lists that its values are of; empty where it holds no codes
 * @param example of a value, in the sample; empty where a blank cell is the best example
 */
public record FormatColumn(
        @Nullable String file,
        String name,
        @Nullable String otherName,
        boolean required,
        String meaning,
        List<String> lists,
        String example) {
    /** A column of no code list in a format of one file. */
    public FormatColumn(String name, boolean required, String meaning, String example) {
        this(null, name, null, required, meaning, List.of(), example);
    }

    /** Whether it may go over several lines, as an account in our own format does. */
    boolean mayHaveLines() {
        return name.equals("narrative");
    }

    /** Those of a table with the columns column, required, meaning, lists and example, and perhaps file and alternative. */
    public static List<FormatColumn> shipped(String table) {
        return rows(table).stream()
                .map(row -> new FormatColumn(
                        row.get("file"),
                        cell(row, "column"),
                        cell(row, "alternative").isEmpty() ? null : cell(row, "alternative"),
                        cell(row, "required").equals("yes"),
                        cell(row, "meaning"),
                        cell(row, "lists").isEmpty()
                                ? List.of()
                                : List.of(cell(row, "lists").split("\\|", -1)),
                        cell(row, "example")))
                .toList();
    }

    /** The rows of a table that is shipped with the formats. */
    public static List<Map<String, String>> rows(String table) {
        return ShippedTable.read(FormatColumn.class, "/brightline/command/imports/" + table);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** What it is called and what it means, in a line for people. */
    String description() {
        return name
                + (required ? " *" : "")
                + (otherName == null ? "" : " (" + otherName + ")")
                + ": "
                + meaning
                + (lists.isEmpty() ? "" : ". Code list " + String.join(" or ", lists));
    }

    /** A file of a header and one line. */
    public static byte[] file(List<FormatColumn> columns, Function<FormatColumn, String> cells) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, UTF_8)) {
            csv.writeRecord(columns.stream().map(FormatColumn::name).toList());
            csv.writeRecord(columns.stream().map(cells).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("A file in memory cannot be written", e);
        }
        return file.toByteArray();
    }
}
