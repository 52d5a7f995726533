package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.Chunks;
import brightline.command.imports.file.Chunks.Chunk;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Cause;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Failure;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.imports.oneroster.OneRosterChunks.Roster;
import brightline.command.register.ReferenceRegister;
import brightline.edge.keys.StudentIndex;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip itself: what is none, what is too much, and how reading goes on after a stop. */
class OneRosterFilesTest {
    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void what_is_no_roster_fails_before_its_first_line() {
        refused(OneRosterZip.sample().without("manifest.csv"), "manifest.csv", null);
        refused(OneRosterZip.sample().without("users.csv"), "users.csv", null);
        refused(
                OneRosterZip.sample()
                        .changed(
                                "manifest.csv", text -> text.replace("oneroster.version,1.2", "oneroster.version,1.0")),
                "manifest.csv",
                "oneroster.version");
        refused(
                OneRosterZip.sample()
                        .changed("manifest.csv", text -> text.replace("file.roles,bulk", "file.roles,absent")),
                "manifest.csv",
                "file.roles");
        refused(
                OneRosterZip.sample().changed("users.csv", text -> text.replaceFirst("identifier", "idnr")),
                "users.csv",
                "identifier");
        refused("no zip at all".getBytes(StandardCharsets.UTF_8), null, null);
        byte[] whole = OneRosterZip.sample().bytes();
        refused(Arrays.copyOf(whole, whole.length / 2), null, null);
    }

    @Test
    void a_file_in_another_encoding_is_read_as_a_whole_and_it_is_noted() {
        byte[] zip = OneRosterZip.bulk()
                .with("users.csv", "w1,,,Jos\u00e9,Ibarrondo,W-1,09,\nw2,,,Joan,Bramley,W-2,09,\n")
                .with("roles.csv", "wr1,,,w1,primary,student,,,o-1\nwr2,,,w2,primary,student,,,o-1\n")
                .inWindows1252();
        ImportStatus status = program.take(new ByteArrayInputStream(zip), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.counts().rejected()).isZero();
        assertThat(program.notes(status.importId()))
                .anySatisfy(note -> assertThat(note).contains("users.csv", "Windows-1252"));
        StudentIndex index = program.context.getBean(StudentIndex.class);
        assertThat(index.find("W-1")).isNotEmpty();
        assertThat(index.find("W-2")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export/2026/%s", "export\\2026\\%s", "%S", "./%s"})
    void a_set_is_read_wherever_its_files_stand_in_the_zip_and_whatever_stands_beside(String named) throws IOException {
        String number = "F-" + Math.abs(named.hashCode());
        OneRosterZip set = OneRosterZip.bulk()
                .changed(
                        "manifest.csv",
                        text -> text.replaceFirst("bulk", "Bulk").replaceFirst("bulk", "BULK"))
                .with("users.csv", number + ",,,Ada,Quill," + number + ",09,\n")
                .with("roles.csv", "r" + number + ",,," + number + ",primary,student,,,o-1\n");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(set.stream());
                ZipOutputStream out = new ZipOutputStream(zip, Charset.forName("windows-1252"))) {
            out.putNextEntry(new ZipEntry("Übersicht für Ämter.txt"));
            out.write("not read".getBytes(StandardCharsets.UTF_8));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(named.formatted(entry.getName())));
                in.transferTo(out);
            }
        }
        ImportStatus status =
                program.take(new ByteArrayInputStream(zip.toByteArray()), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.state()).as(String.valueOf(status.failure())).isEqualTo(State.DONE);
        assertThat(status.counts().rejected()).isZero();
        assertThat(program.context.getBean(StudentIndex.class).find(number)).isNotEmpty();
    }

    @Test
    void a_zip_that_unpacks_to_more_than_a_roster_is_refused_while_it_unpacks() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("unasked.csv"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(nothing);
            }
        }
        refused(bomb.toByteArray(), null, null);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(many)) {
            for (int i = 0; i < 500; i++) {
                out.putNextEntry(new ZipEntry("../../escape-" + i + ".csv"));
            }
        }
        refused(many.toByteArray(), null, null);
        assertThat(program.spool.resolve("../escape-0.csv")).doesNotExist();
    }

    private static void refused(OneRosterZip zip, @Nullable String file, @Nullable String column) {
        refused(zip.bytes(), file, column);
    }

    private static void refused(byte[] zip, @Nullable String file, @Nullable String column) {
        ImportStatus status = program.take(new ByteArrayInputStream(zip), OneRosterCsv.NAME, Stated.MISSING);
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.counts()).isEqualTo(Counts.NONE);
        assertThat(status.failure())
                .returns(Cause.UNREADABLE, Failure::cause)
                .returns(file, Failure::file)
                .returns(column, Failure::column);
    }

    @Test
    void an_import_that_was_stopped_goes_on_with_the_piece_it_had_come_to() throws Exception {
        OneRosterZip zip = OneRosterZip.bulk();
        for (int i = 0; i < 450; i++) {
            zip = zip.with("users.csv", "k%d,,,Given,Family,K-%d,10,\n".formatted(i, i));
        }
        Path file = Files.write(program.spool.resolve("stopped.zip"), zip.bytes());
        List<Chunk<Roster>> whole = pieces(file, 0);
        assertThat(whole).hasSize(5);
        assertThat(whole.stream().mapToInt(piece -> piece.read().persons().size()))
                .containsExactly(0, 200, 200, 50, 0);
        for (int i = 1; i < whole.size(); i++) {
            assertThat(whole.get(i).fromOffset()).isEqualTo(whole.get(i - 1).toOffset());
            assertThat(pieces(file, whole.get(i).fromOffset()))
                    .usingRecursiveComparison()
                    .isEqualTo(whole.subList(i, whole.size()));
        }
        assertThat(pieces(file, whole.getLast().toOffset())).isEmpty();
        Files.delete(file);
    }

    private static List<Chunk<Roster>> pieces(Path zip, long answered) throws Exception {
        ImportStatus status = new ImportStatus(
                new ImportId(new UUID(0, 1)),
                OneRosterCsv.NAME,
                Stated.MISSING,
                null,
                Files.size(zip),
                "coordinator",
                Instant.EPOCH,
                null,
                State.RUNNING,
                answered,
                0,
                Counts.NONE,
                null,
                null,
                false);
        List<Chunk<Roster>> pieces = new ArrayList<>();
        try (Chunks<Roster> chunks =
                program.context.getBean(OneRosterCsv.class).open(status, zip, program.spool.resolve("stopped.parts"))) {
            var register = program.context.getBean(ReferenceRegister.class).current();
            for (Chunk<Roster> piece = chunks.next(register, Instant.EPOCH);
                    piece != null;
                    piece = chunks.next(register, Instant.EPOCH)) {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
