package brightline.command.interaction;

import brightline.command.endpoint.IfMatch;
import brightline.command.endpoint.Sample;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Edits of one student's contact over HTTP. */
@RestController
@RequestMapping(path = "/api/commands/interactions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Contacts")
class InteractionController {
    private final EditPreview preview;

    InteractionController(EditPreview preview) {
        this.preview = preview;
    }

    @Does(Action.PREVIEW_CORRECTION)
    @Operation(
            summary = "What an edit of a contact would do",
            description =
                    "Takes the same document as the edit, under the name of its kind: correction, subjectCorrection, supplement"
                            + " or void. Answers how the agreement in force reads the contact now and how it would. Writes nothing. Needs no"
                            + " Idempotency-Key.")
    @Sample("""
            {"correction": {"conduct": ["cps-scc/4-12"], "reason": "WRONG_CODE", "basis": "OWN_REVIEW"}}""")
    @PostMapping("/preview")
    ResponseEntity<PreviewAnswer> preview(
            @PathVariable UUID id, @IfMatch long seen, @RequestBody EditPreview.Document document, CurrentActor actor) {
        PreviewAnswer answer = preview.of(new InteractionId(id), seen, Editor.of(actor), document);
        return ResponseEntity.ok().eTag(Requests.etag(answer.version())).body(answer);
    }

    @Does(Action.CORRECT_CONTACT)
    @Operation(summary = "Correct one fact of a contact")
    @Sample("""
            {"conduct": ["cps-scc/4-15"], "reason": "NEW_INFORMATION", "basis": "POLICE_REPORT"}""")
    @PostMapping("/corrections")
    InteractionEdit correct(
            @PathVariable UUID id,
            @IfMatch long seen,
            @RequestBody EditDocument.Correction document,
            CurrentActor actor) {
        return new InteractionEdit(new InteractionId(id), seen, Editor.of(actor), document);
    }

    @Does(Action.CORRECT_STUDENT_OF_CONTACT)
    @Operation(summary = "Say that it was another student")
    @Sample("""
            {"student": {"number": "S-121", "firstName": "Ada", "lastName": "Quill"},
             "reason": "WRONG_STUDENT", "basis": "SCHOOL_REPORT"}""")
    @PostMapping("/subject-corrections")
    InteractionEdit correctStudent(
            @PathVariable UUID id,
            @IfMatch long seen,
            @RequestBody EditDocument.SubjectCorrection document,
            CurrentActor actor) {
        return new InteractionEdit(new InteractionId(id), seen, Editor.of(actor), document);
    }

    @Does(Action.SUPPLEMENT_CONTACT)
    @Operation(summary = "Add an account or further actions to a contact")
    @Sample("""
            {"narrative": "The counselor joined at 10:40.",
             "actions": [{"code": "A1_CALL_GUARDIAN", "imminentThreat": "NO"}],
             "reason": "LEFT_OUT", "basis": "OWN_REVIEW"}""")
    @PostMapping("/supplements")
    InteractionEdit supplement(
            @PathVariable UUID id,
            @IfMatch long seen,
            @RequestBody EditDocument.Supplement document,
            CurrentActor actor) {
        return new InteractionEdit(new InteractionId(id), seen, Editor.of(actor), document);
    }

    @Does(Action.VOID_CONTACT)
    @Operation(summary = "Take a contact out of all figures")
    @Sample("""
            {"reason": "DUPLICATE", "basis": "SUPERVISOR_REVIEW"}""")
    @PostMapping("/void")
    InteractionEdit voided(
            @PathVariable UUID id, @IfMatch long seen, @RequestBody EditDocument.Voiding document, CurrentActor actor) {
        return new InteractionEdit(new InteractionId(id), seen, Editor.of(actor), document);
    }
}
