package brightline.standalone;

import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import brightline.standalone.postgres.FileTrees;
import brightline.standalone.postgres.PostgresBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A data directory of a test, with the unpacked programs shared by all tests of the module. */
record Installation(Path path) {
    static Installation in(Path path) throws IOException {
        Files.createDirectories(path);
        UnpackedPostgres.linkedInto(path);
        return new Installation(path.toRealPath());
    }

    /** One that has been started before; quicker than setting up a cluster for every test. */
    static Installation startedBefore(Path path) throws IOException, InterruptedException {
        Installation installation = in(path);
        for (String name : List.of("layout", "postgres", "postgres-password.txt")) {
            Path original = Template.INSTALLATION.path().resolve(name);
            int copied = new ProcessBuilder("cp", "-a", original.toString(), path.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (copied != 0) {
                throw new IOException("cp ended with " + copied);
            }
        }
        return installation;
    }

    private static final class Template {
        static final Installation INSTALLATION = made();

        private static Installation made() {
            try {
                Path path = Files.createTempDirectory("started-before");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path)));
                Installation installation = in(path);
                installation.start().close();
                return installation;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path path) {
        try {
            FileTrees.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a failed test may have left running here, and parts from the shared programs. */
    void dismantle() throws IOException {
        ChildJvm.serversOn(data()).forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(path.resolve("postgres-binaries"));
    }

    Path data() {
        return path.resolve("postgres");
    }

    PostgresBinaries binaries() {
        return PostgresBinaries.in(path.resolve("postgres-binaries"));
    }

    /** A started database that gives its directory back when closed. */
    record Running(DataDirectory directory, EmbeddedDatabase database) implements AutoCloseable {
        String ask(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(
                            database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password());
                    Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(sql)) {
                answer.next();
                return answer.getString(1);
            }
        }

        void execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(
                            database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            database.close();
            directory.close();
        }
    }

    Running start() {
        DataDirectory directory = DataDirectory.open(path);
        try {
            return new Running(directory, EmbeddedDatabase.start(directory));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** The process number in the server's lock file. */
    long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip());
    }

    List<String> lockFile() throws IOException {
        return Files.readAllLines(data().resolve("postmaster.pid"));
    }
}
