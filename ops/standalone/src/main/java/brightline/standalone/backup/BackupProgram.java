package brightline.standalone.backup;

import brightline.standalone.Programs;
import brightline.standalone.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Backs an installation up. Exit code 0 when both archives are complete and on the disk. */
@Command(name = "ops/backup", description = "Backs an installation up while it runs or stands still.")
public final class BackupProgram implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, String> environment;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the installation keeps its data. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("var");

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Where the events go; the keys go to FILE.keys. Default: a new file in DIR/backups.")
    private @Nullable Path to;

    private BackupProgram(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), arguments));
    }

    static int run(Map<String, String> environment, String... arguments) {
        return Programs.run(new BackupProgram(environment), arguments);
    }

    @Override
    public Integer call() {
        return Ending.of("ops/backup", this::backUp);
    }

    private void backUp() throws Exception {
        Path installed = data.toAbsolutePath();
        Path archive = (to == null ? inItsFolder(installed) : to).toAbsolutePath();
        if (!Files.isDirectory(Backup.folderOf(archive))) {
            throw new CannotGoOn("there is no directory " + Backup.folderOf(archive));
        }
        try (Installation installation = Installation.open(installed, environment)) {
            installation.catchUpIfStopped();
            Manifest manifest = new Backup(installation.events(), installation.keys()).writeTo(archive);
            Progress.say("Backed up %d events, the newest is event %d:"
                    .formatted(
                            manifest.tables().stream()
                                    .filter(table -> table.name().equals("log.domain_event_entry"))
                                    .mapToLong(Manifest.Table::rows)
                                    .sum(),
                            manifest.head()));
            Progress.say("  events " + archive);
            Progress.say("  keys   " + Backup.keysBeside(archive) + " (delete after "
                    + Instant.now().plus(Backup.KEYS_KEPT).truncatedTo(ChronoUnit.SECONDS) + ")");
            int dropped = Backup.dropOldKeys(archive, Instant.now());
            if (dropped > 0) {
                Progress.say("Deleted %d archives of keys older than %d days."
                        .formatted(dropped, Backup.KEYS_KEPT.toDays()));
            }
            Progress.say("The key-encryption key is in neither: keep a copy of it elsewhere.");
        }
    }

    private static Path inItsFolder(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new CannotGoOn("no Brightline keeps its data in " + data + ": name its directory with --data");
        }
        Path folder = Files.createDirectories(
                data.resolve("backups"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return folder.resolve("brightline-" + NAME.format(Instant.now()) + ".backup");
    }
}
