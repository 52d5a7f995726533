package brightline.command.imports.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.imports.file.SourceLines.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {
    private static final String TEXT = "id,name\r\n1,\u00c5sa Pe\u00f1a\r2,Zo\u00eb\r\r\n3,O\u2019Dell\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path directory;

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return Files.write(directory.resolve("file.csv"), bytes.toByteArray());
    }

    private static List<String> lines(Path file, long offset, long lastLine) throws IOException, FileRefused {
        List<String> lines = new ArrayList<>();
        try (SourceLines source = SourceLines.open(file, TextEncoding.of(file), offset, lastLine)) {
            for (Line line = source.next(); line != null; line = source.next()) {
                lines.add(String.valueOf(line.text()));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, UTF_8",
        "UTF-8, true, UTF_8",
        "UTF-16LE, true, UTF_16LE",
        "UTF-16LE, false, UTF_16LE",
        "UTF-16BE, true, UTF_16BE",
        "UTF-16BE, false, UTF_16BE",
        "windows-1252, false, WINDOWS_1252"
    })
    void a_text_reads_the_same_however_it_was_saved_and_from_any_line_on(
            String charset, boolean marked, TextEncoding found) throws IOException, FileRefused {
        Path file = file(((marked ? "\uFEFF" : "") + TEXT).getBytes(Charset.forName(charset)));
        assertThat(TextEncoding.of(file)).isEqualTo(found);
        assertThat(lines(file, 0, 0)).containsExactly("id,name", "1,\u00c5sa Pe\u00f1a", "2,Zo\u00eb", "3,O\u2019Dell");
        try (SourceLines source = SourceLines.open(file, found, 0, 0)) {
            for (Line line = source.next(); line != null; line = source.next()) {
                List<String> rest = lines(file, line.end(), line.number());
                assertThat(rest).hasSize(4 - (int) line.number());
            }
        }
    }

    @Test
    void one_letter_far_down_decides_for_the_whole_file() throws IOException, FileRefused {
        byte[] plain = "1,Ada Quill\n".repeat(40_000).getBytes(UTF_8);
        assertThat(TextEncoding.of(file(plain))).isEqualTo(TextEncoding.UTF_8);
        assertThat(TextEncoding.of(file(plain, "2,Pe\u00f1a\n".getBytes(WINDOWS))))
                .isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(TextEncoding.WINDOWS_1252.noted()).isPresent();
        assertThat(TextEncoding.UTF_8.noted()).isEmpty();
    }

    @Test
    void a_damaged_letter_among_many_that_are_right_is_no_other_encoding() throws IOException, FileRefused {
        byte[] right = "1,Pe\u00f1a\n".repeat(3).getBytes(UTF_8);
        Path file = file(right, new byte[] {'2', ',', (byte) 0xC3, 'x', '\n'}, right);
        assertThat(TextEncoding.of(file)).isEqualTo(TextEncoding.UTF_8);
        assertThat(lines(file, 0, 0).get(3)).isEqualTo("2,\uFFFDx");
    }

    @Test
    void a_letter_cut_at_the_end_is_none() throws IOException, FileRefused {
        Path file = file("id,name\n1,A".getBytes(UTF_16LE), new byte[] {'b'});
        assertThat(lines(file, 0, 0)).containsExactly("id,name", "1,A\uFFFD");
    }

    @Test
    void what_is_no_text_is_refused_by_what_it_is() throws IOException {
        assertThatThrownBy(() -> TextEncoding.of(file("PK\u0003\u0004".getBytes(ISO_8859_1), noise())))
                .hasMessageContaining("workbook (.xlsx)");
        assertThatThrownBy(() -> TextEncoding.of(file("%PDF-1.7\n".getBytes(UTF_8), noise())))
                .hasMessageContaining("PDF");
        assertThatThrownBy(() -> TextEncoding.of(file(noise()))).hasMessageContaining("no text");
        assertThatThrownBy(() ->
                        TextEncoding.of(file("id,name\n1,Ren".getBytes(UTF_8), new byte[] {(byte) 0x8D, '\n'})))
                .hasMessageContaining("neither UTF-8 nor UTF-16 nor Windows-1252");
    }

    @Test
    void a_column_may_begin_with_any_letters_and_an_empty_file_is_text() throws IOException, FileRefused {
        assertThat(TextEncoding.of(file("PK,name\n1,A\n".getBytes(UTF_8)))).isEqualTo(TextEncoding.UTF_8);
        assertThat(TextEncoding.of(file())).isEqualTo(TextEncoding.UTF_8);
    }

    private static byte[] noise() {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
