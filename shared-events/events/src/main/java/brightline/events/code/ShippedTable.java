package brightline.events.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comma-separated table that is shipped beside a class: UTF-8, a header line, LF, fields in double quotes where they hold a
 * comma. Not for files from outside, which need better errors than this gives.
 */
public final class ShippedTable {

    private ShippedTable() {}

    /**
     * The rows in file order, each with every column of the header in its order; a blank cell is the empty text.
     *
     * @throws IllegalStateException when there is no such table, or a line has not as many cells as the header
     */
    public static List<Map<String, String>> read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The table " + name + " is not shipped beside " + beside.getName());
            }
            return rows(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table " + name + " cannot be read", unreadable);
        }
    }

    static List<Map<String, String>> rows(String name, String text) {
        List<List<String>> lines = lines(text);
        List<String> header = lines.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != header.size()) {
                throw new IllegalStateException("The table " + name + " has a line of " + line.size() + " cells under "
                        + header.size() + " columns: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                row.put(header.get(column), line.get(column));
            }
            rows.add(Collections.unmodifiableMap(row));
        }
        return List.copyOf(rows);
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n')) {
                cell.append(c);
            } else {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        if (!line.isEmpty() || !cell.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
