package brightline.command.disclosure;

import brightline.command.disclosure.DisclosureCommand.RecordDisclosure;
import brightline.command.disclosure.DisclosureCommand.SendNotice;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Who was given a record, under which law; and that who has a wrong one was told. */
@RestController
@RequestMapping(path = "/api/commands/disclosures", produces = MediaType.APPLICATION_JSON_VALUE)
class DisclosureController {
    private final Commands commands;
    private final Requests requests;
    private final RecordedStreams streams;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    DisclosureController(
            Commands commands,
            Requests requests,
            RecordedStreams streams,
            ReferenceRegister register,
            RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.streams = streams;
        this.register = register;
        this.clock = clock;
    }

    /**
     * @param recipient code list {@code disclosure-recipient}
     * @param basis code list {@code disclosure-basis}
     * @param parts code list {@code disclosure-part}
     */
    record NewDisclosure(
            @NotNull @Nullable UUID interaction,

            @NotBlank @CodeList("disclosure-recipient") @Nullable
            String recipient,

            @NotBlank @CodeList("disclosure-basis") @Nullable
            String basis,

            @NotEmpty @Size(max = 20) @CodeList("disclosure-part") @Nullable
            List<@Nullable String> parts,

            @NotNull @Nullable Instant disclosedAt) {}

    /** @param manner code list {@code notice-manner} */
    record Notice(
            @NotNull @Nullable Instant sentAt,
            @NotBlank @CodeList("notice-manner") @Nullable String manner) {}

    @KeyHeader
    @Operation(
            summary = "Record that a record was given to somebody",
            description = "Where the record later turns out to be wrong, a notice to the recipient falls due.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"interaction": "5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b", "recipient": "SCHOOL",
                     "basis": "RECIPROCAL_REPORTING", "parts": ["REPORT"], "disclosedAt": "2026-03-03T15:00:00Z"}
                    """))))
    @Does(Action.RECORD_DISCLOSURE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DisclosureAnswer> record(@RequestBody NewDisclosure body, HttpServletRequest http) {
        Instant now = clock.instant();
        FieldChecks checks = new FieldChecks();
        checks.given("/interaction", body.interaction());
        if (body.interaction() != null && !streams.has(new InteractionId(body.interaction()))) {
            checks.wrong("/interaction", "unknown-record", "is no interaction");
        }
        LocalDate today = today(now);
        Code recipient = checks.code("/recipient", body.recipient(), "disclosure-recipient", today);
        Code basis = checks.code("/basis", body.basis(), "disclosure-basis", today);
        List<Code> parts = new ArrayList<>();
        List<@Nullable String> named = body.parts() == null ? List.of() : body.parts();
        if (named.isEmpty() || named.size() > 20) {
            checks.wrong("/parts", "missing", "must name 1 to 20 parts");
        } else {
            for (int i = 0; i < named.size(); i++) {
                parts.add(checks.code("/parts/" + i, named.get(i), "disclosure-part", today));
            }
        }
        checks.given("/disclosedAt", body.disclosedAt());
        checks.refuse();
        Request request = requests.of(http, CurrentActor.required().username());
        DisclosureId id = new DisclosureId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(
                        new RecordDisclosure(
                                id,
                                new InteractionId(Objects.requireNonNull(body.interaction())),
                                recipient,
                                basis,
                                parts,
                                Objects.requireNonNull(body.disclosedAt()),
                                now),
                        DisclosureAnswer.class,
                        request),
                "/api/commands/disclosures/",
                DisclosureAnswer::id);
    }

    @KeyHeader
    @Operation(
            summary = "Record that who has a wrong record was told",
            description = "Only while a notice is due.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"sentAt": "2026-03-10T15:00:00Z", "manner": "LETTER"}
                    """))))
    @Does(Action.RECORD_NOTICE_OF_DISCLOSURE)
    @PostMapping("/{id}/notices")
    ResponseEntity<DisclosureAnswer> notice(@PathVariable UUID id, @RequestBody Notice body, HttpServletRequest http) {
        Instant now = clock.instant();
        FieldChecks checks = new FieldChecks();
        checks.given("/sentAt", body.sentAt());
        Code manner = checks.code("/manner", body.manner(), "notice-manner", today(now));
        checks.refuse();
        return ReferenceAnswers.done(commands.send(
                new SendNotice(new DisclosureId(id), Objects.requireNonNull(body.sentAt()), manner, now),
                DisclosureAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }

    private LocalDate today(Instant now) {
        return now.atZone(register.agency().zone()).toLocalDate();
    }
}
