package brightline.command.officer;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about an officer. Days are days of the agency's zone; each may lie as far back as what is said. */
public sealed interface OfficerCommand extends StreamCommand, AnsweredBy<OfficerAnswer> {
    @TargetAggregateIdentifier
    OfficerId officerId();

    /** @param capacity code list {@code capacity}: the usual one */
    record RegisterOfficer(OfficerId officerId, String starNumber, String name, Code capacity)
            implements OfficerCommand, Creates<OfficerAnswer> {}

    /** @param reason code list {@code change-reason} */
    record RenameOfficer(OfficerId officerId, String name, LocalDate from, Code reason, Code basis)
            implements OfficerCommand {}

    /** @param from first day; null where the star on record was never the officer's */
    record GiveStar(
            OfficerId officerId,
            String starNumber,
            @Nullable LocalDate from,
            Code reason,
            Code basis) implements OfficerCommand {}

    /** @param lastDay the last day of the star the officer wears */
    record GiveUpStar(OfficerId officerId, LocalDate lastDay, Code reason, Code basis) implements OfficerCommand {}

    record ChangeCapacity(OfficerId officerId, Code capacity) implements OfficerCommand {}

    /**
     * @param from first day at the school, included
     * @param lastDay last day there, included; null for open
     * @param post code list {@code post}; null where nobody said
     */
    record StartAssignment(
            OfficerId officerId,
            SchoolCode school,
            LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable Code post) implements OfficerCommand {
        /** An open one, its post not said. */
        public StartAssignment(OfficerId officerId, SchoolCode school, LocalDate from) {
            this(officerId, school, from, null, null);
        }
    }

    /** @param lastDay last day at the school, included */
    record EndAssignment(OfficerId officerId, SchoolCode school, LocalDate lastDay) implements OfficerCommand {}

    /** @param from first day of the assignment meant */
    record GivePost(OfficerId officerId, SchoolCode school, LocalDate from, Code post) implements OfficerCommand {}

    /** @param side code list {@code roster-side} */
    record ConfirmAssignment(OfficerId officerId, SchoolCode school, LocalDate on, Code side)
            implements OfficerCommand {}

    /** @param from first day of the assignment meant */
    record WithdrawAssignment(OfficerId officerId, SchoolCode school, LocalDate from, Correction correction)
            implements OfficerCommand {}

    /** @see brightline.events.officer.OfficerEvent.OfficerScreened */
    record RecordScreening(
            OfficerId officerId,
            LocalDate screenedOn,
            String criteriaVersion,
            List<Code> facts,
            Code result,
            Stated principalConsulted)
            implements OfficerCommand {
        public RecordScreening {
            facts = List.copyOf(facts);
        }
    }

    /** @param about code list {@code complaint-about} */
    record ReceiveComplaint(
            OfficerId officerId, String complaint, LocalDate receivedOn, List<Code> about, Stated disciplineProbable)
            implements OfficerCommand {
        public ReceiveComplaint {
            about = List.copyOf(about);
        }
    }

    record AssessComplaint(OfficerId officerId, String complaint, LocalDate on, Stated disciplineProbable)
            implements OfficerCommand {}

    /** @param finding code list {@code complaint-finding} */
    record FindOnComplaint(OfficerId officerId, String complaint, LocalDate on, Code finding, List<Code> about)
            implements OfficerCommand {
        public FindOnComplaint {
            about = List.copyOf(about);
        }
    }

    /** @param expiresOn first day on which it no longer holds; null for never */
    record CompleteTraining(
            OfficerId officerId,
            Code topic,
            LocalDate completedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String certificate)
            implements OfficerCommand {}

    /** @param expiresOn first day on which it no longer holds; null for never */
    record WaiveTraining(
            OfficerId officerId,
            Code topic,
            LocalDate from,
            @Nullable LocalDate expiresOn,
            String number) implements OfficerCommand {}

    /** @param day on which the entry said it was completed, or held from */
    record WithdrawTraining(OfficerId officerId, Code topic, LocalDate day, Correction correction)
            implements OfficerCommand {}

    record AcknowledgeAgreement(OfficerId officerId, AgreementId agreement, int version, LocalDate on)
            implements OfficerCommand {}
}
