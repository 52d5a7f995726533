package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.edge.access.AccountRole;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final int FILES = Integer.getInteger("brightline.damage.files", Form.of(60, 2_000));
    private static final long FIRST = Long.getLong("brightline.damage.seed", 1L);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 5;

    @TempDir
    static Path directory;

    private static RunningBrightline program;
    private static Api api;

    @BeforeAll
    static void start() {
        program = new RunningBrightline(directory);
        program.account("coordinator", AccountRole.COORDINATOR, null);
        for (String code : List.of("MAR", "ENC", "END", "ENS")) {
            program.post("coordinator", "/api/commands/schools", Map.of("code", code, "name", "School " + code))
                    .expect(201);
        }
        api = Api.of(URI.create(program.url()));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_accepted_is_as_it_was_meant_and_what_is_not_is_named(DamagedFormat format)
            throws IOException, InterruptedException {
        if (format == DamagedFormat.STUDENTS) {
            take(
                    format,
                    Map.of(
                            "orgs.csv",
                            "sourcedId,status,dateLastModified,name,type,identifier\n" + DamagedFormat.ORG
                                    + ",,,Marlow High School,school,MAR\n"));
        }
        long whole = 0;
        for (long seed = FIRST; seed < FIRST + FILES; seed++) {
            whole += check(format, seed);
        }
        assertThat(whole).as("records that were whole").isGreaterThan(FILES * 5L);
    }

    /** @return how many records nothing was done to */
    private static long check(DamagedFormat format, long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        Map<String, DamagedSheet> sheets = format.sheets(random, seed);
        String clean = format.own('C', seed);
        JsonNode plain = take(format, written(sheets, sheet -> sheet.plain(clean)));
        assertThat(plain.get("rejected").asLong())
                .as("%s %d, plain: %s", format, seed, plain)
                .isZero();
        Map<String, Row> records = new LinkedHashMap<>();
        sheets.values().forEach(sheet -> sheet.rows().forEach(row -> records.putIfAbsent(row.record, row)));
        Map<String, Map<String, Object>> meant = new LinkedHashMap<>();
        records.forEach((record, row) -> meant.put(record, format.told(program, row, clean)));
        assertThat(meant)
                .as("%s %d", format, seed)
                .noneSatisfy((_, facts) -> assertThat(facts).isEmpty());

        sheets.values().forEach(sheet -> sheet.damage(random, format.repeats));
        Set<String> taken = look(format, seed, 'D', sheets, random, meant);
        Map<String, DamagedSheet> shuffled = new LinkedHashMap<>();
        sheets.forEach((name, sheet) -> shuffled.put(name, sheet.shuffled(random)));
        assertThat(look(format, seed, 'S', shuffled, random, meant))
                .as("%s %d: whatever the order", format, seed)
                .isEqualTo(taken);
        Set<String> spoiled = spoiled(sheets);
        return records.keySet().stream()
                .filter(record -> !spoiled.contains(record))
                .count();
    }

    /** Of which some row was spoiled, or that say two things. */
    private static Set<String> spoiled(Map<String, DamagedSheet> sheets) {
        return sheets.values().stream()
                .flatMap(sheet -> Stream.concat(
                        sheet.twice().stream(),
                        sheet.rows().stream().filter(row -> !row.isWhole()).map(row -> row.record)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the records that are on record now, without those that say two things */
    private static Set<String> look(
            DamagedFormat format,
            long seed,
            char sending,
            Map<String, DamagedSheet> sheets,
            Random random,
            Map<String, Map<String, Object>> meant)
            throws IOException, InterruptedException {
        String what = format + " " + seed + " " + sending;
        String own = format.own(sending, seed);
        Map<String, Written> files = written(sheets, sheet -> sheet.inSomeForm(own, random));
        JsonNode answer = take(format, files);
        assertThat(answer.get("lines").asLong())
                .as("%s: every record has one answer: %s", what, answer)
                .isEqualTo(files.values().stream().mapToLong(Written::records).sum())
                .isEqualTo(answer.get("accepted").asLong()
                        + answer.get("duplicates").asLong()
                        + answer.get("outOfScope").asLong()
                        + answer.get("rejected").asLong());
        Set<String> twice = new TreeSet<>();
        sheets.values().forEach(sheet -> twice.addAll(sheet.twice()));
        Set<String> spoiled = spoiled(sheets);
        Set<Row> rejected = new HashSet<>();
        for (JsonNode error : answer.get("errors")) {
            Written file = Objects.requireNonNull(files.get(error.path("file").asString("")));
            Row row = file.byLine().get(error.get("line").asLong());
            String told = what + ", " + error;
            assertThat(row).as(told).isNotNull();
            rejected.add(row);
            assertThat(row.shape != null
                            || sheets.size() > 1 && spoiled.contains(row.record)
                            || row.damaged.contains(error.path("column").asString(""))
                            || twice.contains(row.record))
                    .as("%s: is named by what is wrong with it: %s %s", told, row.damaged, row.cells)
                    .isTrue();
        }
        Set<String> taken = new TreeSet<>();
        for (DamagedSheet sheet : sheets.values()) {
            for (Row row : sheet.rows()) {
                Map<String, Object> facts = format.told(program, row, own);
                Map<String, Object> expected = Objects.requireNonNull(meant.get(row.record));
                String told = "%s, %s spoiled in %s %s".formatted(what, row.record, row.damaged, row.shape);
                if (twice.contains(row.record)) {
                    continue;
                }
                if (!spoiled.contains(row.record)) {
                    assertThat(facts).as(told).isEqualTo(expected);
                }
                if (!facts.isEmpty()) {
                    taken.add(row.record);
                    // A row of several that belong together may be left out; what the others say is as it was meant.
                    if (sheets.size() > 1) {
                        assertThat(expected).as(told).containsAllEntriesOf(facts);
                    } else {
                        assertThat(facts).as(told).isEqualTo(expected);
                    }
                } else {
                    assertThat(rejected)
                            .as("%s: is neither on record nor named", told)
                            .anyMatch(one -> one.record.equals(row.record));
                }
            }
        }
        return taken;
    }

    private static Map<String, Written> written(
            Map<String, DamagedSheet> sheets, Function<DamagedSheet, Written> form) {
        Map<String, Written> files = new LinkedHashMap<>();
        sheets.forEach((name, sheet) -> files.put(name, form.apply(sheet)));
        return files;
    }

    private static JsonNode take(DamagedFormat format, Map<String, ?> files) throws IOException, InterruptedException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, file) -> contents.put(
                name,
                file instanceof Written written
                        ? written.bytes()
                        : file.toString().getBytes(UTF_8)));
        byte[] file = contents.containsKey("") ? Objects.requireNonNull(contents.get("")) : zip(contents);
        Answer answer =
                api.upload(program.token("coordinator"), format.format, file).expect(202);
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
