package brightline.standalone;

import brightline.standalone.postgres.PostgresBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The PostgreSQL programs that all tests of the module run, in however many processes these are run. */
public final class UnpackedPostgres {
    private static final Path PROGRAMS = unpacked();

    private UnpackedPostgres() {}

    /** Makes them the programs of a data directory, which has none yet. */
    public static void linkedInto(Path data) throws IOException {
        Files.createSymbolicLink(data.resolve("postgres-binaries"), PROGRAMS);
    }

    private static Path unpacked() {
        try {
            Path programs = Files.createDirectories(
                    Path.of("target", "postgres-binaries").toAbsolutePath());
            try (FileChannel channel = FileChannel.open(
                            programs.resolveSibling("postgres-binaries.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                PostgresBinaries.in(programs);
            }
            return programs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
