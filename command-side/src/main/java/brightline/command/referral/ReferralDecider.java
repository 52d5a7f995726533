package brightline.command.referral;

import static brightline.command.referral.ReferralRule.ANSWER_BEFORE_REFERRAL;
import static brightline.command.referral.ReferralRule.HANDED_BACK_ALREADY;
import static brightline.command.referral.ReferralRule.NO_INCIDENT_LINKED;
import static brightline.command.referral.ReferralRule.OTHER_INCIDENT_LINKED;
import static brightline.command.referral.ReferralRule.POLICE_ANSWERED_ALREADY;
import static brightline.command.referral.ReferralRule.REFERRAL_COMES_FIRST;
import static brightline.command.referral.ReferralRule.REFERRAL_RECORDED_ALREADY;
import static brightline.command.referral.ReferralRule.REFERRAL_WAS_VOIDED;

import brightline.command.referral.ReferralCommand.*;
import brightline.command.referral.ReferralState.Recorded;
import brightline.command.referral.ReferralState.Unrecorded;
import brightline.events.IncidentId;
import brightline.events.ReferralId;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralEvent.*;
import brightline.events.referral.ReferralRecord;
import brightline.events.referral.ReferralRecord.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about one referral: pure. */
final class ReferralDecider {
    private ReferralDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the {@link ReferralRule}
     */
    static List<ReferralEvent> decide(ReferralCommand command, ReferralState state) {
        return switch (state) {
            case Unrecorded _ -> {
                if (command instanceof MakeReferral(var made, var _)) {
                    yield List.of(made);
                }
                throw REFERRAL_COMES_FIRST.broken();
            }
            case Recorded(var record) -> decide(command, record);
        };
    }

    private static List<ReferralEvent> decide(ReferralCommand command, ReferralRecord record) {
        ReferralId id = record.made().referralId();
        return switch (command) {
            case MakeReferral(var made, var _) -> {
                if (made.equals(record.made())) {
                    yield List.of();
                }
                throw REFERRAL_RECORDED_ALREADY.broken();
            }
            case VoidReferral voiding ->
                record.voided() ? List.of() : List.of(new ReferralVoided(id, record.incident(), voiding.correction()));
            case AcceptReferral accept -> accepted(accept, id, standing(record));
            case DeclineReferral decline -> declined(decline, id, standing(record));
            case HandBack back -> handedBack(back, id, standing(record));
            case LinkDiscipline discipline -> disciplined(discipline, id, standing(record));
            case LinkIncident link -> linked(link, id, standing(record));
            case UnlinkIncident unlink -> unlinked(unlink, id, standing(record));
            case AssignOwner assign ->
                assign.owner().equals(standing(record).owner())
                        ? List.of()
                        : List.of(new OwnerAssigned(id, record.incident(), assign.owner()));
        };
    }

    private static ReferralRecord standing(ReferralRecord record) {
        if (record.voided()) {
            throw REFERRAL_WAS_VOIDED.broken();
        }
        return record;
    }

    private static void after(Instant answer, ReferralRecord record) {
        if (answer.isBefore(record.made().madeAt())) {
            throw ANSWER_BEFORE_REFERRAL.broken();
        }
    }

    private static List<ReferralEvent> accepted(AcceptReferral command, ReferralId id, ReferralRecord record) {
        ReferralAccepted said = record.accepted();
        if (said != null
                && said.acceptedAt().equals(command.at())
                && Objects.equals(said.officer(), command.officer())) {
            return List.of();
        }
        unanswered(record);
        after(command.at(), record);
        return List.of(new ReferralAccepted(id, record.incident(), command.at(), command.officer()));
    }

    private static List<ReferralEvent> declined(DeclineReferral command, ReferralId id, ReferralRecord record) {
        ReferralDeclined said = record.declined();
        if (said != null
                && said.declinedAt().equals(command.at())
                && Objects.equals(said.officer(), command.officer())
                && Objects.equals(said.reason(), command.reason())) {
            return List.of();
        }
        unanswered(record);
        after(command.at(), record);
        return List.of(new ReferralDeclined(id, record.incident(), command.at(), command.officer(), command.reason()));
    }

    private static void unanswered(ReferralRecord record) {
        if (record.stage() != Stage.MADE) {
            throw POLICE_ANSWERED_ALREADY.broken();
        }
    }

    private static List<ReferralEvent> handedBack(HandBack command, ReferralId id, ReferralRecord record) {
        ReferralHandedBack said = record.handedBack();
        if (said != null) {
            if (said.handedBackAt().equals(command.at())
                    && said.to().equals(command.to())
                    && Objects.equals(said.officer(), command.officer())) {
                return List.of();
            }
            throw HANDED_BACK_ALREADY.broken();
        }
        if (record.stage() == Stage.DECLINED) {
            throw POLICE_ANSWERED_ALREADY.broken();
        }
        after(command.at(), record);
        return List.of(new ReferralHandedBack(id, record.incident(), command.at(), command.officer(), command.to()));
    }

    private static List<ReferralEvent> disciplined(LinkDiscipline command, ReferralId id, ReferralRecord record) {
        SchoolDisciplineLinked said = record.discipline();
        if (said != null
                && said.disposition().equals(command.disposition())
                && said.decidedOn().equals(command.decidedOn())
                && Objects.equals(said.daysOut(), command.daysOut())) {
            return List.of();
        }
        return List.of(new SchoolDisciplineLinked(
                id, record.incident(), command.disposition(), command.decidedOn(), command.daysOut()));
    }

    private static List<ReferralEvent> linked(LinkIncident command, ReferralId id, ReferralRecord record) {
        IncidentId linked = record.incident();
        if (command.incident().equals(linked)) {
            return List.of();
        }
        if (linked != null) {
            throw OTHER_INCIDENT_LINKED.broken();
        }
        return List.of(new ReferralLinked(id, command.incident()));
    }

    /** Unlinking what is not linked is refused the first time only: afterwards it is already so. */
    private static List<ReferralEvent> unlinked(UnlinkIncident command, ReferralId id, ReferralRecord record) {
        IncidentId linked = record.incident();
        if (linked != null) {
            return List.of(new ReferralUnlinked(id, linked, command.correction()));
        }
        if (record.wasLinked()) {
            return List.of();
        }
        throw NO_INCIDENT_LINKED.broken();
    }

    static ReferralState evolve(ReferralState state, ReferralEvent event) {
        @Nullable ReferralRecord before = state instanceof Recorded(var record) ? record : null;
        return new Recorded(ReferralRecord.evolve(before, event));
    }
}
