package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.edge.access.AccountRole;
import brightline.events.WordsForNothing;
import brightline.proof.DamagedSheet.Row;
import brightline.proof.DamagedSheet.Written;
import brightline.scenarios.RunningBrightline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Seeded damaged files of each format, sent over HTTP: what is accepted is on record with every field as it was meant, as the same records say it
 * in a plain file; what is not is named by its column; answers add up to the records; and the same records are taken whatever the order
 * of rows and columns.
 */
@Timeout(value = 4, unit = HOURS)
class DamageDrillTest {
    private static final int FILES = Integer.getInteger("brightline.damage.files", Form.of(30, 2_000));
    private static final long FIRST = Long.getLong("brightline.damage.seed", 1L);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 20;

    /** Files whose records are told in one plain file. */
    private static final int TOGETHER = 60;

    private static final int AT_ONCE = 4;

    /** Of one account two files arrive at once at most; they are read side by side. */
    private static final ReentrantLock ARRIVING = new ReentrantLock();

    /** The records as they were meant, what is left of them, the damaged file, and the same in another order and form. */
    private static final List<Character> SENDINGS = List.of('C', 'B', 'D', 'S');

    private static final Pattern READ_AS = Pattern.compile("(.*) is not in UTF-8 and was read as ([^:]*):");

    @TempDir
    static Path directory;

    private static RunningBrightline program;
    private static Api api;

    @BeforeAll
    static void start() {
        program = new RunningBrightline(directory);
        program.account("coordinator", AccountRole.COORDINATOR, null);
        school("MAR");
        api = Api.of(URI.create(program.url()));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** A file's rows, and what is on record of their records where nothing was done to them. */
    private record Meant(
            DamagedFormat format,
            long seed,
            Random random,
            Map<String, DamagedSheet> sheets,
            Map<String, Map<String, Object>> facts) {
        static Meant of(DamagedFormat format, long seed) {
            Random random = new Random(seed);
            return new Meant(format, seed, random, format.sheets(random, seed), new LinkedHashMap<>());
        }

        Stream<Row> rows() {
            return sheets.values().stream().flatMap(sheet -> sheet.rows().stream());
        }

        /** Of which two rows say different things. */
        Set<String> twice() {
            return sheets.values().stream()
                    .flatMap(sheet -> sheet.twice().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Of which some row was spoiled, or that say two things. */
        Set<String> spoiled() {
            return Stream.concat(
                            twice().stream(),
                            rows().filter(row -> !row.isWhole()).map(row -> row.record))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** What is on record of each record now. */
        Map<String, Map<String, Object>> told(char sending) {
            String own = format.own(sending, seed);
            Map<String, Map<String, Object>> told = new LinkedHashMap<>();
            rows().forEach(row -> told.computeIfAbsent(row.record, _ -> format.told(program, row, own)));
            return told;
        }
    }

    /** What became of a sending. @param facts on record, by record */
    private record Seen(
            Meant meant, char sending, JsonNode answer, Map<String, Map<String, Object>> facts, Set<Row> rejected) {
        /** Those on record, without those that say two things. */
        Set<String> taken() {
            Set<String> taken = new TreeSet<>(facts.keySet());
            taken.removeIf(record -> facts.getOrDefault(record, Map.of()).isEmpty());
            taken.removeAll(meant.twice());
            return taken;
        }

        @Override
        public String toString() {
            return meant.format() + " " + meant.seed() + " " + sending;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_accepted_is_as_it_was_meant_and_what_is_not_is_named(DamagedFormat format) throws Exception {
        if (format == DamagedFormat.STUDENTS) {
            take(
                    format,
                    Map.of(
                            "orgs.csv",
                            ("sourcedId,status,dateLastModified,name,type,identifier\n" + DamagedFormat.ORG
                                            + ",,,Marlow High School,school,MAR\n")
                                    .getBytes(UTF_8)));
        }
        Set<String> schools = new TreeSet<>();
        for (long seed = FIRST; seed < FIRST + FILES; seed++) {
            for (char sending : SENDINGS) {
                schools.addAll(format.schools(sending, seed));
            }
        }
        schools.forEach(DamageDrillTest::school);
        long whole = 0;
        for (long seed = FIRST; seed < FIRST + FILES; seed += TOGETHER) {
            whole += check(
                    format,
                    LongStream.range(seed, Math.min(seed + TOGETHER, FIRST + FILES))
                            .mapToObj(one -> Meant.of(format, one))
                            .toList());
        }
        assertThat(whole).as("records that were whole").isGreaterThan(FILES * DamagedFormat.ROWS / 3L);
    }

    /** @return how many records nothing was done to */
    private static long check(DamagedFormat format, List<Meant> files) throws Exception {
        JsonNode plain = takePlain(format, 'C', files, Meant::sheets);
        assertThat(plain.get("rejected").asLong())
                .as("%s, plain: %s", format, plain)
                .isZero();
        for (Meant file : files) {
            file.facts().putAll(file.told('C'));
            assertThat(file.facts())
                    .as("%s %d", format, file.seed())
                    .noneSatisfy((_, facts) -> assertThat(facts).isEmpty());
        }
        List<Seen> seen = damaged(files);
        if (format.cellsAlone) {
            List<Seen> first = seen.stream().filter(one -> one.sending == 'D').toList();
            Map<Meant, Seen> byFile = first.stream().collect(Collectors.toMap(Seen::meant, one -> one));
            takePlain(format, 'B', files, file -> withoutWhatIsSpoiled(file, Objects.requireNonNull(byFile.get(file))));
            for (Seen one : seen) {
                costsNoMoreThanItself(one, one.meant().told('B'));
            }
        }
        return files.stream()
                .mapToLong(file -> file.facts().size() - file.spoiled().size())
                .sum();
    }

    /** Several at a time, as files come. */
    private static List<Seen> damaged(List<Meant> files) throws InterruptedException {
        List<Seen> seen = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<Seen>>> sent = files.stream()
                    .map(file -> senders.submit(() -> damaged(file)))
                    .toList();
            for (Future<List<Seen>> one : sent) {
                try {
                    seen.addAll(one.get());
                } catch (ExecutionException failed) {
                    wrong.add(Objects.requireNonNull(failed.getCause()).toString());
                }
            }
        }
        assertThat(wrong).as("files of which something was wrong").isEmpty();
        return seen;
    }

    private static List<Seen> damaged(Meant file) throws IOException, InterruptedException {
        file.sheets()
                .values()
                .forEach(sheet -> sheet.damage(file.random(), file.format().repeats, file.format().cellsAlone));
        Seen first = look(file, 'D', file.sheets());
        Map<String, DamagedSheet> others = new LinkedHashMap<>();
        file.sheets().forEach((name, sheet) -> others.put(name, sheet.shuffled(file.random())));
        Seen shuffled = look(file, 'S', others);
        assertThat(shuffled.taken()).as("%s: whatever the order", shuffled).isEqualTo(first.taken());
        return List.of(first, shuffled);
    }

    private static Seen look(Meant file, char sending, Map<String, DamagedSheet> sheets)
            throws IOException, InterruptedException {
        String what = file.format() + " " + file.seed() + " " + sending;
        String own = file.format().own(sending, file.seed());
        Map<String, Written> files = new LinkedHashMap<>();
        sheets.forEach((name, sheet) -> files.put(name, sheet.inSomeForm(own, file.random())));
        JsonNode answer = take(file.format(), bytes(files, Written::bytes));
        assertThat(answer.get("lines").asLong())
                .as("%s: every record has one answer: %s", what, answer)
                .isEqualTo(files.values().stream().mapToLong(Written::records).sum())
                .isEqualTo(answer.get("accepted").asLong()
                        + answer.get("duplicates").asLong()
                        + answer.get("outOfScope").asLong()
                        + answer.get("rejected").asLong());
        assertThat(readAs(answer))
                .as("%s: is read as it was written: %s", what, answer)
                .containsExactlyInAnyOrderElementsOf(readAs(files));
        Set<String> twice = file.twice();
        Set<String> spoiled = file.spoiled();
        Set<Row> rejected = new HashSet<>();
        for (JsonNode error : answer.get("errors")) {
            Written written =
                    Objects.requireNonNull(files.get(error.path("file").asString("")));
            Row row = written.byLine().get(error.get("line").asLong());
            String told = what + ", " + error;
            assertThat(row).as(told).isNotNull();
            rejected.add(row);
            boolean ofAnother = files.size() > 1
                    && file.rows()
                            .anyMatch(other -> other != row && other.record.equals(row.record) && !other.isWhole());
            assertThat(row.shape != null
                            || ofAnother
                            || row.damaged.contains(error.path("column").asString(""))
                            || twice.contains(row.record))
                    .as("%s: is named by what is wrong with it: %s", told, row)
                    .isTrue();
        }
        Map<String, Map<String, Object>> facts = file.told(sending);
        file.rows().filter(row -> !twice.contains(row.record)).forEach(row -> {
            Map<String, Object> ofRow = Objects.requireNonNull(facts.get(row.record));
            String told = what + ", " + row;
            if (ofRow.isEmpty()) {
                assertThat(rejected)
                        .as("%s: is neither on record nor named", told)
                        .anyMatch(one -> one.record.equals(row.record));
            }
            if (!spoiled.contains(row.record) || !ofRow.isEmpty() && !file.format().cellsAlone) {
                assertThat(ofRow).as(told).isEqualTo(file.facts().get(row.record));
            }
        });
        return new Seen(file, sending, answer, facts, rejected);
    }

    /** As what the import says that its files were read, where they are in no UTF-8. */
    private static List<String> readAs(JsonNode answer) {
        return answer.get("notes")
                .valueStream()
                .map(note -> READ_AS.matcher(note.asString()))
                .filter(Matcher::find)
                .map(note -> note.group(1) + " " + note.group(2))
                .toList();
    }

    private static List<String> readAs(Map<String, Written> files) {
        return files.entrySet().stream()
                .filter(file -> !file.getValue().readAs().isEmpty())
                .map(file -> (file.getKey().isEmpty() ? "The file" : file.getKey()) + " "
                        + file.getValue().readAs())
                .toList();
    }

    /** What is left of a file where its rejected rows are left out, and cells that were spoiled are blank. */
    private static Map<String, DamagedSheet> withoutWhatIsSpoiled(Meant file, Seen seen) {
        Map<String, DamagedSheet> left = new LinkedHashMap<>();
        file.sheets().forEach((name, sheet) -> left.put(name, sheet.withoutWhatIsSpoiled(seen.rejected)));
        return left;
    }

    /**
     * What is on record is as it was meant, or as if the spoiled cells were blank; and of a cell of which nothing is on record a note says
     * so, unless its words stand for nothing.
     */
    private static void costsNoMoreThanItself(Seen seen, Map<String, Map<String, Object>> blank) {
        List<String> notes = seen.answer
                .get("notes")
                .valueStream()
                .map(note -> note.asString())
                .toList();
        Set<String> twice = seen.meant.twice();
        seen.facts.forEach((record, facts) -> {
            if (twice.contains(record)) {
                return;
            }
            Map<String, Object> meant =
                    Objects.requireNonNull(seen.meant.facts().get(record));
            Map<String, Object> without = blank.getOrDefault(record, Map.of());
            List<Row> rows =
                    seen.meant.rows().filter(row -> row.record.equals(record)).toList();
            String told = seen + ", " + rows;
            Set<String> fields = new TreeSet<>(meant.keySet());
            fields.addAll(without.keySet());
            fields.addAll(facts.keySet());
            for (String field : fields) {
                Object value = facts.get(field);
                assertThat(Objects.equals(value, meant.get(field))
                                || Objects.equals(value, without.get(field))
                                || value instanceof String name
                                        && Stream.of(name.split("\\|", -1))
                                                .anyMatch(part -> !part.isEmpty() && isCut(part, rows)))
                        .as(
                                "%s: %s is %s, meant %s, without %s",
                                told, field, value, meant.get(field), without.get(field))
                        .isTrue();
            }
            boolean rejected = rows.stream().anyMatch(seen.rejected::contains);
            boolean saysNothing = rows.stream()
                    .flatMap(row -> row.damaged.stream().map(row::cell))
                    .allMatch(WordsForNothing::isWord);
            if (!facts.equals(meant) && !rejected && !saysNothing) {
                assertThat(notes)
                        .as("%s: is noted", told)
                        .anyMatch(note -> rows.stream()
                                .flatMap(row -> row.damaged.stream())
                                .anyMatch(column ->
                                        note.contains(", " + column + ")") || note.contains("(" + column + ")")));
            }
        });
    }

    private static boolean isCut(String name, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.damaged.stream().map(row::cell))
                .anyMatch(cell -> cell.length() > name.length() && cell.startsWith(name));
    }

    private static void school(String code) {
        program.post("coordinator", "/api/commands/schools", Map.of("code", code, "name", "School " + code))
                .expect(201);
    }

    private static <T> Map<String, byte[]> bytes(Map<String, T> files, Function<T, byte[]> bytes) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, file) -> contents.put(name, bytes.apply(file)));
        return contents;
    }

    /** Sends the rows of several files as those of one, in the plainest form. */
    private static JsonNode takePlain(
            DamagedFormat format, char sending, List<Meant> files, Function<Meant, Map<String, DamagedSheet>> sheets)
            throws IOException, InterruptedException {
        Map<String, StringBuilder> together = new LinkedHashMap<>();
        for (Meant file : files) {
            sheets.apply(file).forEach((name, sheet) -> {
                String text =
                        new String(sheet.plain(format.own(sending, file.seed())).bytes(), UTF_8);
                StringBuilder before = together.putIfAbsent(name, new StringBuilder(text));
                if (before != null) {
                    before.append(text, text.indexOf('\n') + 1, text.length());
                }
            });
        }
        return take(format, bytes(together, text -> text.toString().getBytes(UTF_8)));
    }

    private static JsonNode take(DamagedFormat format, Map<String, byte[]> contents)
            throws IOException, InterruptedException {
        byte[] file = contents.containsKey("") ? Objects.requireNonNull(contents.get("")) : zip(contents);
        Answer answer;
        ARRIVING.lock();
        try {
            answer = api.upload(program.token("coordinator"), format.format, file)
                    .expect(202);
        } finally {
            ARRIVING.unlock();
        }
        JsonNode status = answer.json();
        Instant limit = Instant.now().plus(PATIENCE);
        while (status.get("state").asString().equals("RUNNING")) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(PAUSE_MILLIS);
            status = api.get(program.token("coordinator"), answer.header("Location"))
                    .expect(200)
                    .json();
        }
        assertThat(status.get("state").asString()).as(status.toString()).isEqualTo("DONE");
        return status;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        StringBuilder manifest = new StringBuilder(
                "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nsource.systemCode,drill\n");
        for (String file : List.of("orgs", "users", "roles", "demographics", "enrollments")) {
            manifest.append("file.%s,%s\n".formatted(file, files.containsKey(file + ".csv") ? "delta" : "absent"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(manifest.toString().getBytes(UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
