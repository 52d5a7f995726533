package brightline.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Ids that are derived and looked up again: another one for the same thing would open every review and set every deadline a second
 * time. Worked by another program.
 */
class LookedUpIdsTest {
    private static final UUID ONE = new UUID(1, 1);

    @Test
    void stay_what_they_are() {
        assertThat(ReviewId.of(ONE.toString(), "ARREST")).hasToString("31c43284-6271-302a-b80f-2caf2cdb80ab");
        assertThat(DeadlineId.of(ONE.toString(), "IL-DRUG-POLICE")).hasToString("28f60547-950f-3735-aed6-b9d9206dfbb3");
        assertThat(DeadlineRuleId.of("IL-DRUG-POLICE")).hasToString("96b76be6-b016-30f6-b297-23f141154048");
        assertThat(CounterpartId.of(new IncidentId(ONE))).hasToString("5538c30c-9592-3e28-8d91-1be891d27086");
        assertThat(WorkItemId.of("review/" + ONE, "quill")).hasToString("dd0df4e7-d747-3a68-b663-7a2eaa4da25b");
        assertThat(ClashId.of(new StudentId(ONE), new StudentId(new UUID(2, 2))))
                .hasToString("a656da56-5ae3-362d-bf8f-62e78d6f84c1");
        assertThat(DeadLetterId.of("timeline", ONE)).hasToString("d49a5f1a-c12b-3d6a-8ce2-52f3173062c0");
        assertThat(RosterListId.of(Code.of("roster-side/SCHOOL"), LocalDate.parse("2026-08-24")))
                .hasToString("0f4409e0-9bc7-3185-8acd-f23c16bb8c6a");
    }
}
