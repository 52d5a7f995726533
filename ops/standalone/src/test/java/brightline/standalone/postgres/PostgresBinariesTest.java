package brightline.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @Test
    void unpacks_again_programs_that_do_not_run(@TempDir Path programs) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.in(programs);
        Files.write(binaries.home().resolve("bin/postgres"), new byte[100]);
        assertThat(PostgresBinaries.in(programs)
                        .run("postgres", List.of("--version"))
                        .exitCode())
                .isZero();
    }
}
