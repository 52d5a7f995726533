package brightline.command.referral;

import brightline.command.fields.FieldReader;
import brightline.command.incident.KnownIncidents;
import brightline.command.interaction.Editor;
import brightline.command.referral.CounterpartCommand.AssignCounterpartOwner;
import brightline.command.referral.ReferralCommand.*;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.Findings;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.CounterpartId;
import brightline.events.IncidentId;
import brightline.events.ReferralId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A school's referrals over HTTP: the school's side, the police side, and what brings both together. */
@RestController
@RequestMapping(path = "/api/commands", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Referrals")
class ReferralController {

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister registers;
    private final RecordingClock clock;
    private final Accounts accounts;
    private final KnownIncidents incidents;

    ReferralController(
            Commands commands,
            Requests requests,
            ReferenceRegister registers,
            RecordingClock clock,
            Accounts accounts,
            KnownIncidents incidents) {
        this.commands = commands;
        this.requests = requests;
        this.registers = registers;
        this.clock = clock;
        this.accounts = accounts;
        this.incidents = incidents;
    }

    @Does(Action.MAKE_REFERRAL)
    @PostMapping("/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record that the school turned to police",
            description = "By the school, for one of its own schools. Nothing of it says who the student is.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.MADE))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> make(
            @RequestBody ReferralDocument.Made body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        Request request = requests.of(http, actor.username());
        ReferralId id = new ReferralId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(reader(id, actor).made(body), ReferralAnswer.class, request),
                "/api/commands/referrals/",
                ReferralAnswer::referral);
    }

    @Does(Action.ACCEPT_REFERRAL)
    @PostMapping("/referrals/{id}/acceptance")
    @Operation(
            summary = "Record that an officer took the matter",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.ACCEPTANCE))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> acceptance(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Acceptance body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, reader -> reader.acceptance(body));
    }

    @Does(Action.DECLINE_REFERRAL)
    @PostMapping("/referrals/{id}/decline")
    @Operation(
            summary = "Record that an officer did not take the matter",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.DECLINE))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> decline(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Decline body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, reader -> reader.decline(body));
    }

    @Does(Action.HAND_BACK_REFERRAL)
    @PostMapping("/referrals/{id}/hand-back")
    @Operation(
            summary = "Record that an officer gave the matter back to the school",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.RETURN))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> handBack(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Return body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, reader -> reader.handBack(body));
    }

    @Does(Action.RECORD_DISCIPLINE)
    @PostMapping("/referrals/{id}/discipline")
    @Operation(
            summary = "Record what the school did itself",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.DISCIPLINE))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> discipline(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Discipline body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, reader -> reader.discipline(body));
    }

    @Does(Action.LINK_REFERRAL)
    @PostMapping("/referrals/{id}/link")
    @Operation(
            summary = "Link a referral to the police record of the same matter",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.LINK))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> link(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Link body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                reader -> new LinkIncident(reader.id(), reader.ofSchools(), reader.incident(body, incidents)));
    }

    @Does(Action.UNLINK_REFERRAL)
    @PostMapping("/referrals/{id}/unlink")
    @Operation(
            summary = "Say that the police record was of another matter",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.UNLINK))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> unlink(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Why body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                reader -> new UnlinkIncident(reader.id(), reader.ofSchools(), reader.why(body, "correction-reason")));
    }

    @Does(Action.OWN_REFERRAL)
    @PostMapping("/referrals/{id}/owner")
    @Operation(
            summary = "Say who looks for the police record",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.OWNER))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> owner(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Owner body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                reader -> new AssignOwner(reader.id(), reader.ofSchools(), reader.owner(body, accounts)));
    }

    @Does(Action.VOID_REFERRAL)
    @PostMapping("/referrals/{id}/void")
    @Operation(
            summary = "Take a referral out of all figures",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.VOID))))
    @KeyHeader
    ResponseEntity<ReferralAnswer> voided(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Why body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                reader -> new VoidReferral(reader.id(), reader.ofSchools(), reader.why(body, "void-reason")));
    }

    @Does(Action.OWN_COUNTERPART)
    @PostMapping("/counterparts/{id}/owner")
    @Operation(
            summary = "Say who looks for the school's referral to a police record",
            description = "The id is that of the incident.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ReferralExamples.OWNER))))
    @KeyHeader
    ResponseEntity<CounterpartAnswer> counterpartOwner(
            @PathVariable UUID id,
            @RequestBody ReferralDocument.Owner body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        Request request = requests.of(http, actor.username());
        String owner = reader(new ReferralId(id), actor).owner(body, accounts);
        IncidentId incident = new IncidentId(id);
        if (!incidents.has(incident)) {
            throw new ProblemException(Problem.notFound());
        }
        return ReferenceAnswers.done(commands.send(
                new AssignCounterpartOwner(CounterpartId.of(incident), incident, owner),
                CounterpartAnswer.class,
                request));
    }

    private ResponseEntity<ReferralAnswer> step(
            UUID id,
            ReferralDocument body,
            CurrentActor actor,
            HttpServletRequest http,
            Function<ReferralReader, ReferralCommand> read) {
        Request request = requests.of(http, actor.username());
        return ReferenceAnswers.done(
                commands.send(read.apply(reader(new ReferralId(id), actor)), ReferralAnswer.class, request));
    }

    private ReferralReader reader(ReferralId id, CurrentActor actor) {
        Findings findings = new Findings();
        return new ReferralReader(
                findings,
                new FieldReader(findings, registers.current(), clock.instant()),
                id,
                Editor.of(actor),
                actor.role() == AccountRole.SCHOOL_ADMIN ? actor.schools() : null);
    }
}
