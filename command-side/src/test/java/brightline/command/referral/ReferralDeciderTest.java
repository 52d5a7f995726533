package brightline.command.referral;

import brightline.command.Decisions;
import brightline.command.referral.ReferralCommand.AcceptReferral;
import brightline.command.referral.ReferralCommand.AssignOwner;
import brightline.command.referral.ReferralCommand.DeclineReferral;
import brightline.command.referral.ReferralCommand.HandBack;
import brightline.command.referral.ReferralCommand.LinkDiscipline;
import brightline.command.referral.ReferralCommand.LinkIncident;
import brightline.command.referral.ReferralCommand.MakeReferral;
import brightline.command.referral.ReferralCommand.UnlinkIncident;
import brightline.command.referral.ReferralCommand.VoidReferral;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.ReferralId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralEvent.OwnerAssigned;
import brightline.events.referral.ReferralEvent.ReferralAccepted;
import brightline.events.referral.ReferralEvent.ReferralDeclined;
import brightline.events.referral.ReferralEvent.ReferralHandedBack;
import brightline.events.referral.ReferralEvent.ReferralLinked;
import brightline.events.referral.ReferralEvent.ReferralMade;
import brightline.events.referral.ReferralEvent.ReferralUnlinked;
import brightline.events.referral.ReferralEvent.ReferralVoided;
import brightline.events.referral.ReferralEvent.SchoolDisciplineLinked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferralDeciderTest {
    private static final ReferralId ID = new ReferralId(new UUID(0, 1));
    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 2));
    private static final IncidentId OTHER = new IncidentId(new UUID(0, 3));
    private static final OfficerId ADEYEMI = new OfficerId(new UUID(0, 4));
    private static final OfficerId BARTOSZ = new OfficerId(new UUID(0, 5));
    private static final Instant CALLED = Instant.parse("2026-03-02T16:00:00Z");
    private static final Instant ANSWERED = CALLED.plusSeconds(300);
    private static final Instant RETURNED = CALLED.plusSeconds(900);
    private static final Code SCHOOL_MATTER = Code.of("referral-decline-reason/SCHOOL_MATTER");
    private static final Code DEAN = Code.of("requester/DEAN");
    private static final Code DETENTION = Code.of("school-disposition/DETENTION");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final Correction BECAUSE =
            new Correction(Code.of("correction-reason/OTHER"), Code.of("correction-basis/AUDIT"), null);

    private static final ReferralMade MADE = made(Stated.NO);
    private static final ReferralAccepted ACCEPTED = new ReferralAccepted(ID, null, ANSWERED, ADEYEMI);
    private static final ReferralDeclined DECLINED = new ReferralDeclined(ID, null, ANSWERED, ADEYEMI, SCHOOL_MATTER);
    private static final ReferralHandedBack HANDED_BACK = new ReferralHandedBack(ID, null, RETURNED, ADEYEMI, DEAN);
    private static final ReferralLinked LINKED = new ReferralLinked(ID, INCIDENT);
    private static final ReferralVoided VOIDED = new ReferralVoided(ID, null, BECAUSE);

    private final Decisions<ReferralCommand, ReferralState, ReferralEvent> referral =
            new Decisions<>(new ReferralState.Unrecorded(), ReferralDecider::decide, ReferralDecider::evolve);

    private static ReferralMade made(Stated emergency) {
        return new ReferralMade(
                ID,
                Code.of("referral-kind/POLICE_CALL"),
                new SchoolCode("MAR"),
                CALLED,
                DEAN,
                Code.of("capacity/SRO"),
                List.of(Code.of("cps-scc/1-8")),
                1,
                emergency);
    }

    private static AcceptReferral accept(Instant at, OfficerId officer) {
        return new AcceptReferral(ID, null, at, officer);
    }

    private static HandBack handBack(Instant at) {
        return new HandBack(ID, null, at, ADEYEMI, DEAN);
    }

    @Test
    void is_recorded_once_before_anything_is_said_of_it() {
        referral.givenNothing().when(new MakeReferral(MADE, null)).then(MADE);
        referral.given(MADE)
                .when(new MakeReferral(made(Stated.YES), null))
                .thenRefused(ReferralRule.REFERRAL_RECORDED_ALREADY);
        referral.givenNothing().when(accept(ANSWERED, ADEYEMI)).thenRefused(ReferralRule.REFERRAL_COMES_FIRST);
    }

    @Test
    void is_accepted_or_declined_once_and_not_before_it_was_made() {
        var decline = new DeclineReferral(ID, null, ANSWERED, ADEYEMI, SCHOOL_MATTER);
        referral.given(MADE).when(accept(ANSWERED, ADEYEMI)).then(ACCEPTED);
        referral.given(MADE).when(decline).then(DECLINED);
        referral.given(MADE)
                .when(accept(CALLED.minusSeconds(1), ADEYEMI))
                .thenRefused(ReferralRule.ANSWER_BEFORE_REFERRAL);
        referral.given(MADE, ACCEPTED)
                .when(accept(ANSWERED, BARTOSZ))
                .thenRefused(ReferralRule.POLICE_ANSWERED_ALREADY);
        referral.given(MADE, ACCEPTED).when(decline).thenRefused(ReferralRule.POLICE_ANSWERED_ALREADY);
        referral.given(MADE, DECLINED)
                .when(accept(ANSWERED, ADEYEMI))
                .thenRefused(ReferralRule.POLICE_ANSWERED_ALREADY);
    }

    @Test
    void goes_back_to_the_school_whether_or_not_it_was_accepted_but_not_after_a_decline() {
        referral.given(MADE).when(handBack(RETURNED)).then(HANDED_BACK);
        referral.given(MADE, ACCEPTED).when(handBack(RETURNED)).then(HANDED_BACK);
        referral.given(MADE, DECLINED).when(handBack(RETURNED)).thenRefused(ReferralRule.POLICE_ANSWERED_ALREADY);
        referral.given(MADE, HANDED_BACK)
                .when(handBack(RETURNED.plusSeconds(1)))
                .thenRefused(ReferralRule.HANDED_BACK_ALREADY);
        referral.given(MADE).when(handBack(CALLED.minusSeconds(1))).thenRefused(ReferralRule.ANSWER_BEFORE_REFERRAL);
    }

    @Test
    void holds_the_schools_last_word() {
        var detention = new SchoolDisciplineLinked(ID, null, DETENTION, DAY, null);
        referral.given(MADE)
                .when(new LinkDiscipline(ID, null, DETENTION, DAY, null))
                .then(detention);
        Code suspension = Code.of("school-disposition/OUT_OF_SCHOOL_SUSPENSION");
        referral.given(MADE, detention)
                .when(new LinkDiscipline(ID, null, suspension, DAY, 3))
                .then(new SchoolDisciplineLinked(ID, null, suspension, DAY, 3));
    }

    @Test
    void has_one_police_record_at_a_time() {
        referral.given(MADE).when(new LinkIncident(ID, null, INCIDENT)).then(LINKED);
        referral.given(MADE, LINKED)
                .when(new LinkIncident(ID, null, OTHER))
                .thenRefused(ReferralRule.OTHER_INCIDENT_LINKED);
        var unlinked = new ReferralUnlinked(ID, INCIDENT, BECAUSE);
        referral.given(MADE, LINKED).when(new UnlinkIncident(ID, null, BECAUSE)).then(unlinked);
        referral.given(MADE, LINKED, unlinked)
                .when(new LinkIncident(ID, null, OTHER))
                .then(new ReferralLinked(ID, OTHER));
        referral.given(MADE).when(new UnlinkIncident(ID, null, BECAUSE)).thenRefused(ReferralRule.NO_INCIDENT_LINKED);
    }

    @Test
    void says_which_police_record_it_had_when_something_happened_to_it() {
        referral.given(MADE, LINKED)
                .when(accept(ANSWERED, ADEYEMI))
                .then(new ReferralAccepted(ID, INCIDENT, ANSWERED, ADEYEMI));
        referral.given(MADE, LINKED)
                .when(new AssignOwner(ID, null, "quill"))
                .then(new OwnerAssigned(ID, INCIDENT, "quill"));
    }

    @Test
    void voided_stays_as_it_is() {
        referral.given(MADE).when(new VoidReferral(ID, null, BECAUSE)).then(VOIDED);
        var voided = referral.given(MADE, VOIDED);
        voided.when(accept(ANSWERED, ADEYEMI)).thenRefused(ReferralRule.REFERRAL_WAS_VOIDED);
        voided.when(new LinkIncident(ID, null, INCIDENT)).thenRefused(ReferralRule.REFERRAL_WAS_VOIDED);
        voided.when(new AssignOwner(ID, null, "quill")).thenRefused(ReferralRule.REFERRAL_WAS_VOIDED);
    }
}
