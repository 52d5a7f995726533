package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.standalone.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void a_secret_stands_in_its_variable_or_in_the_file_that_one_names() throws IOException {
        Path file = Files.writeString(folder.resolve("word"), "harbor lantern\n");
        assertThat(Secrets.named("WORD", Map.of())).isNull();
        assertThat(Secrets.named("WORD", Map.of("WORD", "tuesday"))).isEqualTo("tuesday");
        assertThat(Secrets.named("WORD", Map.of("WORD_FILE", file.toString()))).isEqualTo("harbor lantern");
        assertThatThrownBy(() -> Secrets.named("WORD", Map.of("WORD", "tuesday", "WORD_FILE", file.toString())))
                .isInstanceOf(CannotStart.class)
                .hasMessage("WORD and WORD_FILE are both set: one must go");
        assertThatThrownBy(() -> Secrets.named(
                        "WORD", Map.of("WORD_FILE", folder.resolve("none").toString())))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("the file that WORD_FILE names cannot be read: " + folder);
    }

    @Test
    void the_passwords_of_both_databases_may_stand_in_files() throws IOException {
        Path events = Files.writeString(folder.resolve("events"), "one\n");
        Path keys = Files.writeString(folder.resolve("keys"), "two\n");
        var environment = new HashMap<>(Map.of(
                "BRIGHTLINE_DB_URL", "jdbc:postgresql://localhost/brightline",
                "BRIGHTLINE_DB_USER", "setup",
                "BRIGHTLINE_DB_PASSWORD_FILE", events.toString(),
                "BRIGHTLINE_KEYS_DB_URL", "jdbc:postgresql://localhost/brightline_keys",
                "BRIGHTLINE_KEYS_DB_USER", "setup",
                "BRIGHTLINE_KEYS_DB_PASSWORD_FILE", keys.toString()));
        Database database = Database.namedBy(environment);
        assertThat(database.events().password()).isEqualTo("one");
        assertThat(database.keys().password()).isEqualTo("two");
        environment.remove("BRIGHTLINE_KEYS_DB_PASSWORD_FILE");
        assertThatThrownBy(() -> Database.namedBy(environment))
                .hasMessageStartingWith("BRIGHTLINE_KEYS_DB_PASSWORD is missing");
    }
}
