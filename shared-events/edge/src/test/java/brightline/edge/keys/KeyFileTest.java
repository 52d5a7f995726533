package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void a_new_key_is_written_for_its_owner_only_and_read_again() throws Exception {
        Path file = folder.resolve("key");
        byte[] key = KeyFile.readOrCreate(file, () -> new byte[] {1, 2, 3});
        assertThat(key).containsExactly(1, 2, 3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(KeyFile.readOrCreate(file, () -> new byte[] {9})).containsExactly(1, 2, 3);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_file_others_may_read_is_refused() throws Exception {
        Path file = folder.resolve("key");
        KeyFile.readOrCreate(file, () -> new byte[] {1});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertThatThrownBy(() -> KeyFile.readOrCreate(file, () -> new byte[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 0400");
    }

    @Test
    void what_a_killed_start_left_is_no_key() throws Exception {
        Path file = folder.resolve("key");
        Files.writeString(folder.resolve("key.making"), "half");
        assertThat(KeyFile.readOrCreate(file, () -> new byte[] {7})).containsExactly(7);
    }

    @Test
    void two_starts_at_once_agree_on_one_key() throws Exception {
        Path file = folder.resolve("key");
        Set<Byte> keys = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<byte[]> first = () -> KeyFile.readOrCreate(file, () -> new byte[] {1});
            Callable<byte[]> second = () -> KeyFile.readOrCreate(file, () -> new byte[] {2});
            for (var started : threads.invokeAll(java.util.List.of(first, second))) {
                keys.add(started.get()[0]);
            }
        }
        assertThat(keys).hasSize(1);
    }
}
