package brightline.command.referral;

import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.fields.FieldReader;
import brightline.command.incident.KnownIncidents;
import brightline.command.interaction.Editor;
import brightline.command.referral.CounterpartCommand.AssignCounterpartOwner;
import brightline.command.referral.ReferralCommand.*;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.CounterpartId;
import brightline.events.IncidentId;
import brightline.events.ReferralId;
import brightline.events.SchoolCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A school's referrals over HTTP: the school's side, the police side, and what brings both together. */
@RestController
@RequestMapping("/api/commands")
@Tag(name = "Referrals")
class ReferralController {
    private final Accounts accounts;
    private final KnownIncidents incidents;

    ReferralController(Accounts accounts, KnownIncidents incidents) {
        this.accounts = accounts;
        this.incidents = incidents;
    }

    @Does(Action.MAKE_REFERRAL)
    @Operation(
            summary = "Record that the school turned to police",
            description = "By the school, for one of its own schools. Nothing of it says who the student is.")
    @Sample("""
            {"kind": "POLICE_CALL", "school": "MAR", "madeAt": "2026-03-02T09:40:00-06:00", "madeBy": "DEAN",
             "to": "SRO", "conduct": ["5-17"], "students": 1, "emergency": "NO"}""")
    @PostMapping("/referrals")
    MakeReferral make(@RequestBody ReferralDocument.Made sent, FieldReader fields, Sender sender) {
        return reader(sender.newId(ReferralId::new), fields, sender.actor()).made(sent);
    }

    @Does(Action.ACCEPT_REFERRAL)
    @Operation(summary = "Record that an officer took the matter")
    @Sample("""
            {"at": "2026-03-02T09:45:00-06:00"}""")
    @PostMapping("/referrals/{id}/acceptance")
    AcceptReferral acceptance(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Acceptance sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).acceptance(sent);
    }

    @Does(Action.DECLINE_REFERRAL)
    @Operation(summary = "Record that an officer did not take the matter")
    @Sample("""
            {"at": "2026-03-02T09:45:00-06:00", "reason": "SCHOOL_MATTER"}""")
    @PostMapping("/referrals/{id}/decline")
    DeclineReferral decline(
            @PathVariable UUID id, @RequestBody ReferralDocument.Decline sent, FieldReader fields, CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).decline(sent);
    }

    @Does(Action.HAND_BACK_REFERRAL)
    @Operation(summary = "Record that an officer gave the matter back to the school")
    @Sample("""
            {"at": "2026-03-02T09:55:00-06:00", "to": "DEAN"}""")
    @PostMapping("/referrals/{id}/hand-back")
    HandBack handBack(
            @PathVariable UUID id, @RequestBody ReferralDocument.Return sent, FieldReader fields, CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).handBack(sent);
    }

    @Does(Action.RECORD_DISCIPLINE)
    @Operation(summary = "Record what the school did itself")
    @Sample("""
            {"disposition": "OUT_OF_SCHOOL_SUSPENSION", "on": "2026-03-02", "daysOut": 2}""")
    @PostMapping("/referrals/{id}/discipline")
    LinkDiscipline discipline(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Discipline sent,
            FieldReader fields,
            CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).discipline(sent);
    }

    @Does(Action.LINK_REFERRAL)
    @Operation(summary = "Link a referral to the police record of the same matter")
    @Sample("""
            {"incident": "01890a5d-ac96-774b-bcce-b302099a8057"}""")
    @PostMapping("/referrals/{id}/link")
    LinkIncident link(
            @PathVariable UUID id, @RequestBody ReferralDocument.Link sent, FieldReader fields, CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).link(sent, incidents);
    }

    @Does(Action.UNLINK_REFERRAL)
    @Operation(summary = "Say that the police record was of another matter")
    @Sample("""
            {"reason": "OTHER", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/referrals/{id}/unlink")
    UnlinkIncident unlink(
            @PathVariable UUID id, @RequestBody ReferralDocument.Why sent, FieldReader fields, CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).unlink(sent);
    }

    @Does(Action.OWN_REFERRAL)
    @Operation(summary = "Say who looks for the police record")
    @Sample("""
            {"owner": "coordinator"}""")
    @PostMapping("/referrals/{id}/owner")
    AssignOwner owner(
            @PathVariable UUID id, @RequestBody ReferralDocument.Owner sent, FieldReader fields, CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).owner(sent, accounts);
    }

    @Does(Action.VOID_REFERRAL)
    @Operation(summary = "Take a referral out of all figures")
    @Sample("""
            {"reason": "DUPLICATE", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/referrals/{id}/void")
    VoidReferral voided(
            @PathVariable UUID id, @RequestBody ReferralDocument.Why sent, FieldReader fields, CurrentActor actor) {
        return reader(new ReferralId(id), fields, actor).voided(sent);
    }

    @Does(Action.OWN_COUNTERPART)
    @Operation(
            summary = "Say who looks for the school's referral to a police record",
            description = "The id is that of the incident.")
    @Sample("""
            {"owner": "coordinator"}""")
    @PostMapping("/counterparts/{id}/owner")
    AssignCounterpartOwner counterpartOwner(
            @PathVariable UUID id, @RequestBody ReferralDocument.Owner sent, FieldReader fields) {
        String owner = ReferralReader.owner(fields, sent, accounts);
        IncidentId incident = new IncidentId(id);
        if (!incidents.has(incident)) {
            throw new ProblemException(Problem.notFound());
        }
        return new AssignCounterpartOwner(CounterpartId.of(incident), incident, owner);
    }

    private static ReferralReader reader(ReferralId id, FieldReader fields, CurrentActor actor) {
        return new ReferralReader(
                fields,
                id,
                Editor.of(actor),
                actor.role() == AccountRole.SCHOOL_ADMIN
                        ? actor.schools().stream()
                                .map(code -> fields.register()
                                        .asRegistered(new SchoolCode(code))
                                        .value())
                                .collect(Collectors.toUnmodifiableSet())
                        : null);
    }
}
