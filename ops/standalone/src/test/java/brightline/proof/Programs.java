package brightline.proof;

import brightline.benchmark.StandaloneProcess;
import brightline.edge.access.QuickPasswords;
import brightline.standalone.Brightline;
import brightline.standalone.UnpackedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How tests start the whole program as a process of its own, and what they leave behind. */
final class Programs {
    /** Compiled for a quick start, which is most of a short form's work; in a long form as in an installation. */
    static final List<String> BRIGHTLINE =
            Form.isLong() ? brightline("-XX:+TieredCompilation") : brightline("-XX:TieredStopAtLevel=1");

    /** What a sign-in costs is what it costs in an installation. */
    static final List<String> WITH_PASSWORDS_IN_EARNEST = brightline("-D" + QuickPasswords.IN_EARNEST + "=true");

    private Programs() {}

    private static List<String> brightline(String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Brightline.class.getName());
    }

    /** A fresh data directory, with the unpacked PostgreSQL shared by all tests of the module. */
    static Path dataIn(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data")).toRealPath();
        UnpackedPostgres.linkedInto(data);
        return data;
    }

    static StandaloneProcess start(Path data) throws IOException {
        return StandaloneProcess.start(BRIGHTLINE, data);
    }

    /** Ends the database server that a killed process has left, and parts from the shared programs. */
    static void leave(Path data) throws IOException {
        Path lock = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(lock)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst().strip()))
                    .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        Files.deleteIfExists(data.resolve("postgres-binaries"));
    }
}
