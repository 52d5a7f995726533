package brightline.command.imports.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, in whatever order, and the way from a line to its cells. A reason names a column only if it is one of the
 * format's: where the header is missing the first student stands in its place, and reasons are kept.
 */
public final class Header {
    private static final char NOT_UTF_8 = '\uFFFD';

    private final List<String> names;
    private final Map<String, Integer> places;
    private final Set<String> ours = new HashSet<>();

    private Header(List<String> names, Map<String, Integer> places) {
        this.names = names;
        this.places = places;
    }

    /**
     * The header of a format's file.
     *
     * @param needed which columns must be there, under their name or their other one
     * @throws FileRefused if the line holds no column names, or one twice, or not one that is needed
     */
    public static Header of(
            SourceLines.@Nullable Line line, Collection<FormatColumn> columns, Predicate<FormatColumn> needed)
            throws FileRefused {
        Header header = read(line);
        for (FormatColumn column : columns) {
            header.expect(column, needed.test(column));
        }
        return header;
    }

    private static Header read(SourceLines.@Nullable Line line) throws FileRefused {
        if (line == null || line.isBlank()) {
            throw new FileRefused(null, "the file has no header line");
        }
        if (line.text() != null && line.text().startsWith("PK")) {
            throw new FileRefused(
                    null, "it is a zip or a workbook (.xlsx), which is a zip too, and not comma-separated text");
        }
        Header header = new Header(List.of(), Map.of());
        List<String> names;
        try {
            names = header.fields(line).stream().map(String::strip).toList();
        } catch (LineRejected damaged) {
            throw new FileRefused(null, "the header line is damaged: " + damaged.reason());
        }
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < names.size(); place++) {
            Integer earlier = names.get(place).isEmpty() ? null : places.put(names.get(place), place);
            if (earlier != null) {
                throw new FileRefused(
                        null, "fields %d and %d of the header are the same".formatted(earlier + 1, place + 1));
            }
        }
        return new Header(names, places);
    }

    private void expect(FormatColumn column, boolean needed) throws FileRefused {
        ours.add(column.name());
        String other = column.otherName();
        if (other != null) {
            ours.add(other);
            if (places.containsKey(other)) {
                places.putIfAbsent(column.name(), places.get(other));
            }
        }
        if (needed && !places.containsKey(column.name())) {
            throw new FileRefused(column.name(), "the column is missing");
        }
    }

    /** @throws LineRejected if the line is damaged or has not as many fields as the header */
    public Row row(SourceLines.Line line) throws LineRejected {
        List<String> cells = fields(line);
        if (cells.size() < names.size()) {
            throw new LineRejected(
                    nameAt(cells.size()), "the line ends early: " + cells.size() + " of " + names.size() + " fields");
        }
        if (cells.size() > names.size()) {
            throw new LineRejected(
                    null, "the line has more fields than the header: " + cells.size() + " instead of " + names.size());
        }
        return new Row(this, cells, Map.of());
    }

    private @Nullable String nameAt(int place) {
        return place < names.size() && ours.contains(names.get(place)) ? names.get(place) : null;
    }

    private List<String> fields(SourceLines.Line line) throws LineRejected {
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
            throw new LineRejected(nameAt(cells.size() - 1), "a quote is opened and not closed");
        }
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            if (cell.indexOf(NOT_UTF_8) >= 0) {
                throw new LineRejected(nameAt(place), "holds bytes that are not UTF-8");
            }
            if (cell.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
                throw new LineRejected(nameAt(place), "holds a control character");
            }
        }
        return cells;
    }

    /** The cells of one line. @param instead what stands in place of some, by column */
    public record Row(Header header, List<String> cells, Map<String, String> instead) {
        /** The same line with other cells in some columns. */
        Row with(Map<String, String> others) {
            return new Row(header, cells, others);
        }

        /** Without outer blanks; empty where the cell is blank or the file has no such column. */
        public String cell(String column) {
            String other = instead.get(column);
            Integer place = header.places.get(column);
            return other != null ? other : place == null ? "" : cells.get(place).strip();
        }

        /** @throws LineRejected if the cell is blank or longer than so many characters */
        public String required(String column, int longest) throws LineRejected {
            if (cell(column).isEmpty()) {
                throw new LineRejected(column, "must be given");
            }
            return atMost(column, longest);
        }

        /** @throws LineRejected if the cell is longer than so many characters */
        public String atMost(String column, int longest) throws LineRejected {
            String text = cell(column);
            if (text.length() > longest) {
                throw new LineRejected(column, "is longer than " + longest + " characters");
            }
            return text;
        }
    }
}
