package brightline.command.incident;

import brightline.command.fields.FieldReader;
import brightline.command.incident.IncidentEdit.*;
import brightline.command.interaction.ContactRecorder;
import brightline.command.interaction.Editor;
import brightline.command.interaction.Line;
import brightline.command.interaction.StudentContact;
import brightline.command.interaction.StudentEntry;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Accepted;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.Findings;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.command.submission.VersionHeader;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.Unfinished;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.rules.InvolvementFacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over HTTP, and the advice an officer is shown before sending one. */
@RestController
@RequestMapping(path = "/api/commands", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents")
class IncidentController {

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister registers;
    private final RecordingClock clock;

    IncidentController(Commands commands, Requests requests, ReferenceRegister registers, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.registers = registers;
        this.clock = clock;
    }

    @Does(Action.RECORD_CONTACT)
    @PostMapping("/incidents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record an incident with its students",
            description = "All students or none. Answers how the agreement in force reads each contact.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(IncidentExamples.INCIDENT))))
    @KeyHeader
    ResponseEntity<IncidentAccepted> record(
            @RequestBody IncidentDocument document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        Request request = requests.of(http, actor.username());
        RecordIncident command = read(document, ids(request), actor, registers.current());
        Accepted<IncidentAnswer> accepted = commands.send(command, IncidentAnswer.class, request);
        return answered(
                ResponseEntity.created(URI.create("/api/commands/incidents/" + command.incidentId())), accepted);
    }

    @Does(Action.ASK_ADVICE)
    @PostMapping("/advice")
    @Unfinished
    @Operation(
            summary = "How an incident's contacts would be read if they were recorded so",
            description =
                    "Writes nothing and looks nothing up about the students. Needs no Idempotency-Key. The class needs role, "
                            + "conduct, imminentThreat, initiator and actions; anything may be absent, and what the class still "
                            + "lacks is named. Without occurredAt the agreement in force today counts.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(IncidentExamples.ADVICE))))
    AdviceAnswer advice(@RequestBody IncidentDocument document, @Parameter(hidden = true) CurrentActor actor) {
        RegisterEdition register = registers.current();
        Findings findings = new Findings();
        Editor editor = Editor.of(actor);
        Instant now = clock.instant();
        List<DocumentReader.Draft> drafts = new DocumentReader(new FieldReader(findings, register, now))
                .readDraft(document, now, editor.officer(), editor.anyRecord(), findings);
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
    @PostMapping("/incidents/{id}/students")
    @Operation(
            summary = "Add a student to an incident",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(IncidentExamples.STUDENT))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<IncidentAccepted> add(
            @PathVariable UUID id,
            @RequestBody StudentEntry entry,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        Request request = requests.of(http, actor.username());
        return edited(
                new AddStudent(
                        new IncidentId(id),
                        Requests.versionSeen(http),
                        Editor.of(actor),
                        new InteractionId(ids(request).apply(1)),
                        entry),
                request);
    }

    @Does(Action.CORRECT_SCHOOL)
    @PostMapping("/incidents/{id}/school-corrections")
    @Operation(
            summary = "Say that an incident happened at another school",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(IncidentExamples.SCHOOL))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<IncidentAccepted> correctSchool(
            @PathVariable UUID id,
            @RequestBody SchoolCorrection document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return edited(
                new MoveToSchool(new IncidentId(id), Requests.versionSeen(http), Editor.of(actor), document),
                requests.of(http, actor.username()));
    }

    @Does(Action.UNDO_CONTACT)
    @PostMapping("/incidents/{id}/undo")
    @Operation(
            summary = "Undo an incident just recorded",
            description =
                    "By the account that recorded it, until undoUntil, while nothing else changed it. Its contacts are "
                            + "voided: they stay readable and count nowhere. Where one held an arrest, force or a flagged class, a review "
                            + "is opened.")
    @KeyHeader
    @VersionHeader
    ResponseEntity<IncidentAccepted> undo(
            @PathVariable UUID id, @Parameter(hidden = true) CurrentActor actor, HttpServletRequest http) {
        return edited(
                new UndoIncident(new IncidentId(id), Requests.versionSeen(http), Editor.of(actor), actor.username()),
                requests.of(http, actor.username()));
    }

    @Does(Action.LINK_INCIDENTS)
    @PostMapping("/incidents/{id}/links")
    @Operation(
            summary = "Say that an incident was recorded twice",
            description = "Both records stay; figures count the two as one.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(IncidentExamples.LINK))))
    @KeyHeader
    @VersionHeader
    ResponseEntity<IncidentAccepted> link(
            @PathVariable UUID id,
            @RequestBody Link document,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return edited(
                new LinkToPrimary(new IncidentId(id), Requests.versionSeen(http), Editor.of(actor), document),
                requests.of(http, actor.username()));
    }

    /** @throws brightline.edge.problem.ProblemException naming every field that is not right */
    private RecordIncident read(
            IncidentDocument document, IntFunction<UUID> ids, CurrentActor actor, RegisterEdition register) {
        Findings findings = new Findings();
        Editor editor = Editor.of(actor);
        RecordIncident command = new DocumentReader(new FieldReader(findings, register, clock.instant()))
                .read(document, ids, editor.officer(), editor.anyRecord());
        findings.refuseIfAny();
        return Objects.requireNonNull(command);
    }

    private static IntFunction<UUID> ids(Request request) {
        return ordinal -> DerivedIds.of(request, ordinal);
    }

    private ResponseEntity<IncidentAccepted> edited(IncidentEdit edit, Request request) {
        return answered(ResponseEntity.ok(), commands.send(edit, IncidentAnswer.class, request));
    }

    private static ResponseEntity<IncidentAccepted> answered(
            ResponseEntity.BodyBuilder response, Accepted<IncidentAnswer> accepted) {
        return response.eTag(Requests.etag(accepted.answer().version()))
                .headers(accepted.headers())
                .body(IncidentAccepted.of(accepted));
    }
}
