package brightline.events.officer;

import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.EventName;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an officer as far as schools are concerned. Officers are public officials: their names are clear. Days are
 * days of the agency's zone; an event recorded after its day is back-dated, which the two times say by themselves. Whether an
 * officer may serve, or is trained, on a day is derived from these facts and never stored.
 */
public sealed interface OfficerEvent {
    OfficerId officerId();

    /** About the officer's training in one topic. */
    sealed interface TrainingEvent extends OfficerEvent {
        /** Code list {@code training-topic}, or {@code agency-topic} for the agency's own. */
        Code topic();
    }

    /**
     * The officer is known to the programme.
     *
     * @param starNumber the badge number: worn since ever, unless another day is given
     * @param capacity code list {@code capacity}: the usual one; each action carries its own
     */
    @EventName("officer.registered")
    record OfficerRegistered(OfficerId officerId, String starNumber, String name, Code capacity)
            implements OfficerEvent {}

    /**
     * The officer goes by another name.
     *
     * @param from since when, in the agency's zone
     * @param reason code list {@code change-reason}
     * @param basis code list {@code correction-basis}
     */
    @EventName("officer.renamed")
    record OfficerRenamed(OfficerId officerId, String name, LocalDate from, Code reason, Code basis)
            implements OfficerEvent {}

    /**
     * The officer wears this star, and the one before until the day before.
     *
     * @param from first day; null where the star on record was never the officer's
     * @param reason code list {@code change-reason}; null where the officer was registered with a star that another had given up
     * @param basis code list {@code correction-basis}; null likewise
     */
    @EventName("officer.star-given")
    record StarGiven(
            OfficerId officerId,
            String starNumber,
            @Nullable LocalDate from,
            @Nullable Code reason,
            @Nullable Code basis)
            implements OfficerEvent {}

    /**
     * The officer wears no star from the day after on: it may be another's.
     *
     * @param lastDay included
     * @param reason code list {@code change-reason}
     * @param basis code list {@code correction-basis}
     */
    @EventName("officer.star-given-up")
    record StarGivenUp(OfficerId officerId, LocalDate lastDay, Code reason, Code basis) implements OfficerEvent {}

    /** The officer now usually acts in another capacity. */
    @EventName("officer.capacity-changed")
    record CapacityChanged(OfficerId officerId, Code capacity) implements OfficerEvent {}

    /** The officer serves a school from that day on, that day included. */
    @EventName("officer.assignment-started")
    record AssignmentStarted(OfficerId officerId, SchoolCode school, LocalDate from) implements OfficerEvent {}

    /** The officer's last day at the school: of the open assignment there that began last before it. */
    @EventName("officer.assignment-ended")
    record AssignmentEnded(OfficerId officerId, SchoolCode school, LocalDate lastDay) implements OfficerEvent {}

    /**
     * Whether the officer stands there first or in relief.
     *
     * @param from first day of the assignment meant
     * @param post code list {@code post}
     */
    @EventName("officer.post-given")
    record PostGiven(OfficerId officerId, SchoolCode school, LocalDate from, Code post) implements OfficerEvent {}

    /**
     * Somebody looked and said that the assignment is as recorded.
     *
     * @param on the day it was found so
     * @param side code list {@code roster-side}: by whose list
     */
    @EventName("officer.assignment-confirmed")
    record AssignmentConfirmed(OfficerId officerId, SchoolCode school, LocalDate on, Code side)
            implements OfficerEvent {}

    /** The assignment was entered by mistake and never was. @param from its first day as entered */
    @EventName("officer.assignment-withdrawn")
    record AssignmentWithdrawn(OfficerId officerId, SchoolCode school, LocalDate from, Correction correction)
            implements OfficerEvent {}

    /**
     * The officer was screened for work in schools. Recorded again for the same day, the later record holds.
     *
     * @param criteriaVersion edition of the hiring guideline applied
     * @param facts code list {@code screening-fact}: what was looked at and found
     * @param result code list {@code screening-result}
     * @param principalConsulted whether the school's principal was asked
     */
    @EventName("officer.screened")
    record OfficerScreened(
            OfficerId officerId,
            LocalDate screenedOn,
            String criteriaVersion,
            List<Code> facts,
            Code result,
            Stated principalConsulted)
            implements OfficerEvent {
        public OfficerScreened {
            facts = List.copyOf(facts);
            principalConsulted = Stated.orMissing(principalConsulted);
        }
    }

    /**
     * A complaint against the officer is open.
     *
     * @param complaint the number the investigating body gave it
     * @param about code list {@code complaint-about}
     * @param disciplineProbable whether that body thinks so
     */
    @EventName("officer.complaint-received")
    record ComplaintReceived(
            OfficerId officerId, String complaint, LocalDate receivedOn, List<Code> about, Stated disciplineProbable)
            implements OfficerEvent {
        public ComplaintReceived {
            about = List.copyOf(about);
            disciplineProbable = Stated.orMissing(disciplineProbable);
        }
    }

    /** The investigating body said how probable discipline is, as of that day. */
    @EventName("officer.complaint-assessed")
    record ComplaintAssessed(OfficerId officerId, String complaint, LocalDate on, Stated disciplineProbable)
            implements OfficerEvent {
        public ComplaintAssessed {
            disciplineProbable = Stated.orMissing(disciplineProbable);
        }
    }

    /**
     * A complaint came to its end. A later finding on the same complaint takes the place of the earlier one.
     *
     * @param on day of the finding
     * @param finding code list {@code complaint-finding}
     * @param about code list {@code complaint-about}: what the finding is about
     */
    @EventName("officer.complaint-found")
    record ComplaintFound(OfficerId officerId, String complaint, LocalDate on, Code finding, List<Code> about)
            implements OfficerEvent {
        public ComplaintFound {
            about = List.copyOf(about);
        }
    }

    /**
     * The officer completed training in a topic.
     *
     * @param topic code list {@code training-topic}, or {@code agency-topic} for the agency's own
     * @param expiresOn first day on which it is no longer current; null where it does not expire
     * @param certificate its number; null where none was given
     */
    @EventName("officer.training-completed")
    record TrainingCompleted(
            OfficerId officerId,
            Code topic,
            LocalDate completedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String certificate)
            implements TrainingEvent {}

    /**
     * Training in a topic was waived for earlier training and experience.
     *
     * @param from first day it holds
     * @param expiresOn first day on which it no longer holds; null where it does not expire
     * @param number of the waiver
     */
    @EventName("officer.training-waived")
    record TrainingWaived(
            OfficerId officerId,
            Code topic,
            LocalDate from,
            @Nullable LocalDate expiresOn,
            String number) implements TrainingEvent {}

    /** A completion or waiver was entered by mistake. @param day on which it was said to be completed, or to hold from */
    @EventName("officer.training-withdrawn")
    record TrainingWithdrawn(OfficerId officerId, Code topic, LocalDate day, Correction correction)
            implements TrainingEvent {}

    /**
     * The officer read an agreement or directive and said so.
     *
     * @param version which version of it
     */
    @EventName("officer.agreement-acknowledged")
    record AgreementAcknowledged(OfficerId officerId, AgreementId agreement, int version, LocalDate on)
            implements OfficerEvent {}
}
