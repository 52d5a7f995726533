package brightline.command.incident;

import brightline.command.endpoint.IfMatch;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.fields.FieldReader;
import brightline.command.incident.IncidentEdit.*;
import brightline.command.interaction.ContactRecorder;
import brightline.command.interaction.Editor;
import brightline.command.interaction.Line;
import brightline.command.interaction.StudentContact;
import brightline.command.interaction.StudentEntry;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.DerivedIds;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.description.Unfinished;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.rules.InvolvementFacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over HTTP, and the advice an officer is shown before sending one. */
@RestController
@RequestMapping(path = "/api/commands", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents")
class IncidentController {
    @Does(Action.RECORD_CONTACT)
    @Operation(
            summary = "Record an incident with its students",
            description = "All students or none. Answers how the agreement in force reads each contact.")
    @Sample("""
            {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "place": "CLASSROOM", "inSession": "YES",
             "references": [{"kind": "CAD", "value": "26-061-0042"}],
             "students": [{
               "role": "SUBJECT",
               "student": {"number": "S-101", "firstName": "Ada", "lastName": "Quill", "birthDate": "2010-05-01",
                           "homeSchool": "MAR"},
               "statistics": {"race": "BLACK", "sex": "F", "gradeBand": "9-12", "disability": "NONE",
                              "englishLearner": "NO"},
               "initiator": "STAFF_REQUEST", "requestedBy": "TEACHER",
               "conduct": ["cps-scc/1-8"],
               "imminentThreat": "NO",
               "actions": [{"code": "A2_ESCORT"}, {"code": "D_ENFORCE_RULE"}],
               "arrestLawfullyPossible": "NO", "outcome": "NO_ACTION",
               "adviceShown": [
                 {"shownAt": "2026-03-02T10:20:00-06:00", "class": null, "ruleSet": 1, "actions": []},
                 {"shownAt": "2026-03-02T10:20:30-06:00", "class": "ROUTINE_DISCIPLINE", "rule": "R02", "ruleSet": 1,
                  "actions": ["A2_ESCORT", "D_ENFORCE_RULE", "A2_SEARCH_PERSON"]}],
               "unticked": [{"code": "A2_SEARCH_PERSON", "untickedAt": "2026-03-02T10:20:40-06:00", "reason": "MISTAP"}],
               "narrative": "Asked by the teacher to take a phone."}]}""")
    @PostMapping("/incidents")
    RecordIncident record(@RequestBody IncidentDocument document, FieldReader fields, Sender sender) {
        Editor editor = Editor.of(sender.actor());
        RecordIncident command = new DocumentReader(fields)
                .read(
                        document,
                        ordinal -> DerivedIds.of(sender.request(), ordinal),
                        editor.officer(),
                        editor.anyRecord());
        fields.refuseIfAny();
        return Objects.requireNonNull(command);
    }

    @Does(Action.ASK_ADVICE)
    @Unfinished
    @Operation(
            summary = "How an incident's contacts would be read if they were recorded so",
            description =
                    "Writes nothing and looks nothing up about the students. Needs no Idempotency-Key. The class needs role, "
                            + "conduct, imminentThreat, initiator and actions; anything may be absent, and what the class still "
                            + "lacks is named. Without occurredAt the agreement in force today counts.")
    @Sample("""
            {"students": [{"role": "SUBJECT", "initiator": "STAFF_REQUEST", "conduct": ["cps-scc/1-8"], "imminentThreat": "NO",
                           "actions": [{"code": "A2_HANDCUFF"}, {"code": "A0_REFER_BACK"}]}]}""")
    @PostMapping("/advice")
    AdviceAnswer advice(@RequestBody IncidentDocument document, FieldReader fields, CurrentActor actor) {
        RegisterEdition register = fields.register();
        Editor editor = Editor.of(actor);
        List<DocumentReader.Draft> drafts =
                new DocumentReader(fields).readDraft(document, editor.officer(), editor.anyRecord());
        return new AdviceAnswer(drafts.stream()
                .map(draft -> Line.ofDraft(facts(draft, register), draft.danger(), draft.day(), register))
                .toList());
    }

    private static @Nullable InvolvementFacts facts(DocumentReader.Draft draft, RegisterEdition register) {
        StudentContact contact = draft.contact();
        return contact == null
                ? null
                : ContactRecorder.draft(new IncidentId(new UUID(0, 0)), contact)
                        .facts(register.agency().zone());
    }

    @Does(Action.ADD_STUDENT)
    @Operation(summary = "Add a student to an incident")
    @Sample("""
            {"role": "WITNESS", "initiator": "OFFICER"}""")
    @PostMapping("/incidents/{id}/students")
    AddStudent add(@PathVariable UUID id, @IfMatch long seen, @RequestBody StudentEntry entry, Sender sender) {
        return new AddStudent(
                new IncidentId(id),
                seen,
                Editor.of(sender.actor()),
                new InteractionId(DerivedIds.of(sender.request(), 1)),
                entry);
    }

    @Does(Action.CORRECT_SCHOOL)
    @Operation(summary = "Say that an incident happened at another school")
    @Sample("""
            {"school": "QUI", "reason": "WRONG_SCHOOL", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/incidents/{id}/school-corrections")
    MoveToSchool correctSchool(
            @PathVariable UUID id, @IfMatch long seen, @RequestBody SchoolCorrection document, CurrentActor actor) {
        return new MoveToSchool(new IncidentId(id), seen, Editor.of(actor), document);
    }

    @Does(Action.UNDO_CONTACT)
    @Operation(
            summary = "Undo an incident just recorded",
            description =
                    "By the account that recorded it, until undoUntil, while nothing else changed it. Its contacts are "
                            + "voided: they stay readable and count nowhere. Where one held an arrest, force or a flagged class, a review "
                            + "is opened.")
    @PostMapping("/incidents/{id}/undo")
    UndoIncident undo(@PathVariable UUID id, @IfMatch long seen, CurrentActor actor) {
        return new UndoIncident(new IncidentId(id), seen, Editor.of(actor), actor.username());
    }

    @Does(Action.LINK_INCIDENTS)
    @Operation(
            summary = "Say that an incident was recorded twice",
            description =
                    "Both records stay; figures count the two as one: when and where the primary record says, with the worst class.")
    @Sample("""
            {"primary": "01890a5d-ac96-774b-bcce-b302099a8057", "reason": "DOUBLE_ENTRY", "basis": "SUPERVISOR_REVIEW"}""")
    @PostMapping("/incidents/{id}/links")
    LinkToPrimary link(@PathVariable UUID id, @IfMatch long seen, @RequestBody Link document, CurrentActor actor) {
        return new LinkToPrimary(new IncidentId(id), seen, Editor.of(actor), document);
    }
}
