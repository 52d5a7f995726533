package brightline.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that travel inside a jar ({@code io.zonky.test.postgres}), unpacked once per edition. The unpacked directory
 * appears under its name in one step, so that a start killed half-way never leaves half a program to be run.
 *
 * @param home the directory above {@code bin}
 * @param major the major version, as data directories name it in {@code PG_VERSION}
 * @param account as whom they run
 */
public record PostgresBinaries(Path home, int major, ServerAccount account) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final String ARCHITECTURE =
            "amd64".equals(System.getProperty("os.arch")) ? "x86_64" : System.getProperty("os.arch");
    private static final String ARCHIVE = "/postgres-linux-" + ARCHITECTURE + ".txz";
    private static final int NAME_LENGTH = 16;

    /** What a program said and how it ended. */
    public record Outcome(int exitCode, String output) {
        /** The line that tells why, for a person: the first fatal or error line, else the last one. */
        String reason() {
            List<String> lines = output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("error:") || line.contains("ERROR:"))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "no message" : lines.getLast());
        }
    }

    /**
     * The programs, unpacked below {@code directory} when they are not there yet. The caller holds the directory against other processes.
     *
     * @throws CannotStart when there are none for this kind of machine, or they do not run on it
     */
    public static PostgresBinaries in(Path directory) {
        return in(directory, ServerAccount.ours());
    }

    /** As {@link #in(Path)}, run as that account. */
    static PostgresBinaries in(Path directory, ServerAccount account) {
        Path home = directory.resolve("postgresql-" + digest().substring(0, NAME_LENGTH));
        try {
            Integer major = Files.isDirectory(home) ? major(home, account) : null;
            if (major == null) {
                FileTrees.delete(home);
                unpack(home);
                major = major(home, account);
            }
            if (major == null) {
                throw new CannotStart("the PostgreSQL programs in " + home + " do not run on this system");
            }
            return new PostgresBinaries(home, major, account);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL could not be unpacked to %s (%s)".formatted(home, e.getMessage()), e);
        }
    }

    /** Runs one of the programs to its end. */
    public Outcome run(String program, List<String> arguments) {
        return run(home, account, program, arguments);
    }

    /** The same programs as another account. */
    PostgresBinaries as(ServerAccount other) {
        return new PostgresBinaries(home, major, other);
    }

    private static Outcome run(Path home, ServerAccount account, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return account.run(command);
    }

    static Outcome run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            environment.put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while running " + command.getFirst(), e);
        }
    }

    private static @Nullable Integer major(Path home, ServerAccount account) {
        Outcome outcome = run(home, account, "postgres", List.of("--version"));
        Matcher version = VERSION.matcher(outcome.output());
        return outcome.exitCode() == 0 && version.find() ? Integer.valueOf(version.group(1)) : null;
    }

    private static String digest() {
        try (InputStream archive = archive()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() {
        InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw new CannotStart("no PostgreSQL comes with Brightline for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ": set BRIGHTLINE_DB_URL to a PostgreSQL of yours");
        }
        return archive;
    }

    private static void unpack(Path home) throws IOException {
        Path unpacking = home.resolveSibling(home.getFileName() + ".unpacking");
        FileTrees.delete(unpacking);
        Files.createDirectories(unpacking);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = unpacking.resolve(entry.getName()).normalize();
                if (!target.startsWith(unpacking)) {
                    throw new IOException("the archive names a file outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if (target.startsWith(unpacking.resolve("bin"))) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
