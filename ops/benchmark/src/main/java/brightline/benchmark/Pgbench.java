package brightline.benchmark;

import brightline.benchmark.Footprint.Row;
import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: PostgreSQL's own load generator writes the rows of a submission, with its sizes, in one transaction each, into
 * tables like the real ones (columns, constraints, indexes; no triggers). The values travel as parameters, as a program's would.
 */
final class Pgbench implements AutoCloseable {
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");
    private static final int LATENCY_FIELD = 2;
    private static final long NANOS_PER_MICRO = 1_000;

    private final String program;
    private final DatabaseAddress database;
    private final Path folder;
    private final Path script;
    private final List<String> parameters;

    private Pgbench(String program, DatabaseAddress database, Path folder, Path script, List<String> parameters) {
        this.program = program;
        this.database = database;
        this.folder = folder;
        this.script = script;
        this.parameters = parameters;
    }

    /** The newest pgbench of this machine: on the PATH, or where Debian keeps it. */
    static Optional<String> find() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                Optional<String> newest = versions.map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .max(Comparator.comparing(Path::toString))
                        .map(Path::toString);
                if (newest.isPresent()) {
                    return newest;
                }
            }
        }
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":", -1))
                .map(place -> Path.of(place, "pgbench"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** What the tables are like, beside columns, constraints and indexes. */
    enum Tables {
        PLAIN,
        /** The trigger of the log gives each event its index and its time. */
        WITH_APPEND_TRIGGER
    }

    /** Makes the tables, in a schema of their own, and the script that writes the footprint. */
    static Pgbench of(
            String program,
            DatabaseAddress address,
            Connection database,
            Footprint footprint,
            String schema,
            Tables kind)
            throws SQLException, IOException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema " + schema);
            statement.execute("create sequence " + schema + ".number start 1000000000");
            for (String table : tables(footprint)) {
                statement.execute("create table %s (like %s including all)".formatted(plain(schema, table), table));
                for (String column : footprint.columnsLeftOut(table)) {
                    statement.execute("alter table %s drop column %s".formatted(plain(schema, table), column));
                }
                if (kind == Tables.WITH_APPEND_TRIGGER && table.equals(Footprint.EVENTS)) {
                    statement.execute(
                            "create trigger stamp_event before insert on %s for each row execute function log.stamp_event()"
                                    .formatted(plain(schema, table)));
                }
            }
        }
        List<String> parameters = new ArrayList<>();
        StringBuilder script = new StringBuilder("begin;\n");
        footprint
                .rows()
                .forEach(row -> script.append(insert(schema, row, parameters)).append('\n'));
        script.append("commit;\n");
        Path folder = Files.createTempDirectory("brightline-pgbench");
        Path file = Files.writeString(folder.resolve("submission.sql"), script);
        return new Pgbench(program, address, folder, file, parameters);
    }

    private static Set<String> tables(Footprint footprint) {
        Set<String> tables = new LinkedHashSet<>();
        footprint.rows().forEach(row -> tables.add(row.table()));
        return tables;
    }

    private static String plain(String schema, String table) {
        return schema + "." + table.replace('.', '_');
    }

    private static String insert(String schema, Row row, List<String> parameters) {
        Map<String, String> columns = new LinkedHashMap<>();
        row.values().forEach((column, value) -> {
            String type = row.own().get(column);
            if (value == null) {
                columns.put(column, "null");
            } else if (type != null) {
                columns.put(column, another(schema, type, value));
            } else {
                parameters.add(value);
                columns.put(column, ":v" + parameters.size());
            }
        });
        return "insert into %s (%s) values (%s);"
                .formatted(
                        plain(schema, row.table()),
                        String.join(", ", columns.keySet()),
                        String.join(", ", columns.values()));
    }

    /** An expression for another value of the same type and length. */
    private static String another(String schema, String type, @Nullable String value) {
        int length = value == null ? 0 : value.length();
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "bigint" -> "nextval('" + schema + ".number')";
            case "bytea" ->
                "decode(rpad(replace(gen_random_uuid()::text, '-', ''), %d, '0'), 'hex')".formatted(length - 2);
            default -> "rpad(gen_random_uuid()::text, %d, '0')".formatted(length);
        };
    }

    /** Runs it with so many clients. @throws IOException with what it said when it fails */
    Measured run(int clients, Duration duration) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + Math.max(1, duration.toSeconds()),
                "--log",
                "--log-prefix=" + folder.resolve("times"),
                "--file=" + script,
                "--host=" + database.host(),
                "--port=" + database.port(),
                "--username=" + database.user()));
        for (int i = 0; i < parameters.size(); i++) {
            command.add("--define=v" + (i + 1) + "=" + parameters.get(i));
        }
        command.add(database.name());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher perSecond = PER_SECOND.matcher(said);
        if (process.waitFor() != 0 || !perSecond.find()) {
            throw new IOException("pgbench failed: " + said);
        }
        Measured latencies = Measured.of(latencies(), 1);
        return new Measured(Double.parseDouble(perSecond.group(1)), latencies.p50Millis(), latencies.p99Millis());
    }

    private List<Long> latencies() throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (Path file : files()) {
            if (file.equals(script)) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                nanos.add(Long.parseLong(line.split(" ", -1)[LATENCY_FIELD]) * NANOS_PER_MICRO);
            }
            Files.delete(file);
        }
        return nanos;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
