package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators see of submissions, and what programs read of the API. */
class SubmissionMetersTest {
    private static final String INCIDENTS = "/api/commands/incidents";
    private static final String BODY =
            "{\"occurredAt\":\"2026-03-02T10:15:00-06:00\",\"school\":\"MAR\",\"students\":[{\"role\":\"WITNESS\"}]}";
    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void submissions_are_counted_by_outcome_refusals_by_rule_and_appends_timed() {
        MeterRegistry meters = side.context.getBean(MeterRegistry.class);
        long appends = meters.get("commands.append").timer().count();
        String key = UUID.randomUUID().toString();
        var recorded = side.postUnder(key, "adeyemi", INCIDENTS, BODY);
        side.postUnder(key, "adeyemi", INCIDENTS, BODY);
        String incident = recorded.body().path("incident").stringValue();
        side.post(
                "supervisor",
                INCIDENTS + "/" + incident + "/links",
                "{\"primary\":\"" + incident + "\",\"reason\":\"DOUBLE_ENTRY\",\"basis\":\"OTHER\"}",
                "If-Match",
                "\"0\"");

        assertThat(submissions(meters, "RecordIncident", "ACCEPTED").count()).isEqualTo(1);
        assertThat(submissions(meters, "RecordIncident", "REPEATED").count()).isEqualTo(1);
        assertThat(submissions(meters, "LinkToPrimary", "REJECTED").count()).isEqualTo(1);
        assertThat(meters.get("commands.rejected")
                        .tag("rule", "link-to-itself")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("commands.append").timer().count()).isEqualTo(appends + 1);
    }

    private static Timer submissions(MeterRegistry meters, String command, String outcome) {
        return meters.get("commands.submissions")
                .tag("command", command)
                .tag("outcome", outcome)
                .timer();
    }
}
