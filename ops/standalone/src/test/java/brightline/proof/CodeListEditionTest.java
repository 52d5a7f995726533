package brightline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short scenario (g): what happened under one edition of a code list is not coded with another; here an invented second edition. */
class CodeListEditionTest {
    private Path data;

    @BeforeEach
    void install(@TempDir Path folder) throws IOException {
        data = Programs.dataIn(folder);
        Files.writeString(Files.createDirectories(data.resolve("code-lists")).resolve("cps-scc@2026-01-05.csv"), """
                list,code,name,tier,level,valid_from,valid_to,verification,source
                cps-scc,1-8,Using a telephone in class,1,,2026-01-05,,invented,OWN
                cps-scc,1-99,Flying a paper glider in class,1,,2026-01-05,,invented,OWN
                """);
    }

    @AfterEach
    void leave() throws IOException {
        Programs.leave(data);
    }

    @Test
    void an_incident_is_coded_with_the_edition_of_its_day() throws IOException {
        try (StandaloneProcess brightline = Programs.start(data)) {
            FoundedAgency agency = FoundedAgency.on(brightline);
            Api api = Api.of(brightline.url());
            assertThat(refused(log(api, agency, "2025-12-19T10:00:00-06:00", "cps-scc/1-99")))
                    .isEqualTo("/students/0/conduct/0 code-not-valid-that-day");
            log(api, agency, "2025-12-19T10:00:00-06:00", "cps-scc/1-8").expect(201);
            log(api, agency, "2026-01-05T10:00:00-06:00", "cps-scc/1-99").expect(201);
            assertThat(refused(log(api, agency, "2026-01-05T10:00:00-06:00", "cps-scc/1-4")))
                    .as("left out of the second edition")
                    .isEqualTo("/students/0/conduct/0 code-not-valid-that-day");
        }
    }

    private static String refused(Answer answer) {
        var error = answer.expect(400).json().get("errors").get(0);
        return error.get("pointer").asString() + " " + error.get("code").asString();
    }

    private static Answer log(Api api, FoundedAgency agency, String occurredAt, String conduct) {
        return api.post(
                agency.officer(),
                "/api/commands/incidents",
                Map.of(
                        "occurredAt",
                        occurredAt,
                        "school",
                        agency.school(),
                        "place",
                        "CLASSROOM",
                        "inSession",
                        "YES",
                        "students",
                        List.of(Map.of(
                                "role",
                                "SUBJECT",
                                "initiator",
                                "STAFF_REQUEST",
                                "requestedBy",
                                "TEACHER",
                                "conduct",
                                List.of(conduct),
                                "imminentThreat",
                                "NO",
                                "actions",
                                List.of(Map.of("code", "A2_ESCORT")),
                                "arrestLawfullyPossible",
                                "NO"))));
    }
}
