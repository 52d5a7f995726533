package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordFileTest {
    /** A folder that is not empty stands for whatever keeps a file from being removed. */
    @Test
    void that_cannot_be_removed_stops_neither_the_change_nor_a_start(@TempDir Path directory) throws Exception {
        Path stuck = Files.createDirectories(directory.resolve("first-account.txt"));
        Files.writeString(stuck.resolve("in-the-way"), "");
        try (var brightline = new RunningBrightline(Files.createDirectories(directory.resolve("data")))) {
            Accounts accounts = brightline.bean(Accounts.class);
            NewAccount made = accounts.create("first", AccountRole.SYSADMIN, null, Set.of());
            var file = new FirstPasswordFile(stuck, "first", accounts);
            accounts.changePassword(made.account().id(), made.firstPassword(), "harbor lantern tuesday");
            file.removeIfUseless();
            assertThat(stuck).exists();
            Files.delete(stuck.resolve("in-the-way"));
            file.removeIfUseless();
            assertThat(stuck).doesNotExist();
        }
    }
}
