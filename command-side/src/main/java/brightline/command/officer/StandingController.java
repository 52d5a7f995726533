package brightline.command.officer;

import brightline.command.officer.OfficerCommand.*;
import brightline.command.register.FieldChecks;
import brightline.command.submission.KeyHeader;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.OfficerId;
import brightline.events.Stated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Screening, complaints, training and acknowledgements of an officer. Days are days of the agency's zone, and none is to come. */
@RestController
@RequestMapping(path = "/api/commands/officers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Roster")
class StandingController {
    private static final String AGENCY_TOPICS = "agency-topic";
    private static final Pattern AGENCY_TOPIC = Pattern.compile(AGENCY_TOPICS + "/[A-Z0-9_]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}");

    private final OfficerSubmissions submissions;

    StandingController(OfficerSubmissions submissions) {
        this.submissions = submissions;
    }

    /**
     * @param facts code list {@code screening-fact}
     * @param result code list {@code screening-result}
     * @param principalConsulted absent where nobody said
     */
    record Screening(
            @NotNull @Nullable LocalDate screenedOn,
            @NotBlank @Size(max = 40) @Nullable String criteriaVersion,
            @CodeList("screening-fact") @Nullable List<@Nullable String> facts,

            @NotBlank @CodeList("screening-result") @Nullable
            String result,

            @Nullable Stated principalConsulted) {}

    /**
     * @param complaint the number the investigating body gave it
     * @param about code list {@code complaint-about}
     */
    record NewComplaint(
            @NotBlank @Size(max = 40) @Nullable String complaint,
            @NotNull @Nullable LocalDate receivedOn,
            @CodeList("complaint-about") @Nullable List<@Nullable String> about,
            @Nullable Stated disciplineProbable) {}

    record Assessment(
            @NotBlank @Size(max = 40) @Nullable String complaint,
            @NotNull @Nullable LocalDate on,
            @NotNull @Nullable Stated disciplineProbable) {}

    /** @param finding code list {@code complaint-finding} */
    record Finding(
            @NotBlank @Size(max = 40) @Nullable String complaint,
            @NotNull @Nullable LocalDate on,

            @NotBlank @CodeList("complaint-finding") @Nullable
            String finding,

            @CodeList("complaint-about") @Nullable List<@Nullable String> about) {}

    /**
     * @param topic code list {@code training-topic}, or {@code agency-topic/} and a code of the agency's own
     * @param expiresOn first day on which it is no longer current; absent where it does not expire
     */
    record Training(
            @NotBlank @CodeList({"training-topic", "agency-topic"}) @Nullable
            String topic,

            @NotNull @Nullable LocalDate completedOn,
            @Nullable LocalDate expiresOn,
            @Size(max = 40) @Nullable String certificate) {}

    record Waiver(
            @NotBlank @CodeList({"training-topic", "agency-topic"}) @Nullable
            String topic,

            @NotNull @Nullable LocalDate from,
            @Nullable LocalDate expiresOn,
            @NotBlank @Size(max = 40) @Nullable String number) {}

    /** @param day on which the entry says it was completed, or held from */
    record TrainingWithdrawal(
            @NotBlank @CodeList({"training-topic", "agency-topic"}) @Nullable
            String topic,

            @NotNull @Nullable LocalDate day,

            @NotBlank @CodeList("correction-reason") @Nullable
            String reason,

            @NotBlank @CodeList("correction-basis") @Nullable
            String basis) {}

    record Acknowledgement(
            @NotNull @Nullable UUID agreement,
            @Min(1) @Max(10_000) @Nullable Integer version,
            @NotNull @Nullable LocalDate on) {}

    @Does(Action.RECORD_SCREENING)
    @PostMapping("/screenings")
    @Operation(
            summary = "Record a screening for work in schools",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.SCREENING))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> screen(@PathVariable UUID id, @RequestBody Screening body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        LocalDate on = checks.past("/screenedOn", body.screenedOn(), today);
        String version = checks.text("/criteriaVersion", body.criteriaVersion(), 40);
        List<Code> facts = checks.codes("/facts", body.facts(), "screening-fact", today);
        Code result = checks.code("/result", body.result(), "screening-result", today);
        checks.refuse();
        return submissions.send(
                new RecordScreening(
                        new OfficerId(id), on, version, facts, result, Stated.orMissing(body.principalConsulted())),
                body,
                http);
    }

    @Does(Action.RECORD_COMPLAINT_ON_OFFICER)
    @PostMapping("/complaints")
    @Operation(
            summary = "Record that a complaint against an officer was received",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.COMPLAINT))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> receive(
            @PathVariable UUID id, @RequestBody NewComplaint body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        String number = number(checks, "/complaint", body.complaint());
        LocalDate on = checks.past("/receivedOn", body.receivedOn(), today);
        List<Code> about = checks.codes("/about", body.about(), "complaint-about", today);
        checks.refuse();
        return submissions.send(
                new ReceiveComplaint(new OfficerId(id), number, on, about, Stated.orMissing(body.disciplineProbable())),
                body,
                http);
    }

    @Does(Action.ASSESS_COMPLAINT)
    @PostMapping("/complaints/assessments")
    @Operation(
            summary = "Record how probable discipline is on an open complaint",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.ASSESSMENT))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> assess(@PathVariable UUID id, @RequestBody Assessment body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String number = number(checks, "/complaint", body.complaint());
        LocalDate on = checks.past("/on", body.on(), submissions.today());
        checks.given("/disciplineProbable", body.disciplineProbable());
        checks.refuse();
        return submissions.send(
                new AssessComplaint(new OfficerId(id), number, on, Stated.orMissing(body.disciplineProbable())),
                body,
                http);
    }

    @Does(Action.RECORD_FINDING)
    @PostMapping("/complaints/findings")
    @Operation(
            summary = "Record the finding on a complaint",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.FINDING))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> find(@PathVariable UUID id, @RequestBody Finding body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        String number = number(checks, "/complaint", body.complaint());
        LocalDate on = checks.past("/on", body.on(), today);
        Code finding = checks.code("/finding", body.finding(), "complaint-finding", today);
        List<Code> about = checks.codes("/about", body.about(), "complaint-about", today);
        checks.refuse();
        return submissions.send(new FindOnComplaint(new OfficerId(id), number, on, finding, about), body, http);
    }

    @Does(Action.RECORD_TRAINING)
    @PostMapping("/trainings")
    @Operation(
            summary = "Record completed training",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.TRAINING))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> complete(@PathVariable UUID id, @RequestBody Training body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        Code topic = topic(checks, body.topic(), today);
        LocalDate on = checks.past("/completedOn", body.completedOn(), today);
        LocalDate expires = checks.dayIfGiven("/expiresOn", body.expiresOn());
        String certificate = body.certificate() == null ? null : number(checks, "/certificate", body.certificate());
        checks.refuse();
        return submissions.send(new CompleteTraining(new OfficerId(id), topic, on, expires, certificate), body, http);
    }

    @Does(Action.WAIVE_TRAINING)
    @PostMapping("/trainings/waivers")
    @Operation(
            summary = "Record that training was waived",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.WAIVER))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> waive(@PathVariable UUID id, @RequestBody Waiver body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        Code topic = topic(checks, body.topic(), today);
        LocalDate from = checks.past("/from", body.from(), today);
        LocalDate expires = checks.dayIfGiven("/expiresOn", body.expiresOn());
        String number = number(checks, "/number", body.number());
        checks.refuse();
        return submissions.send(new WaiveTraining(new OfficerId(id), topic, from, expires, number), body, http);
    }

    @Does(Action.WITHDRAW_TRAINING)
    @PostMapping("/trainings/withdrawals")
    @Operation(
            summary = "Withdraw a training entry that was a mistake",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.NOT_TRAINED))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> withdraw(
            @PathVariable UUID id, @RequestBody TrainingWithdrawal body, HttpServletRequest http) {
        LocalDate today = submissions.today();
        FieldChecks checks = new FieldChecks();
        Code topic = topic(checks, body.topic(), today);
        LocalDate day = checks.day("/day", body.day());
        Correction correction = checks.correction(body.reason(), body.basis(), today);
        checks.refuse();
        return submissions.send(new WithdrawTraining(new OfficerId(id), topic, day, correction), body, http);
    }

    @Does(Action.RECORD_ACKNOWLEDGEMENT)
    @PostMapping("/acknowledgements")
    @Operation(
            summary = "Record that an officer acknowledged an agreement or directive",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(OfficerExamples.ACKNOWLEDGEMENT))))
    @KeyHeader
    ResponseEntity<OfficerAnswer> acknowledge(
            @PathVariable UUID id, @RequestBody Acknowledgement body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/agreement", body.agreement());
        int version = body.version() == null ? 1 : body.version();
        if (version < 1 || version > 10_000) {
            checks.wrong("/version", "wrong-value", "must be 1 to 10000");
        }
        LocalDate on = checks.past("/on", body.on(), submissions.today());
        checks.refuse();
        return submissions.send(
                new AcknowledgeAgreement(
                        new OfficerId(id), new AgreementId(Objects.requireNonNull(body.agreement())), version, on),
                body,
                http);
    }

    private static Code topic(FieldChecks checks, @Nullable String value, LocalDate today) {
        if (value != null && value.strip().startsWith(AGENCY_TOPICS + "/")) {
            String text = value.strip();
            if (!AGENCY_TOPIC.matcher(text).matches()) {
                checks.wrong("/topic", "wrong-value", "must be agency-topic/ and 1 to 40 capitals, digits or _");
                return new Code(AGENCY_TOPICS, "?");
            }
            return Code.of(text);
        }
        return checks.code("/topic", value, "training-topic", today);
    }

    private static String number(FieldChecks checks, String pointer, @Nullable String value) {
        String number = checks.text(pointer, value, 40);
        if (!number.isEmpty()
                && number.length() <= 40
                && !NUMBER.matcher(number).matches()) {
            checks.wrong(pointer, "wrong-value", "must be a number: letters, digits, blanks and . / -");
        }
        return number;
    }
}
