package brightline.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferralOverHttpTest {
    private static final String REFERRALS = "/api/commands/referrals";
    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static String made() {
        Answer answer = side.post("dean", REFERRALS, ReferralExamples.MADE);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("referral").stringValue();
    }

    private static String incident() {
        Answer answer = side.post("adeyemi", "/api/commands/incidents", """
                {"occurredAt": "2026-03-02T09:45:00-06:00", "school": "MAR", "students": [
                  {"role": "SUBJECT", "actions": [{"code": "A1_ADVICE"}]}]}""");
        return answer.body().path("incident").stringValue();
    }

    private static void taken(String who, String referral, String step, String example) {
        for (int i = 0; i < 2; i++) {
            Answer answer = side.post(who, REFERRALS + "/" + referral + "/" + step, example);
            assertThat(answer.status()).as(step + answer.body()).isEqualTo(200);
        }
    }

    @Test
    void the_examples_of_the_description_tell_a_referral_from_both_sides_each_twice() {
        String referral = made();
        String incident = incident();
        taken("adeyemi", referral, "acceptance", ReferralExamples.ACCEPTANCE);
        taken("adeyemi", referral, "hand-back", ReferralExamples.RETURN);
        taken("dean", referral, "discipline", ReferralExamples.DISCIPLINE);
        taken("coordinator", referral, "owner", ReferralExamples.OWNER);
        taken(
                "coordinator",
                referral,
                "link",
                ReferralExamples.LINK.replace("01890a5d-ac96-774b-bcce-b302099a8057", incident));
        taken("coordinator", referral, "unlink", ReferralExamples.UNLINK);
        taken("dean", referral, "void", ReferralExamples.VOID);
        taken("adeyemi", made(), "decline", ReferralExamples.DECLINE);
        long events = side.jdbc
                .sql("select count(*) from log.domain_event_entry where aggregate_identifier = ?")
                .param(referral)
                .query(Long.class)
                .single();
        assertThat(events).isEqualTo(8);
        Answer owner =
                side.post("coordinator", "/api/commands/counterparts/" + incident + "/owner", ReferralExamples.OWNER);
        assertThat(owner.status()).as(owner.body().toString()).isEqualTo(200);
    }

    @Test
    void a_school_writes_of_its_own_referrals_only_and_never_the_police_side() {
        Answer elsewhere = side.post("dean", REFERRALS, ReferralExamples.MADE.replace("MAR", "QUI"));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.body().path("errors").toString()).contains("/school", "not-own");
        String referral = made();
        assertThat(side.post("dean", REFERRALS + "/" + referral + "/acceptance", ReferralExamples.ACCEPTANCE)
                        .status())
                .isEqualTo(403);
        assertThat(side.post("adeyemi", REFERRALS + "/" + referral + "/discipline", ReferralExamples.DISCIPLINE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void only_a_recorded_incident_can_be_linked() {
        Answer answer = side.post("coordinator", REFERRALS + "/" + made() + "/link", ReferralExamples.LINK);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").toString()).contains("unknown-incident");
    }
}
