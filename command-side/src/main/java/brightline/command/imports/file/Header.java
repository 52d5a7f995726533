package brightline.command.imports.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file, in whatever order, and the way from a line to its cells. A reason names a column only if it is one of the
 * format's: where the header is missing the first student stands in its place, and reasons are kept.
 */
public final class Header {
    private static final int MOST_NAMED = 20;
    private static final Pattern BREAKS = Pattern.compile(" *[\t\n]\\s*");
    private static final char NOT_UTF_8 = '\uFFFD';
    private static final Map<Character, String> OTHER_SEPARATORS = Map.of(';', "semicolons", '\t', "tabs", '|', "bars");

    private final List<String> names;
    private final Map<String, Integer> places;
    private final int width;
    private final Map<String, String> ours = new HashMap<>();
    private final Set<String> ofLines = new HashSet<>();

    /** @param width fields of the header's line, those without a name at its end included */
    private Header(List<String> names, Map<String, Integer> places, int width) {
        this.names = names;
        this.places = places;
        this.width = width;
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
        return of(line, columns, needed, _ -> null);
    }

    /**
     * The same of a format that knows other layouts of its files.
     *
     * @param otherLayout see {@link LineFormat#otherLayout}
     */
    static Header of(
            SourceLines.@Nullable Line line,
            Collection<FormatColumn> columns,
            Predicate<FormatColumn> needed,
            Function<Set<String>, @Nullable String> otherLayout)
            throws FileRefused {
        Header header = read(line);
        List<String> missing = new ArrayList<>();
        for (FormatColumn column : columns) {
            if (!header.expect(column) && needed.test(column)) {
                missing.add(column.name());
            }
        }
        if (missing.isEmpty()) {
            return header;
        }
        String layout = otherLayout.apply(
                header.names.stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
        if (missing.size() == 1) {
            throw new FileRefused(missing.getFirst(), (layout == null ? "" : layout + ": ") + "the column is missing");
        }
        throw new FileRefused(
                null,
                (layout == null ? separatedOtherwise(line) : layout + ": ") + "the columns are missing: "
                        + missing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : ""));
    }

    /** Why a line without our columns has none, where a spreadsheet's ways say it. */
    private static String separatedOtherwise(SourceLines.@Nullable Line line) {
        String text = line == null || line.text() == null ? "" : line.text().toLowerCase(Locale.ROOT);
        if (text.startsWith("sep=")) {
            return "the first line is sep=, which a spreadsheet writes for itself; take that line out: ";
        }
        for (Map.Entry<Character, String> other : OTHER_SEPARATORS.entrySet()) {
            if (text.indexOf(',') < 0 && text.indexOf(other.getKey()) >= 0) {
                return "the fields are separated by " + other.getValue() + "; save the file with commas: ";
            }
        }
        return "";
    }

    private static Header read(SourceLines.@Nullable Line line) throws FileRefused {
        if (line == null || line.isBlank()) {
            throw new FileRefused(null, "the file has no header line");
        }
        Header header = new Header(List.of(), Map.of(), 0);
        List<String> written;
        try {
            written = header.fields(line).stream().map(String::strip).toList();
        } catch (LineRejected damaged) {
            throw new FileRefused(null, "the header line is damaged: " + damaged.reason());
        }
        List<String> names = named(written);
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < names.size(); place++) {
            Integer earlier = names.get(place).isEmpty() ? null : places.put(names.get(place), place);
            if (earlier != null) {
                throw new FileRefused(
                        null, "fields %d and %d of the header are the same".formatted(earlier + 1, place + 1));
            }
            places.putIfAbsent(written.get(place), place);
        }
        return new Header(names, places, written.size());
    }

    /** Up to the last that has a name: what stands in columns without one is not read. */
    private static List<String> named(List<String> written) {
        int last = written.size();
        while (last > 0 && written.get(last - 1).isEmpty()) {
            last--;
        }
        return written.subList(0, last).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Column names are compared without capitals. @return whether it is there */
    private boolean expect(FormatColumn column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        ours.put(name, column.name());
        String other = column.otherName() == null ? null : column.otherName().toLowerCase(Locale.ROOT);
        if (other != null) {
            ours.put(other, column.otherName());
            if (places.containsKey(other)) {
                places.putIfAbsent(name, places.get(other));
            }
        }
        if (column.mayHaveLines()) {
            ofLines.add(name);
        }
        Integer place = places.get(name);
        if (place != null) {
            // As the format writes it: cells are asked for by that, line by line.
            places.put(column.name(), place);
        }
        return place != null;
    }

    /**
     * Whether lines that a quote holds together are one record: it has as many fields as the header, and no cell over several lines but an
     * account has as many commas as a whole record, as one has that runs on from a quote nobody closed into one of another record.
     * What else is wrong in its cells makes it no other record.
     */
    boolean isOneRecord(SourceLines.Line record) {
        try {
            List<String> cells = ofItsWidth(parsed(record));
            for (int place = 0; place < cells.size(); place++) {
                String cell = cells.get(place);
                if (cell.indexOf('\n') >= 0
                        && !mayHaveLines(place)
                        && cell.chars().filter(c -> c == ',').count() >= width - 1) {
                    return false;
                }
            }
            return true;
        } catch (LineRejected damaged) {
            return false;
        }
    }

    /** Whether the format reads the column; of a header nothing is known yet, and all of it is read. */
    private boolean isRead(int place) {
        return names.isEmpty() || place < names.size() && ours.containsKey(names.get(place));
    }

    private boolean mayHaveLines(int place) {
        return place < names.size() && ofLines.contains(names.get(place));
    }

    /** @throws LineRejected if the line is damaged or has not as many fields as the header */
    public Row row(SourceLines.Line line) throws LineRejected {
        return new Row(this, ofItsWidth(fields(line)), Map.of());
    }

    private List<String> ofItsWidth(List<String> all) throws LineRejected {
        boolean more = all.stream().skip(names.size()).allMatch(String::isBlank) || all.size() <= width;
        List<String> cells = more && all.size() > names.size() ? all.subList(0, names.size()) : all;
        if (cells.size() < names.size()) {
            throw new LineRejected(
                    nameAt(cells.size()), "the line ends early: " + cells.size() + " of " + names.size() + " fields");
        }
        if (cells.size() > names.size()) {
            throw new LineRejected(
                    null, "the line has more fields than the header: " + cells.size() + " instead of " + names.size());
        }
        return cells;
    }

    private @Nullable String nameAt(int place) {
        return place < names.size() ? ours.get(names.get(place)) : null;
    }

    private List<String> parsed(SourceLines.Line line) throws LineRejected {
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
        return cells;
    }

    private List<String> fields(SourceLines.Line line) throws LineRejected {
        List<String> cells = parsed(line);
        for (int place = 0; place < cells.size(); place++) {
            String cell = cells.get(place);
            if (!isRead(place)) {
                continue;
            }
            if (cell.indexOf(NOT_UTF_8) >= 0) {
                throw new LineRejected(nameAt(place), "holds bytes that are not UTF-8");
            }
            if (cell.chars().anyMatch(c -> c != '\t' && c != '\n' && Character.isISOControl(c))) {
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

        /** Whether the file has such a column. */
        public boolean has(String column) {
            return header.places.containsKey(column);
        }

        /**
         * Without outer blanks, and with one in place of line breaks and tabs, which only an account keeps; empty where the cell is blank
         * or the file has no such column.
         */
        public String cell(String column) {
            Integer place = header.places.get(column);
            String written = written(column, place);
            return place != null && header.mayHaveLines(place)
                    ? written
                    : BREAKS.matcher(written).replaceAll(" ");
        }

        private String written(String column, @Nullable Integer place) {
            String other = instead.get(column);
            return other != null ? other : place == null ? "" : cells.get(place).strip();
        }

        /**
         * Looks at a cell that holds a number or a code: what stands on two lines may be two of them.
         *
         * @throws LineRejected if there is a line break or a tab in it
         */
        void inOneLine(String column) throws LineRejected {
            String written = written(column, header.places.get(column));
            if (written.indexOf('\n') >= 0) {
                throw new LineRejected(column, "goes over several lines");
            }
            if (written.indexOf('\t') >= 0) {
                throw new LineRejected(column, "holds a tab");
            }
        }

        /** @throws LineRejected if the cell is blank, goes over several lines or is longer than so many characters */
        public String required(String column, int longest) throws LineRejected {
            if (cell(column).isEmpty()) {
                throw new LineRejected(column, "must be given");
            }
            inOneLine(column);
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
