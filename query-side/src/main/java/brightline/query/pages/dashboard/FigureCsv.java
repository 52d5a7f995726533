package brightline.query.pages.dashboard;

import brightline.query.pages.dashboard.Figure.*;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure's table as CSV (RFC 4180): first what it is about, a line for each, then an empty line, the headings, and the rows with
 * plain numbers. No text from the record can start a formula where the file is opened in a spreadsheet.
 */
final class FigureCsv {
    private FigureCsv() {}

    /** @param about names and texts that stand above the table: filters, what is left out, as known on */
    static String of(Figure figure, Map<String, String> about) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("Table", safe(figure.table().caption()));
            about.forEach((name, value) -> csv.writeRecord(name, safe(value)));
            for (Definition definition : figure.definitions()) {
                csv.writeRecord("Definition of " + definition.name(), safe(definition.text()));
            }
            if (figure.warning() != null) {
                csv.writeRecord("Read with care", safe(figure.warning()));
            }
            csv.writeRecord("");
            Table table = figure.table();
            csv.writeRecord(headings(table));
            table.rows().forEach(row -> csv.writeRecord(line(row, table)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> headings(Table table) {
        List<String> headings = new ArrayList<>();
        String last = "";
        for (Column column : table.columns()) {
            if (column.ends()) {
                headings.add(last + ": 95% interval from");
                headings.add(last + ": 95% interval to");
            } else {
                last = column.name();
                headings.add(last);
            }
        }
        headings.add("Counts below " + table.threshold());
        return headings;
    }

    private static List<String> line(Row row, Table table) {
        List<String> line = new ArrayList<>();
        line.add(safe(row.heading()));
        List<String> few = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            line.addAll(cell.plain());
            if (cell.few()) {
                few.add(table.columns().get(i + 1).name());
            }
        }
        line.add(String.join("; ", few));
        return line;
    }

    /** A text that a spreadsheet would take for a formula starts with an apostrophe. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
