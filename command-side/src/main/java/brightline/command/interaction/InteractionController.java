package brightline.command.interaction;

import brightline.command.interaction.InteractionEdit.*;
import brightline.command.submission.Accepted;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.command.submission.VersionHeader;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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

    private final Commands commands;
    private final Requests requests;

    private final EditPreview preview;

    InteractionController(Commands commands, Requests requests, EditPreview preview) {
        this.commands = commands;
        this.requests = requests;
        this.preview = preview;
    }

    @Does(Action.PREVIEW_CORRECTION)
    @PostMapping("/preview")
    @Operation(
            summary = "What an edit of a contact would do",
            description =
                    "Takes the same document as the edit, under the name of its kind: correction, subjectCorrection, supplement"
                            + " or void. Answers how the agreement in force reads the contact now and how it would. Writes nothing. Needs no"
                            + " Idempotency-Key.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"correction": {"conduct": ["cps-scc/4-12"], "reason": "WRONG_CODE", "basis": "OWN_REVIEW"}}
                                    """))))
    @VersionHeader
    ResponseEntity<PreviewAnswer> preview(
            @PathVariable UUID id,
            @RequestBody EditPreview.Document document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        PreviewAnswer answer =
                preview.of(new InteractionId(id), Requests.versionSeen(http), Editor.of(actor), document);
        return ResponseEntity.ok().eTag(Requests.etag(answer.version())).body(answer);
    }

    @Does(Action.CORRECT_CONTACT)
    @PostMapping("/corrections")
    @Operation(
            summary = "Correct one fact of a contact",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"conduct": ["cps-scc/4-15"], "reason": "NEW_INFORMATION", "basis": "POLICE_REPORT"}
                                    """))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<InteractionEdited> correct(
            @PathVariable UUID id,
            @RequestBody EditDocument.Correction document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return send(
                new CorrectInteraction(new InteractionId(id), Requests.versionSeen(http), Editor.of(actor), document),
                document,
                actor,
                http);
    }

    @Does(Action.CORRECT_STUDENT_OF_CONTACT)
    @PostMapping("/subject-corrections")
    @Operation(
            summary = "Say that it was another student",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"student": {"number": "S-121", "firstName": "Ada", "lastName": "Quill"},
                                     "reason": "WRONG_STUDENT", "basis": "SCHOOL_REPORT"}
                                    """))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<InteractionEdited> correctStudent(
            @PathVariable UUID id,
            @RequestBody EditDocument.SubjectCorrection document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return send(
                new CorrectStudent(new InteractionId(id), Requests.versionSeen(http), Editor.of(actor), document),
                document,
                actor,
                http);
    }

    @Does(Action.SUPPLEMENT_CONTACT)
    @PostMapping("/supplements")
    @Operation(
            summary = "Add an account or further actions to a contact",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"narrative": "The counselor joined at 10:40.",
                                     "actions": [{"code": "A1_CALL_GUARDIAN", "imminentThreat": "NO"}],
                                     "reason": "LEFT_OUT", "basis": "OWN_REVIEW"}
                                    """))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<InteractionEdited> supplement(
            @PathVariable UUID id,
            @RequestBody EditDocument.Supplement document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return send(
                new SupplementInteraction(
                        new InteractionId(id), Requests.versionSeen(http), Editor.of(actor), document),
                document,
                actor,
                http);
    }

    @Does(Action.VOID_CONTACT)
    @PostMapping("/void")
    @Operation(
            summary = "Take a contact out of all figures",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"reason": "DUPLICATE", "basis": "SUPERVISOR_REVIEW"}
                                    """))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<InteractionEdited> voided(
            @PathVariable UUID id,
            @RequestBody EditDocument.Voiding document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return send(
                new VoidRecord(new InteractionId(id), Requests.versionSeen(http), Editor.of(actor), document),
                document,
                actor,
                http);
    }

    private ResponseEntity<InteractionEdited> send(
            InteractionEdit edit, EditDocument document, CurrentActor actor, HttpServletRequest http) {
        Accepted<InteractionAnswer> accepted =
                commands.send(edit, InteractionAnswer.class, requests.of(http, actor.username()));
        InteractionAnswer answer = accepted.answer();
        return ResponseEntity.ok()
                .eTag(Requests.etag(answer.version()))
                .headers(accepted.headers())
                .body(new InteractionEdited(answer.version(), accepted.index(), answer));
    }
}
