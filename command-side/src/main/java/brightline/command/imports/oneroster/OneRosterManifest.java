package brightline.command.imports.oneroster;

import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.FormatColumn;
import brightline.command.imports.file.Header;
import brightline.command.imports.file.LineRejected;
import brightline.command.imports.file.SourceLines;
import brightline.command.imports.file.TextEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code manifest.csv} says of a OneRoster set.
 *
 * @param modes of the files that are read: bulk, delta or absent
 * @param isOf11 whether it is OneRoster 1.1, which has roles in users.csv
 */
record OneRosterManifest(Map<OneRosterFile, String> modes, String system, boolean isOf11) {
    static final String FILE = "manifest.csv";

    private static final String ABSENT = "absent";
    private static final String BULK = "bulk";
    private static final List<FormatColumn> COLUMNS = List.of(
            new FormatColumn("propertyName", true, "What is said", ""),
            new FormatColumn("value", true, "What it is", ""));
    private static final Set<String> MODES = Set.of(BULK, "delta", ABSENT);
    private static final Pattern VERSIONS = Pattern.compile("v?1\\.[12](\\.[0-9]+)*");
    private static final int MOST_PROPERTIES = 200;

    boolean announces(OneRosterFile file) {
        return !ABSENT.equals(modes.get(file));
    }

    /** Whether the file holds all there are of its kind. */
    boolean isComplete(OneRosterFile file) {
        return BULK.equals(modes.get(file));
    }

    /** Whether users.csv says what a person is and where. */
    boolean usersHaveRoles() {
        return isOf11 && !announces(OneRosterFile.ROLES);
    }

    /** @throws FileRefused if it is no manifest of a OneRoster 1.2 or 1.1 set, or announces no students that can be read */
    static OneRosterManifest read(Path file) throws IOException, FileRefused {
        Map<String, String> properties = properties(file);
        String version = properties.getOrDefault("oneroster.version", "");
        if (!VERSIONS.matcher(version).matches()) {
            throw new FileRefused(FILE, "oneroster.version", "must be 1.2 or 1.1");
        }
        Map<OneRosterFile, String> modes = new HashMap<>();
        for (OneRosterFile one : OneRosterFile.values()) {
            String mode = properties.getOrDefault(one.property(), ABSENT).toLowerCase(Locale.ROOT);
            if (!MODES.contains(mode)) {
                throw new FileRefused(FILE, one.property(), "must be bulk, delta or absent");
            }
            modes.put(one, mode);
        }
        OneRosterManifest manifest = new OneRosterManifest(
                modes, properties.getOrDefault("source.systemcode", ""), version.matches("v?1\\.1.*"));
        manifest.check();
        return manifest;
    }

    private void check() throws FileRefused {
        if (isComplete(OneRosterFile.USERS)) {
            for (OneRosterFile needed : List.of(OneRosterFile.ORGS, OneRosterFile.ROLES)) {
                if (!announces(needed) && !(isOf11 && needed == OneRosterFile.ROLES)) {
                    throw new FileRefused(FILE, needed.property(), "must be there with all users");
                }
            }
        }
        if (modes.values().stream().allMatch(ABSENT::equals)) {
            throw new FileRefused(FILE, OneRosterFile.USERS.property(), "announces no file that is read");
        }
    }

    private static Map<String, String> properties(Path file) throws IOException, FileRefused {
        Map<String, String> properties = new HashMap<>();
        try (SourceLines lines = SourceLines.open(file, TextEncoding.of(file), 0, 0)) {
            Header header = Header.of(lines.next(), COLUMNS, FormatColumn::required);
            for (SourceLines.Line line = lines.nextFilled(header); line != null; line = lines.nextFilled(header)) {
                Header.Row row = header.row(line);
                properties.put(row.cell("propertyName").toLowerCase(Locale.ROOT), row.cell("value"));
                if (properties.size() > MOST_PROPERTIES) {
                    throw new FileRefused(FILE, null, "has more properties than a manifest has");
                }
            }
        } catch (FileRefused refused) {
            throw refused.in(FILE);
        } catch (LineRejected damaged) {
            throw new FileRefused(FILE, damaged.column(), damaged.reason());
        }
        return properties;
    }
}
