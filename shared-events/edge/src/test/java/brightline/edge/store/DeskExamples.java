package brightline.edge.store;

import brightline.events.ActivityId;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.DeadlineId;
import brightline.events.DeadlineRuleId;
import brightline.events.DisclosureId;
import brightline.events.EvaluationId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.RequestId;
import brightline.events.ReviewId;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.WorkItemId;
import brightline.events.activity.ActivityEvent;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.evaluation.EvaluationEvent.FrozenFigure;
import brightline.events.request.RequestEvent;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ReviewEvent;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.Ground;
import brightline.events.work.WorkEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One example of every event of reviews, deadlines, disclosures, requests, evaluations, activities and work lists. */
final class DeskExamples {
    private static final UUID U = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T16:15:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final IncidentId INCIDENT = new IncidentId(U);
    private static final InteractionId INTERACTION = new InteractionId(U);
    private static final OfficerId OFFICER = new OfficerId(U);
    private static final SchoolCode MARLOW = new SchoolCode("MAR");
    private static final SecretRef SECRET = new SecretRef(new SecretId(U), "00ff");
    private static final ReviewId REVIEW = ReviewId.of(INTERACTION.toString(), Ground.ARREST.name());
    private static final DeadlineId DEADLINE = DeadlineId.of(INTERACTION.toString(), "CO-ARREST-PRINCIPAL");
    private static final DerivedClass DERIVED = new DerivedClass(OFFICER, "ROUTINE_DISCIPLINE", "R02", 1);

    private DeskExamples() {}

    static Stream<Object> all() {
        return Stream.of(
                new ComplaintEvent.ComplaintReceived(
                        new ComplaintId(U), INCIDENT, INTERACTION, Code.of("complaint-kind/PARENT_COMPLAINT"), AT),
                new ReviewEvent.ReviewOpened(
                        REVIEW, Ground.ARREST, INCIDENT, INTERACTION, new ComplaintId(U), List.of(DERIVED)),
                new ReviewEvent.ReviewAssigned(REVIEW, "supervisor"),
                new ReviewEvent.ClassOverridden(
                        REVIEW, INTERACTION, DERIVED, "SAFETY_RESPONSE", Code.of("override-reason/FACTS_NOT_RECORDED")),
                new ReviewEvent.ReviewClosed(REVIEW, Code.of("review-conclusion/RIGHT_AS_RECORDED")),
                new DeadlineEvent.DeadlineSet(
                        DEADLINE,
                        "CO-ARREST-PRINCIPAL",
                        INTERACTION,
                        OFFICER,
                        MARLOW,
                        AT,
                        AT.plusSeconds(86_400),
                        "supervisor",
                        "C.R.S. 22-32-146",
                        true),
                new DeadlineEvent.DeadlineMoved(DEADLINE, AT, AT.plusSeconds(86_400)),
                new DeadlineEvent.DeadlineMet(DEADLINE, AT, Code.of("notice-manner/PHONE")),
                new DeadlineEvent.DeadlineMissed(DEADLINE, AT.plusSeconds(86_400)),
                new DeadlineEvent.DeadlineCancelled(DEADLINE, Code.of("deadline-cancellation/TRIGGER_VOIDED")),
                new DeadlineRuleEvent.DeadlineRuleSwitched(
                        DeadlineRuleId.of("CO-ARREST-PRINCIPAL"), "CO-ARREST-PRINCIPAL", true),
                new DisclosureEvent.DisclosureMade(
                        new DisclosureId(U),
                        INTERACTION,
                        Code.of("disclosure-recipient/SCHOOL"),
                        Code.of("disclosure-basis/RECIPROCAL_REPORTING"),
                        List.of(Code.of("disclosure-part/WHOLE_RECORD")),
                        AT),
                new DisclosureEvent.NoticeDue(new DisclosureId(U), Code.of("notice-cause/SUBJECT_CORRECTED"), AT),
                new DisclosureEvent.NoticeSent(new DisclosureId(U), AT, Code.of("notice-manner/LETTER")),
                new RequestEvent.RequestReceived(
                        new RequestId(U),
                        INTERACTION,
                        Code.of("request-kind/AMEND"),
                        Code.of("request-from/PARENT"),
                        AT),
                new RequestEvent.RequestDecided(new RequestId(U), Code.of("request-decision/REFUSED"), DAY),
                new RequestEvent.StatementAdded(new RequestId(U), SECRET),
                new EvaluationEvent.EvaluationMade(
                        new EvaluationId(U),
                        OFFICER,
                        DAY,
                        DAY.plusMonths(6),
                        "supervisor",
                        "2026-1",
                        List.of(new FrozenFigure(
                                "M10a",
                                1,
                                9,
                                12,
                                new BigDecimal("0.7500"),
                                new BigDecimal("0.4677"),
                                new BigDecimal("0.9111"),
                                4711))),
                new EvaluationEvent.OfficerReplied(new EvaluationId(U), SECRET),
                new EvaluationEvent.NextStepsSet(
                        new EvaluationId(U), List.of(Code.of("evaluation-step/TRAINING")), DAY.plusMonths(9)),
                new ActivityEvent.ActivityLogged(
                        new ActivityId(U), OFFICER, MARLOW, Code.of("activity/TEACHING"), AT, 45, 28),
                new ActivityEvent.ActivityWithdrawn(new ActivityId(U), Code.of("correction-reason/DOUBLE_ENTRY")),
                new WorkEvent.ItemRead(WorkItemId.of("review/" + U, "supervisor"), "review/" + U, "supervisor"),
                new WorkEvent.ItemDone(WorkItemId.of("review/" + U, "supervisor"), "review/" + U, "supervisor"));
    }
}
