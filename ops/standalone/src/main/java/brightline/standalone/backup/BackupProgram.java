package brightline.standalone.backup;

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
import java.util.Set;

/** Backs an installation up: {@value #USAGE}. Exit code 0 when both archives are complete and on the disk. */
public final class BackupProgram {
    static final String USAGE = "Usage: ops/backup [--data DIR] [--to FILE]";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupProgram() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), arguments));
    }

    static int run(Map<String, String> environment, String... arguments) {
        return Ending.of("ops/backup", USAGE, () -> backUp(environment, arguments));
    }

    private static void backUp(Map<String, String> environment, String... arguments) throws Exception {
        Arguments said = Arguments.parse(Set.of("--data", "--to"), arguments);
        if (said.help()) {
            Progress.say(USAGE);
            return;
        }
        if (said.file() != null) {
            throw new Arguments.Misunderstood("unknown argument: " + said.file());
        }
        Path data = Path.of(said.options().getOrDefault("--data", "var")).toAbsolutePath();
        String to = said.options().get("--to");
        Path archive = (to == null ? inItsFolder(data) : Path.of(to)).toAbsolutePath();
        if (!Files.isDirectory(Backup.folderOf(archive))) {
            throw new CannotGoOn("there is no directory " + Backup.folderOf(archive));
        }
        try (Installation installation = Installation.open(data, environment)) {
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
