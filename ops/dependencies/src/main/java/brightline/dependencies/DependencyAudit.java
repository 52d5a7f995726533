package brightline.dependencies;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Says which libraries in a jar have a published fault. Called by {@code ops/audit-dependencies} with a copy of the advisories and the
 * jar. Nobody is asked over the network.
 */
public final class DependencyAudit {
    /** How it ended, as the exit code says it. */
    enum Result {
        CLEAN(0),
        FINDINGS(1),
        UNUSABLE(2);

        private final int exitCode;

        Result(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /** New faults are published daily: an older copy says too little to be called clean. */
    private static final Duration OLDEST = Duration.ofDays(31);

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;

    DependencyAudit(PrintStream out, PrintStream errors, Clock clock) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        var audit = new DependencyAudit(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        System.exit(audit.of(Path.of(arguments[0]), Path.of(arguments[1])).exitCode);
    }

    /** Prints a line for each fault of each library, and a last one with what was compared. */
    Result of(Path copy, Path jar) {
        try {
            List<Library> libraries = Library.in(jar);
            Advisories advisories = Advisories.in(copy);
            int found = 0;
            for (Library library : libraries) {
                for (Advisory advisory : advisories.all()) {
                    if (advisory.affects(library.name(), library.version())) {
                        out.println(line(library, advisory));
                        found++;
                    }
                }
            }
            LocalDate asOf = LocalDate.ofInstant(advisories.newest(), ZoneOffset.UTC);
            out.printf(
                    "%d published faults in %d libraries, by %d advisories as of %s%n",
                    found, libraries.size(), advisories.all().size(), asOf);
            if (found > 0) {
                return Result.FINDINGS;
            }
            if (advisories.newest().isBefore(clock.instant().minus(OLDEST))) {
                errors.printf(
                        "ops/audit-dependencies: the copy is of %s, older than %d days: fetch a newer one%n",
                        asOf, OLDEST.toDays());
                return Result.UNUSABLE;
            }
            return Result.CLEAN;
        } catch (IOException e) {
            errors.println("ops/audit-dependencies: " + e.getMessage());
            return Result.UNUSABLE;
        }
    }

    private static String line(Library library, Advisory advisory) {
        String fixed = advisory.fixedAfter(library.name(), library.version());
        return "%s %s: %s%s, %s: %s"
                .formatted(
                        library.name(),
                        library.version(),
                        advisory.id(),
                        advisory.aliases().isEmpty() ? "" : " (" + String.join(", ", advisory.aliases()) + ")",
                        fixed == null ? "no fixed version named" : "fixed in " + fixed,
                        advisory.summary().replaceAll("\\p{Cntrl}", " "));
    }
}
