package brightline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.scenarios.RunningBrightline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description as other people's tools read it: without an error, and enough to make a client from. */
class ContractTest {
    private static final Path CONTRACT = Path.of("../contract").toAbsolutePath().normalize();
    private static final Path INSTALL =
            Path.of("../../query-side/frontend/install.js").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    static Path directory;

    private static @Nullable RunningBrightline running;

    @BeforeAll
    static void start() throws Exception {
        var brightline = new RunningBrightline(directory);
        running = brightline;
        brightline.now(Instant.parse("2026-03-02T18:00:00Z"));
        brightline.account("coordinator", AccountRole.COORDINATOR, null, "MAR");
        brightline
                .post("coordinator", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow HS"))
                .expect(201);
        String officer = brightline
                .post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "Adeyemi", "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        brightline.account("adeyemi", AccountRole.SRO, officer, "MAR");
        Files.createDirectories(CONTRACT.resolve("target"));
        Files.writeString(
                CONTRACT.resolve("target/api.json"),
                brightline.get("coordinator", "/v3/api-docs").expect(200).body());
        run("node", INSTALL.toString(), CONTRACT.toString());
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void redocly_finds_no_error_in_it_by_its_recommended_rules() throws Exception {
        run("node", "node_modules/@redocly/cli/bin/cli.js", "lint", "target/api.json", "--format=summary");
    }

    @Test
    void swagger_parser_finds_it_valid() throws Exception {
        run("node", "parse.js", "target/api.json");
    }

    @Test
    void a_client_made_from_it_logs_a_contact_with_two_students_corrects_it_and_reads_a_figure() throws Exception {
        RunningBrightline brightline = Objects.requireNonNull(running);
        run("node", "node_modules/openapi-typescript/bin/cli.js", "target/api.json", "--output", "target/api.d.ts");
        run("node", "node_modules/typescript/bin/tsc", "--project", ".");
        JsonNode said = JsonMapper.shared()
                .readTree(run("node", "target/client.js", brightline.url(), "adeyemi", brightline.password("adeyemi")));
        assertThat(said.get("number").asString()).isEqualTo("BL-2026-00001");
        assertThat(said.get("rows").toString()).isEqualTo("""
                [{"tier":"1","count":1},{"tier":"3","count":1}]""");
    }

    /** Standard output of a command that ends well. */
    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(CONTRACT.toFile());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as("%s%n%s%n%s", String.join(" ", command), output, Files.readString(errors))
                .isZero();
        return output;
    }
}
