package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTest {
    @TempDir
    Path directory;

    @Test
    void a_key_file_others_can_read_is_refused() throws Exception {
        Path file = directory.resolve("kek");
        KeyEncryptionKey written = KeyEncryptionKey.inFile(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(KeyEncryptionKey.inFile(file)).isEqualTo(written).hasToString("[redacted]");

        for (String mode : new String[] {"r--r-----", "r-----r--"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> KeyEncryptionKey.inFile(file)).hasMessageContaining("chmod 0400");
        }
    }

    @Test
    void the_store_does_not_open_with_a_key_file_that_others_can_read() throws Exception {
        KeyDatabases databases = KeyDatabases.fresh(directory);
        databases.open();
        Files.setPosixFilePermissions(databases.file(), PosixFilePermissions.fromString("r--r--r--"));
        assertThatThrownBy(databases::open).hasMessageContaining("chmod 0400");
    }

    @Test
    void a_store_whose_key_file_is_missing_is_not_given_another_key() throws Exception {
        KeyDatabases databases = KeyDatabases.fresh(directory);
        databases.open();
        Files.delete(databases.file());
        assertThatThrownBy(databases::open).hasMessageContaining("put that file back");
        assertThat(databases.file()).doesNotExist();
    }

    @Test
    void a_name_tells_the_key_and_nothing_of_it() {
        KeyEncryptionKey key = KeyEncryptionKey.of(new byte[32]);
        assertThat(key.id())
                .hasSize(16)
                .isEqualTo(KeyEncryptionKey.of(new byte[32]).id());
        assertThat(key.unwrap(key.wrap(new byte[32], "student|1"), "student|2")).isEmpty();
        assertThat(key.unwrap(key.wrap(new byte[32], "student|1"), "student|1")).contains(new byte[32]);
    }
}
