package brightline.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a file, in whatever order, and the way from a line to its cells. */
final class Header {
    private static final char NOT_UTF_8 = '\uFFFD';

    private final List<String> names;
    private final Map<String, Integer> places;

    private Header(List<String> names, Map<String, Integer> places) {
        this.names = names;
        this.places = places;
    }

    /** @throws FileRefused if the line holds no column names, or one twice */
    static Header of(SourceLines.@Nullable Line line) throws FileRefused {
        if (line == null || line.isBlank()) {
            throw new FileRefused(null, "the file has no header line");
        }
        List<String> names;
        try {
            names = fields(line).stream().map(String::strip).toList();
        } catch (LineRejected damaged) {
            throw new FileRefused(null, "the header line is damaged: " + damaged.reason());
        }
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < names.size(); place++) {
            if (!names.get(place).isEmpty() && places.put(names.get(place), place) != null) {
                throw new FileRefused(names.get(place), "the column is there twice");
            }
        }
        return new Header(names, places);
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    /** @return the place of a column; -1 when the file has none of that name */
    int place(String column) {
        return places.getOrDefault(column, -1);
    }

    /** @throws LineRejected if the line is damaged or has not as many fields as the header */
    Row row(SourceLines.Line line) throws LineRejected {
        List<String> cells = fields(line, this);
        if (cells.size() < names.size()) {
            throw new LineRejected(
                    names.get(cells.size()),
                    "the line ends before this column: " + cells.size() + " of " + names.size() + " fields");
        }
        if (cells.size() > names.size()) {
            throw new LineRejected(
                    null, "the line has more fields than the header: " + cells.size() + " instead of " + names.size());
        }
        return new Row(this, cells);
    }

    private @Nullable String nameAt(int place) {
        return place < names.size() ? names.get(place) : null;
    }

    private static List<String> fields(SourceLines.Line line) throws LineRejected {
        return fields(line, null);
    }

    private static List<String> fields(SourceLines.Line line, @Nullable Header header) throws LineRejected {
        String text = line.text();
        if (text == null) {
            throw new LineRejected(null, "the line is longer than is read");
        }
        List<String> cells;
        try {
            cells = CsvReader.builder().ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException damaged) {
            throw new LineRejected(null, "the line is not comma-separated values: text after a closing quote");
        }
        if (text.chars().filter(c -> c == '"').count() % 2 == 1) {
            throw new LineRejected(
                    header == null ? null : header.nameAt(cells.size() - 1), "a quote is opened and not closed");
        }
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            if (cell.indexOf(NOT_UTF_8) >= 0) {
                throw new LineRejected(header == null ? null : header.nameAt(place), "holds bytes that are not UTF-8");
            }
            if (cell.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
                throw new LineRejected(header == null ? null : header.nameAt(place), "holds a control character");
            }
        }
        return cells;
    }

    /** The cells of one line. */
    record Row(Header header, List<String> cells) {
        /** Without outer blanks; empty where the cell is blank or the file has no such column. */
        String cell(String column) {
            return at(header.place(column));
        }

        String at(int place) {
            return place < 0 ? "" : cells.get(place).strip();
        }
    }
}
