package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.PrivateFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.support.GenericApplicationContext;

/** Whoever waits for a demonstration is told that it is ready once somebody can sign in to it, and not before. */
class FirstStartHealthTest {
    @Test
    void a_demonstration_is_out_of_service_until_its_accounts_are_written_down(@TempDir Path path) {
        try (DataDirectory directory = DataDirectory.open(path);
                GenericApplicationContext context = new GenericApplicationContext();
                HttpClient client = HttpClient.newHttpClient()) {
            context.refresh();
            URI address = URI.create("http://127.0.0.1:1/");
            FirstStart start = new FirstStart(directory, true);
            assertThat(start.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

            // Nothing is there to fill it with: the filling is cut off.
            assertThatThrownBy(() -> start.afterApplication(context, address, client))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(directory.resolve("demo-accounts.txt")).doesNotExist();
            assertThat(start.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

            PrivateFile.write(directory.resolve("demo-accounts.txt"), "sro adeyemi invented");
            // Filled before; what it says of the clock at the end needs the whole program.
            assertThatThrownBy(() -> start.afterApplication(context, address, client))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(start.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
