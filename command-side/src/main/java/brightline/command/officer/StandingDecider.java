package brightline.command.officer;

import brightline.command.officer.OfficerCommand.*;
import brightline.command.officer.OfficerState.*;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.events.Stated;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.*;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Screening, complaints, training and acknowledgements: the facts that an officer's standing on a day is derived from. */
final class StandingDecider {
    private StandingDecider() {}

    static List<OfficerEvent> screen(RecordScreening command, Standing standing) {
        OfficerScreened screened = new OfficerScreened(
                command.officerId(),
                command.screenedOn(),
                command.criteriaVersion(),
                command.facts(),
                command.result(),
                command.principalConsulted());
        return screened.equals(standing.screenings().get(command.screenedOn())) ? List.of() : List.of(screened);
    }

    static List<OfficerEvent> receive(ReceiveComplaint command, Standing standing) {
        Complaint known = standing.complaints().get(command.complaint());
        if (known == null) {
            return List.of(new ComplaintReceived(
                    command.officerId(),
                    command.complaint(),
                    command.receivedOn(),
                    command.about(),
                    command.disciplineProbable()));
        }
        if (known.receivedOn().equals(command.receivedOn())
                && known.about().equals(command.about())
                && known.probableAtFirst() == command.disciplineProbable()) {
            return List.of();
        }
        throw OfficerRule.COMPLAINT_RECORDED_DIFFERENTLY.broken();
    }

    static List<OfficerEvent> assess(AssessComplaint command, Standing standing) {
        Complaint complaint = complaint(standing, command.complaint(), command.on());
        if (complaint.assessments().get(command.on()) == command.disciplineProbable()) {
            return List.of();
        }
        if (complaint.finding() != null) {
            throw OfficerRule.COMPLAINT_ALREADY_FOUND.broken();
        }
        return List.of(new ComplaintAssessed(
                command.officerId(), command.complaint(), command.on(), command.disciplineProbable()));
    }

    static List<OfficerEvent> find(FindOnComplaint command, Standing standing) {
        Complaint complaint = complaint(standing, command.complaint(), command.on());
        ComplaintFound found = new ComplaintFound(
                command.officerId(), command.complaint(), command.on(), command.finding(), command.about());
        return found.equals(complaint.finding()) ? List.of() : List.of(found);
    }

    private static Complaint complaint(Standing standing, String number, LocalDate on) {
        Complaint complaint = standing.complaints().get(number);
        if (complaint == null) {
            throw OfficerRule.COMPLAINT_UNKNOWN.broken();
        }
        if (on.isBefore(complaint.receivedOn())) {
            throw OfficerRule.BEFORE_THE_COMPLAINT.broken();
        }
        return complaint;
    }

    static List<OfficerEvent> complete(CompleteTraining command, Standing standing) {
        return trained(
                new TrainingDay(command.topic(), command.completedOn()),
                command.expiresOn(),
                new TrainingCompleted(
                        command.officerId(),
                        command.topic(),
                        command.completedOn(),
                        command.expiresOn(),
                        command.certificate()),
                standing);
    }

    static List<OfficerEvent> waive(WaiveTraining command, Standing standing) {
        return trained(
                new TrainingDay(command.topic(), command.from()),
                command.expiresOn(),
                new TrainingWaived(
                        command.officerId(), command.topic(), command.from(), command.expiresOn(), command.number()),
                standing);
    }

    private static List<OfficerEvent> trained(
            TrainingDay day, @Nullable LocalDate expiresOn, OfficerEvent event, Standing standing) {
        if (expiresOn != null && !expiresOn.isAfter(day.day())) {
            throw OfficerRule.EXPIRES_BEFORE_IT_HOLDS.broken();
        }
        OfficerEvent known = standing.trainings().get(day);
        if (event.equals(known)) {
            return List.of();
        }
        if (known != null) {
            throw OfficerRule.TRAINING_RECORDED_DIFFERENTLY.broken();
        }
        return List.of(event);
    }

    static List<OfficerEvent> withdraw(WithdrawTraining command, Standing standing) {
        TrainingDay day = new TrainingDay(command.topic(), command.day());
        if (standing.trainings().containsKey(day)) {
            return List.of(
                    new TrainingWithdrawn(command.officerId(), command.topic(), command.day(), command.correction()));
        }
        if (standing.withdrawnTrainings().contains(day)) {
            return List.of();
        }
        throw OfficerRule.TRAINING_NOT_RECORDED.broken();
    }

    static List<OfficerEvent> acknowledge(AcknowledgeAgreement command, Standing standing, RegisterEdition register) {
        if (!register.knowsAgreement(command.agreement())) {
            throw ReferenceRule.AGREEMENT_UNKNOWN.broken();
        }
        LocalDate known = standing.acknowledgements().get(new Acknowledged(command.agreement(), command.version()));
        if (known == null) {
            return List.of(new AgreementAcknowledged(
                    command.officerId(), command.agreement(), command.version(), command.on()));
        }
        if (known.equals(command.on())) {
            return List.of();
        }
        throw OfficerRule.ALREADY_ACKNOWLEDGED.broken();
    }

    static Standing evolve(Standing standing, ComplaintReceived event) {
        return standing.with(
                event.complaint(),
                new Complaint(event.receivedOn(), event.about(), event.disciplineProbable(), Map.of(), null));
    }

    static Standing evolve(Standing standing, ComplaintAssessed event) {
        Complaint before = standing.complaints().get(event.complaint());
        if (before == null) {
            return standing;
        }
        Map<LocalDate, Stated> assessments = new HashMap<>(before.assessments());
        assessments.put(event.on(), event.disciplineProbable());
        return standing.with(
                event.complaint(),
                new Complaint(
                        before.receivedOn(), before.about(), before.probableAtFirst(), assessments, before.finding()));
    }

    static Standing evolve(Standing standing, ComplaintFound event) {
        Complaint before = standing.complaints().get(event.complaint());
        return before == null
                ? standing
                : standing.with(
                        event.complaint(),
                        new Complaint(
                                before.receivedOn(),
                                before.about(),
                                before.probableAtFirst(),
                                before.assessments(),
                                event));
    }

    static Standing evolve(Standing standing, TrainingCompleted event) {
        return standing.with(new TrainingDay(event.topic(), event.completedOn()), event);
    }

    static Standing evolve(Standing standing, TrainingWaived event) {
        return standing.with(new TrainingDay(event.topic(), event.from()), event);
    }

    static Standing evolve(Standing standing, TrainingWithdrawn event) {
        return standing.without(new TrainingDay(event.topic(), event.day()));
    }

    static Standing evolve(Standing standing, AgreementAcknowledged event) {
        return standing.with(new Acknowledged(event.agreement(), event.version()), event.on());
    }
}
