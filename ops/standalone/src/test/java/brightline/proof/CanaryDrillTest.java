package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Api.Session;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import brightline.proof.ApiDescription.Operation;
import brightline.proof.CanaryScan.Hit;
import brightline.standalone.backup.BackupContents;
import brightline.standalone.backup.BackupProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, numbers, birth dates and narratives that stand nowhere else are sent through every field of every operation, as they should be
 * and in every wrong way. Afterwards they are in no file of the installation, no table and no answer, in whatever writing.
 */
@Timeout(value = 44, unit = MINUTES)
class CanaryDrillTest {
    private static final int CANARIES = Form.of(40, 200);
    private static final boolean ALL_WAYS = Form.of(0, 1) == 1;
    private static final String CONTROL = "QzControlCanaryJw";

    /** Where personal texts must have been taken, or the drill would have tried errors only. */
    private static final List<String> TAKEN = List.of(
            "POST /api/commands/incidents /students/0/student/number",
            "POST /api/commands/incidents /students/0/student/firstName",
            "POST /api/commands/incidents /students/0/student/lastName",
            "POST /api/commands/incidents /students/0/student/birthDate",
            "POST /api/commands/incidents /students/0/narrative",
            "POST /api/commands/incidents/{id}/students /narrative",
            "POST /api/commands/interactions/{id}/corrections /note",
            "POST /api/commands/interactions/{id}/subject-corrections /student/lastName",
            "POST /api/commands/interactions/{id}/supplements /narrative",
            "POST /api/commands/interactions/{id}/void /note",
            "POST /api/commands/students /firstName");

    private Path data;

    @BeforeEach
    void prepare(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        data = Programs.dataIn(folder);
    }

    @AfterEach
    void leave() throws IOException {
        Programs.leave(data);
    }

    @Test
    void what_is_personal_stands_clear_nowhere() throws Exception {
        var canaries = new Canaries(CANARIES, 27);
        List<String> texts = new ArrayList<>(canaries.all());
        texts.add(CONTROL);
        var scan = new CanaryScan(texts);
        try (StandaloneProcess brightline = StandaloneProcess.start(command(), data)) {
            Session administrator = brightline.firstAccount();
            FoundedAgency agency = FoundedAgency.on(brightline);
            Api api = Api.of(brightline.url());
            var description = new ApiDescription(administrator
                    .send("GET", "/v3/api-docs", null, Map.of())
                    .expect(200)
                    .body());
            sendEverywhere(api, agency, description, canaries, scan);
            signInBadly(api, canaries, scan);
            DatabaseAddress address = brightline.database();
            try (Connection database = address.connect()) {
                Evidence.involvements(brightline, agency, Evidence.newestIndex(database));
                lookIntoABackup(database, scan);
                plantTheControl(database);
                lookIntoEveryTable(address, database, scan);
                execute(database, "checkpoint");
                execute(database, "select pg_switch_wal()");
            }
        }
        scan.tree(data);

        Set<Hit> strays = new HashSet<>(scan.hits());
        strays.removeIf(hit -> hit.text().equals(CONTROL));
        assertThat(strays.stream()
                        .map(hit -> "%s %s in %s".formatted(hit.text(), hit.writing(), hit.place()))
                        .sorted())
                .as(() -> "found in %s; sent to %s"
                        .formatted(
                                scan.effort(),
                                strays.stream()
                                        .map(Hit::text)
                                        .distinct()
                                        .map(text -> "\n" + text + " " + canaries.placesOf(text))
                                        .toList()))
                .isEmpty();
        theControlIsFoundInEveryWriting(scan);
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(Programs.BRIGHTLINE);
        command.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(data.resolve("temporary")));
        return command;
    }

    private static void sendEverywhere(
            Api api, FoundedAgency agency, ApiDescription description, Canaries canaries, CanaryScan scan)
            throws IOException, InterruptedException {
        // the examples of the description name a second school
        api.post(agency.coordinator(), "/api/commands/schools", Map.of("code", "QUI", "name", "Quincy Middle School"))
                .expect(201);
        var fields = new EveryField(api, agency, canaries, scan, ALL_WAYS);
        for (Operation operation : description.operations()) {
            fields.send(operation);
        }
        assertThat(fields.accepted()).containsAll(TAKEN);
        var files = new CanaryFiles(api, agency.coordinator(), canaries, scan);
        files.send();
        assertThat(files.accepted())
                .as("lines of files that were taken")
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy((format, lines) -> assertThat(lines).as(format).isPositive());
        for (String canary : canaries.all()) {
            assertThat(canaries.placesOf(canary)).as("places of a canary").isNotEmpty();
        }
    }

    private static void signInBadly(Api api, Canaries canaries, CanaryScan scan) {
        String place = "password";
        Answer answer = api.visitor()
                .send(
                        "POST",
                        "/sign-in",
                        "username=bench-officer&password=" + canaries.text(place),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        scan.look(
                "answer to " + place,
                answer.body() + answer.response().headers().map());
    }

    /** A scratch table with a text in clear, in every writing that is looked for; made without the scanner's help. */
    private static void plantTheControl(Connection database) throws SQLException, IOException {
        execute(database, "create table public.canary_control (written bytea not null)");
        byte[] utf8 = CONTROL.getBytes(UTF_8);
        List<byte[]> planted = new ArrayList<>(List.of(
                utf8,
                CONTROL.toLowerCase(Locale.ROOT).getBytes(UTF_8),
                CONTROL.toUpperCase(Locale.ROOT).getBytes(UTF_8),
                CONTROL.getBytes(UTF_16LE),
                CONTROL.getBytes(UTF_16BE),
                HexFormat.of().formatHex(utf8).getBytes(UTF_8),
                HexFormat.of().withUpperCase().formatHex(utf8).getBytes(UTF_8)));
        for (String before : List.of("", "a", "ab")) {
            planted.add(Base64.getEncoder().encode((before + CONTROL + " and so on").getBytes(UTF_8)));
        }
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(("A page about " + CONTROL + ".").getBytes(UTF_8));
        }
        planted.add(compressed.toByteArray());
        try (PreparedStatement insert =
                database.prepareStatement("insert into public.canary_control (written) values (?)")) {
            for (byte[] written : planted) {
                insert.setBytes(1, written);
                insert.execute();
            }
        }
        // The server compresses long texts: only a look into the table finds this one.
        execute(database, "create table public.canary_long (written text not null)");
        execute(
                database,
                "insert into public.canary_long values (repeat('%s ', 1000))"
                        .formatted(new StringBuilder(CONTROL).insert(2, "' || '")));
    }

    private static void theControlIsFoundInEveryWriting(CanaryScan scan) {
        Map<Boolean, Set<String>> byPlace = scan.hits().stream()
                .filter(hit -> hit.text().equals(CONTROL))
                .collect(Collectors.partitioningBy(
                        hit -> hit.place().startsWith("postgres/base"),
                        Collectors.mapping(Hit::writing, Collectors.toSet())));
        Set<String> every = new HashSet<>(CanaryScan.WRITINGS);
        every.add(CanaryScan.COMPRESSED + "UTF-8");
        assertThat(byPlace.get(true)).as("the server's data files").isEqualTo(every);
        assertThat(scan.hits())
                .as("the write-ahead log")
                .anyMatch(hit -> hit.text().equals(CONTROL) && hit.place().startsWith("postgres/pg_wal"));
        assertThat(scan.hits())
                .as("a backup")
                .contains(new Hit(CONTROL, "UTF-8", "backup canary.backup table command.desk"));
        assertThat(scan.hits())
                .as("what the server has compressed")
                .contains(new Hit(CONTROL, "UTF-8", "table brightline public.canary_long"));
    }

    /** With a control of its own: tables that belong to no archive would be refused. */
    private void lookIntoABackup(Connection database, CanaryScan scan)
            throws IOException, SQLException, InterruptedException {
        execute(database, "insert into command.desk (name, position) values ('%s', 0)".formatted(CONTROL));
        Path archive = Files.createDirectories(data.resolve("backups")).resolve("canary.backup");
        List<String> program = new ArrayList<>(Programs.BRIGHTLINE);
        program.set(program.size() - 1, BackupProgram.class.getName());
        program.addAll(List.of("--data", data.toString(), "--to", archive.toString()));
        Path said = data.resolve("backup.log");
        Process backup = new ProcessBuilder(program)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(backup.waitFor()).as(() -> "ops/backup: " + read(said)).isZero();
        BackupContents.of(archive).forEach((section, content) -> scan.look("backup " + section, content));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** As a dump would show it: what the server keeps compressed or in pieces is whole here. */
    private static void lookIntoEveryTable(DatabaseAddress address, Connection database, CanaryScan scan)
            throws SQLException {
        for (String name :
                texts(database, "select datname from pg_database where datallowconn and datname <> 'template1'")) {
            var there = new DatabaseAddress(address.host(), address.port(), name, address.user(), address.password());
            try (Connection connection = there.connect()) {
                for (String table : texts(connection, """
                                select format('%I.%I', schemaname, tablename) from pg_tables
                                 where schemaname <> 'information_schema'""")) {
                    for (String row : texts(connection, "select t::text from " + table + " t")) {
                        scan.look("table " + name + " " + table, row);
                    }
                }
            }
        }
    }

    private static List<String> texts(Connection database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
