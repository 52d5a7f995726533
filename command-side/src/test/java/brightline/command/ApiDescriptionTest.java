package brightline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest {
    @Test
    void every_command_about_incidents_and_contacts_is_described_with_an_example_and_its_headers() {
        try (var side = new CommandSideOverHttp()) {
            JsonNode paths = side.get("analyst", "/v3/api-docs").body().path("paths");
            List<String> described = new ArrayList<>();
            paths.propertyNames().forEach(path -> {
                if (path.matches("/api/commands/(advice|(incidents|interactions|students).*)")) {
                    described.add(path);
                    JsonNode post = paths.path(path).path("post");
                    assertThat(post.path("summary").stringValue()).as(path).isNotBlank();
                    if (!path.endsWith("/undo")) {
                        assertThat(post.path("requestBody").path("content").toString())
                                .as(path)
                                .contains("example");
                    }
                    assertThat(post.path("parameters").toString().contains("Idempotency-Key"))
                            .as(path)
                            .isEqualTo(!path.endsWith("/advice") && !path.endsWith("/preview"));
                    assertThat(post.path("parameters").toString().contains("If-Match"))
                            .as(path)
                            .isEqualTo(path.contains("{id}"));
                    assertThat(post.toString())
                            .as("the signed-in account is no parameter")
                            .doesNotContain("actor");
                }
            });
            assertThat(described).hasSize(17);
        }
    }
}
