package brightline.command.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.file.SourceLines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinesTest {
    private static final List<FormatColumn> COLUMNS = List.of(
            new FormatColumn("id", true, "", ""),
            new FormatColumn("place", true, "", ""),
            new FormatColumn("narrative", false, "", ""));

    @TempDir
    Path directory;

    private List<Line> records(String file) throws IOException, FileRefused {
        Path path = Files.writeString(directory.resolve("file.csv"), file, UTF_8);
        List<Line> records = new ArrayList<>();
        try (SourceLines lines = SourceLines.open(path, 0, 0)) {
            Header header = header(lines.next());
            for (Line line = lines.nextFilled(header); line != null; line = lines.nextFilled(header)) {
                records.add(line);
            }
        }
        return records;
    }

    private static Header header(@Nullable Line line) throws FileRefused {
        return Header.of(line, COLUMNS, FormatColumn::required);
    }

    private static Line line(String text) {
        return new Line(2, text, 0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
    void a_line_ends_as_any_program_ends_it(String end) throws IOException, FileRefused {
        assertThat(records("id,place,narrative" + end + "1,A," + end + "2,B," + end + end + "3,C,"))
                .extracting(Line::text)
                .containsExactly("1,A,", "2,B,", "3,C,");
    }

    @Test
    void a_line_never_holds_two_records() throws IOException, FileRefused {
        assertThat(records("id,place,narrative\r\n1,A,\r2,B,\r\n3,C,\r\n"))
                .extracting(Line::text)
                .containsExactly("1,A,", "2,B,", "3,C,");
    }

    @Test
    void what_a_quote_holds_together_is_one_record() throws IOException, FileRefused {
        List<Line> records = records("id,place,narrative\n1,A,\"One.\n\nTwo, \"\"three\"\".\"\n2,B,short\n");
        assertThat(records)
                .extracting(Line::number, Line::lastNumber, Line::text)
                .containsExactly(tuple(2L, 4L, "1,A,\"One.\n\nTwo, \"\"three\"\".\""), tuple(5L, 5L, "2,B,short"));
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line() throws IOException, FileRefused {
        assertThat(records("id,place,narrative\n1,A,\"open\n2,B,\n3,C,\"two\nlines\"\n4,D,\n"))
                .extracting(Line::number)
                .containsExactly(2L, 3L, 4L, 6L);
    }

    @Test
    void a_record_ends_where_the_next_begins_so_that_reading_goes_on_there() throws IOException, FileRefused {
        String file = "id,place,narrative\n1,A,\"One.\nTwo.\"\r\n2,B,\n";
        List<Line> records = records(file);
        assertThat(file.getBytes(UTF_8)).hasSize((int) records.getLast().end());
        assertThat(records.getFirst().end()).isEqualTo(file.indexOf("2,B"));
    }

    @Test
    void a_row_of_commas_is_passed_over() throws IOException, FileRefused {
        assertThat(records("id,place,narrative\n,,\n1,A,\n , ,\n")).hasSize(1);
    }

    @Test
    void capitals_make_no_other_column_and_columns_without_a_name_are_not_read() throws Exception {
        Header header = header(line("ID,Place,NARRATIVE,,"));
        assertThat(header.row(line("1,A,told")).cell("place")).isEqualTo("A");
        assertThat(header.row(line("1,A,told,x,y")).cell("narrative")).isEqualTo("told");
        assertThat(header.row(line("1,A,told,,,,")).cell("id")).isEqualTo("1");
        assertThatThrownBy(() -> header.row(line("1,A,told,,,z")))
                .isInstanceOf(LineRejected.class)
                .hasMessageContaining("more fields");
        assertThatThrownBy(() -> header.row(line("1"))).hasMessageContaining("ends early");
    }

    @Test
    void what_is_missing_is_said_at_once_and_by_its_cause() {
        assertThatThrownBy(() -> header(line("narrative"))).hasMessage("the columns are missing: id, place");
        assertThatThrownBy(() -> header(line("id;place;narrative"))).hasMessageContaining("semicolons");
        assertThatThrownBy(() -> header(line("id\tplace"))).hasMessageContaining("tabs");
        assertThatThrownBy(() -> header(line("sep=,"))).hasMessageContaining("take that line out");
        assertThatThrownBy(() -> header(line("id"))).hasMessage("the column is missing");
    }

    @Test
    void a_line_break_in_any_quoted_cell_parts_no_record() throws IOException, FileRefused {
        assertThat(records("place,id,narrative,more\n\"A\nwing\",1,,\n\"B, C\n\",\"2\n\",,\"x\ny\"\nD,3,,\n"))
                .extracting(Line::number, Line::lastNumber)
                .containsExactly(tuple(2L, 3L), tuple(4L, 7L), tuple(8L, 8L));
    }

    @Test
    void two_quotes_that_are_never_closed_cost_their_own_lines_and_none_between() throws IOException, FileRefused {
        for (String open : List.of("1,\"A,\n2,B,\n3,C\",\n4,D,\n", "1,A,\n2,\"B,\n3,C,\n4,D\",\n")) {
            assertThat(records("id,place,narrative\n" + open))
                    .extracting(Line::number)
                    .containsExactly(2L, 3L, 4L, 5L);
        }
    }

    @Test
    void a_line_break_or_a_tab_is_a_blank_but_in_an_account_and_none_is_in_a_number() throws Exception {
        Header header = header(line("id,place,narrative,more"));
        assertThat(header.row(line("1,A,\"a\n\tb\",")).cell("narrative")).isEqualTo("a\n\tb");
        Header.Row row = header.row(line("\"1\n\",\"A \n\n wing\tEast\n\",,\"\u0007\n\""));
        assertThat(row.cell("place")).isEqualTo("A wing East");
        row.inOneLine("id");
        for (String broken : List.of("\"1\n2\",A,,", "1\t2,A,,")) {
            assertThatThrownBy(() -> header.row(line(broken)).required("id", 9))
                    .isInstanceOfSatisfying(
                            LineRejected.class,
                            rejected -> assertThat(rejected.column()).isEqualTo("id"));
        }
        assertThatThrownBy(() -> header.row(line("1,\u0007,,")))
                .as("in a column that is read")
                .hasMessageContaining("control character");
    }
}
