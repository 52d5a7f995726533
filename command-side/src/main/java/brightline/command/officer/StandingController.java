package brightline.command.officer;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.TrainingTopic;
import brightline.command.endpoint.Words;
import brightline.command.officer.OfficerCommand.*;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.AgreementId;
import brightline.events.OfficerId;
import brightline.events.Stated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Screening, complaints, training and acknowledgements of an officer. Days are days of the agency's zone, and none is to come. */
@RestController
@RequestMapping("/api/commands/officers/{id}")
@Tag(name = "Roster")
class StandingController {
    /** Of complaints, certificates and waivers, as others number them. */
    private static final String NUMBER = "\\s*[A-Za-z0-9][A-Za-z0-9 ./-]*";

    private static final String NO_NUMBER = "wrong-value: must be a number: letters, digits, blanks and . / -";

    /** @param principalConsulted absent where nobody said */
    record Screening(
            @NotNull @Day(past = true) LocalDate screenedOn,
            @NotNull @Line(40) String criteriaVersion,
            @CodeOf("screening-fact") @Nullable List<@Nullable String> facts,
            @NotNull @CodeOf("screening-result") String result,
            @Nullable Stated principalConsulted) {}

    /** @param complaint the number the investigating body gave it */
    record NewComplaint(
            @NotNull @Line(40) @Pattern(regexp = NUMBER, message = NO_NUMBER)
            String complaint,

            @NotNull @Day(past = true) LocalDate receivedOn,
            @CodeOf("complaint-about") @Nullable List<@Nullable String> about,
            @Nullable Stated disciplineProbable) {}

    record Assessment(
            @NotNull @Line(40) @Pattern(regexp = NUMBER, message = NO_NUMBER)
            String complaint,

            @NotNull @Day(past = true) LocalDate on,
            @NotNull Stated disciplineProbable) {}

    record Finding(
            @NotNull @Line(40) @Pattern(regexp = NUMBER, message = NO_NUMBER)
            String complaint,

            @NotNull @Day(past = true) LocalDate on,
            @NotNull @CodeOf("complaint-finding") String finding,
            @CodeOf("complaint-about") @Nullable List<@Nullable String> about) {}

    /** @param expiresOn first day on which it is no longer current; absent where it does not expire */
    record Training(
            @NotNull @TrainingTopic @CodeList({"training-topic", "agency-topic"})
            String topic,

            @NotNull @Day(past = true) LocalDate completedOn,
            @Day @Nullable LocalDate expiresOn,

            @Line(40) @Pattern(regexp = NUMBER, message = NO_NUMBER) @Nullable
            String certificate) {}

    record Waiver(
            @NotNull @TrainingTopic @CodeList({"training-topic", "agency-topic"})
            String topic,

            @NotNull @Day(past = true) LocalDate from,
            @Day @Nullable LocalDate expiresOn,

            @NotNull @Line(40) @Pattern(regexp = NUMBER, message = NO_NUMBER)
            String number) {}

    /** @param day on which the entry says it was completed, or held from */
    record TrainingWithdrawal(
            @NotNull @TrainingTopic @CodeList({"training-topic", "agency-topic"})
            String topic,

            @NotNull @Day LocalDate day,
            @NotNull @CodeOf("correction-reason") String reason,
            @NotNull @CodeOf("correction-basis") String basis) {}

    /** @param version null for the first */
    record Acknowledgement(
            @NotNull AgreementId agreement,
            @Min(1) @Max(10_000) @Nullable Integer version,
            @NotNull @Day(past = true) LocalDate on) {}

    @Does(Action.RECORD_SCREENING)
    @PostMapping("/screenings")
    @Operation(summary = "Record a screening for work in schools")
    @Sample(OfficerExamples.SCREENING)
    RecordScreening screen(@PathVariable UUID id, @RequestBody Screening sent) {
        return new RecordScreening(
                new OfficerId(id),
                sent.screenedOn(),
                sent.criteriaVersion().strip(),
                Words.codes("screening-fact", sent.facts()),
                Words.code("screening-result", sent.result()),
                Stated.orMissing(sent.principalConsulted()));
    }

    @Does(Action.RECORD_COMPLAINT_ON_OFFICER)
    @PostMapping("/complaints")
    @Operation(summary = "Record that a complaint against an officer was received")
    @Sample(OfficerExamples.COMPLAINT)
    ReceiveComplaint receive(@PathVariable UUID id, @RequestBody NewComplaint sent) {
        return new ReceiveComplaint(
                new OfficerId(id),
                sent.complaint().strip(),
                sent.receivedOn(),
                Words.codes("complaint-about", sent.about()),
                Stated.orMissing(sent.disciplineProbable()));
    }

    @Does(Action.ASSESS_COMPLAINT)
    @PostMapping("/complaints/assessments")
    @Operation(summary = "Record how probable discipline is on an open complaint")
    @Sample(OfficerExamples.ASSESSMENT)
    AssessComplaint assess(@PathVariable UUID id, @RequestBody Assessment sent) {
        return new AssessComplaint(new OfficerId(id), sent.complaint().strip(), sent.on(), sent.disciplineProbable());
    }

    @Does(Action.RECORD_FINDING)
    @PostMapping("/complaints/findings")
    @Operation(summary = "Record the finding on a complaint")
    @Sample(OfficerExamples.FINDING)
    FindOnComplaint find(@PathVariable UUID id, @RequestBody Finding sent) {
        return new FindOnComplaint(
                new OfficerId(id),
                sent.complaint().strip(),
                sent.on(),
                Words.code("complaint-finding", sent.finding()),
                Words.codes("complaint-about", sent.about()));
    }

    @Does(Action.RECORD_TRAINING)
    @PostMapping("/trainings")
    @Operation(summary = "Record completed training")
    @Sample(OfficerExamples.TRAINING)
    CompleteTraining complete(@PathVariable UUID id, @RequestBody Training sent) {
        return new CompleteTraining(
                new OfficerId(id),
                TrainingTopic.Check.topic(sent.topic()),
                sent.completedOn(),
                sent.expiresOn(),
                sent.certificate() == null ? null : sent.certificate().strip());
    }

    @Does(Action.WAIVE_TRAINING)
    @PostMapping("/trainings/waivers")
    @Operation(summary = "Record that training was waived")
    @Sample(OfficerExamples.WAIVER)
    WaiveTraining waive(@PathVariable UUID id, @RequestBody Waiver sent) {
        return new WaiveTraining(
                new OfficerId(id),
                TrainingTopic.Check.topic(sent.topic()),
                sent.from(),
                sent.expiresOn(),
                sent.number().strip());
    }

    @Does(Action.WITHDRAW_TRAINING)
    @PostMapping("/trainings/withdrawals")
    @Operation(summary = "Withdraw a training entry that was a mistake")
    @Sample(OfficerExamples.NOT_TRAINED)
    WithdrawTraining withdraw(@PathVariable UUID id, @RequestBody TrainingWithdrawal sent) {
        return new WithdrawTraining(
                new OfficerId(id),
                TrainingTopic.Check.topic(sent.topic()),
                sent.day(),
                Words.correction(sent.reason(), sent.basis()));
    }

    @Does(Action.RECORD_ACKNOWLEDGEMENT)
    @PostMapping("/acknowledgements")
    @Operation(summary = "Record that an officer acknowledged an agreement or directive")
    @Sample(OfficerExamples.ACKNOWLEDGEMENT)
    AcknowledgeAgreement acknowledge(@PathVariable UUID id, @RequestBody Acknowledgement sent) {
        return new AcknowledgeAgreement(
                new OfficerId(id), sent.agreement(), sent.version() == null ? 1 : sent.version(), sent.on());
    }
}
