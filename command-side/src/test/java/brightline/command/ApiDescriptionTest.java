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

    /** Two records that are called alike are two documents, each described by its own fields. */
    @Test
    void documents_that_are_called_alike_are_each_described_by_their_own_fields() {
        try (var side = new CommandSideOverHttp()) {
            JsonNode described = side.get("analyst", "/v3/api-docs").body();
            assertThat(fields(described, "/incidents/{id}/links")).containsOnly("primary", "reason", "basis");
            assertThat(fields(described, "/referrals/{id}/link")).containsOnly("incident");
            assertThat(fields(described, "/diversions/{id}/acceptance")).containsOnly("on");
            assertThat(fields(described, "/referrals/{id}/acceptance")).containsOnly("at", "officer");
            assertThat(fields(described, "/diversions/{id}/decline")).containsOnly("on", "by");
            assertThat(fields(described, "/referrals/{id}/decline")).containsOnly("at", "officer", "reason");
            assertThat(fields(described, "/complaints")).containsOnly("incident", "interaction", "kind", "receivedAt");
            assertThat(fields(described, "/officers/{id}/complaints"))
                    .containsOnly("complaint", "receivedOn", "about", "disciplineProbable");
        }
    }

    private static List<String> fields(JsonNode described, String path) {
        JsonNode schema = described
                .path("paths")
                .path("/api/commands" + path)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.has("$ref")) {
            schema = described.at(schema.get("$ref").stringValue().substring(1));
        }
        return List.copyOf(schema.path("properties").propertyNames());
    }
}
