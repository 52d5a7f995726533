package brightline.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in a backup once it is unpacked. */
public final class BackupContents {
    private BackupContents() {}

    /** Every section of both archives, by archive and name. */
    public static Map<String, byte[]> of(Path archive) throws IOException, SQLException {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        for (Path one : new Path[] {archive, Backup.keysBeside(archive)}) {
            ArchiveReader.read(
                    one,
                    (name, content) ->
                            sections.put("%s %s".formatted(one.getFileName(), name), content.readAllBytes()));
        }
        return sections;
    }
}
