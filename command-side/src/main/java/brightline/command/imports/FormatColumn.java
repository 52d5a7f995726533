package brightline.command.imports;

import brightline.events.code.ShippedTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
record FormatColumn(
        @Nullable String file,
        String name,
        @Nullable String otherName,
        boolean required,
        String meaning,
        List<String> lists,
        String example) {
    FormatColumn(String name, boolean required, String meaning, List<String> lists, String example) {
        this(null, name, null, required, meaning, lists, example);
    }

    /** Those of a table with the columns column, required, meaning, lists and example, and perhaps file. */
    static List<FormatColumn> shipped(String table) {
        return ShippedTable.read(FormatColumn.class, table).stream()
                .map(row -> new FormatColumn(
                        row.get("file"),
                        cell(row, "column"),
                        null,
                        cell(row, "required").equals("yes"),
                        cell(row, "meaning"),
                        cell(row, "lists").isEmpty()
                                ? List.of()
                                : Arrays.asList(cell(row, "lists").split("\\|", -1)),
                        cell(row, "example")))
                .toList();
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
