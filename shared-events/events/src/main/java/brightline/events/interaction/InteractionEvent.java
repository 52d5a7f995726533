package brightline.events.interaction;

import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.EventName;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.SubjectHandle;
import brightline.events.code.ArrestKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can happen in one student's contact with police at school: facts as observed, never as later classified. */
public sealed interface InteractionEvent {
    InteractionId interactionId();

    /** The statistics that hold from this event on, encrypted; null where it says nothing of them, or that there are none. */
    default @Nullable SecretRef statistics() {
        return null;
    }

    /** An action of an officer: the three events differ in what the field calls the deed, not in what is recorded. */
    sealed interface ActionEvent extends InteractionEvent {
        PoliceAction action();

        /** The event that says the action was taken: in custody, on paper, or short of arrest. */
        static ActionEvent of(InteractionId id, PoliceAction action) {
            return switch (ArrestKind.of(action.code())) {
                case NONE -> new ActionTaken(id, action);
                case PAPER -> new StudentCited(id, action);
                case CUSTODIAL -> new StudentArrested(id, action);
            };
        }
    }

    /** Something about how the student was treated. */
    sealed interface TreatmentEvent extends InteractionEvent {}

    /** Something kept beside the facts of the contact: it changes none of them. */
    sealed interface AsideEvent extends InteractionEvent {}

    /**
     * An officer and one student met.
     *
     * @param subject the student within this case
     * @param occurredAt when it happened; when it was recorded is the database's time at append
     * @param initiator code list {@code initiator}; null if not stated
     * @param requestedBy code list {@code requester}; null unless staff asked, or not recorded
     * @param homeSchool where the student is enrolled, {@link SchoolCode#OUT_OF_DISTRICT} for somebody in no school of the
     *     district; null if not recorded
     * @param reportingOfficer who recorded the contact; null for imported history without officers
     * @param reportingCapacity code list {@code capacity}; null if not recorded
     * @param identity who the student is; null if not identified
     * @param statistics race, sex, grade band and the like, encrypted; null if nothing was recorded
     */
    @EventName("interaction.opened")
    record InteractionOpened(
            InteractionId interactionId,
            IncidentId incidentId,
            SubjectHandle subject,
            InvolvementRole role,
            Instant occurredAt,
            @Nullable Code initiator,
            @Nullable Code requestedBy,
            @Nullable SchoolCode homeSchool,
            @Nullable OfficerId reportingOfficer,
            @Nullable Code reportingCapacity,
            @Nullable SecretRef identity,
            @Nullable SecretRef statistics,
            Source source)
            implements InteractionEvent {}

    /** The student's conduct was put under the codes of a school code of conduct or an offence list. */
    @EventName("interaction.conduct-coded")
    record ConductCoded(InteractionId interactionId, List<Code> conduct) implements InteractionEvent {
        public ConductCoded {
            conduct = List.copyOf(conduct);
        }
    }

    /** An officer did something short of arrest or citation. */
    @EventName("interaction.action-taken")
    record ActionTaken(InteractionId interactionId, PoliceAction action) implements ActionEvent {}

    /** The student was ticketed, summoned or cited and not taken in: a paper arrest. */
    @EventName("interaction.student-cited")
    record StudentCited(InteractionId interactionId, PoliceAction action) implements ActionEvent {}

    /** The student was taken into custody; a station adjustment is an arrest that is then diverted. */
    @EventName("interaction.student-arrested")
    record StudentArrested(InteractionId interactionId, PoliceAction action) implements ActionEvent {}

    /** What was recorded about calming the contact. */
    @EventName("interaction.de-escalation-recorded")
    record DeEscalationRecorded(InteractionId interactionId, DeEscalation deEscalation) implements TreatmentEvent {}

    /** The student was questioned as a suspect. */
    @EventName("interaction.questioning-recorded")
    record QuestioningRecorded(InteractionId interactionId, Questioning questioning) implements TreatmentEvent {}

    /** An officer used force or restraint. */
    @EventName("interaction.force-used")
    record ForceUsed(InteractionId interactionId, Force force) implements TreatmentEvent {}

    /** The student was released and told of the record and the law. */
    @EventName("interaction.notice-packet-given")
    record NoticePacketGiven(InteractionId interactionId, NoticePacket noticePacket) implements TreatmentEvent {}

    /** The contact was settled, or what stood open about it was recorded. */
    @EventName("interaction.outcome-decided")
    record OutcomeDecided(InteractionId interactionId, Decision decision) implements InteractionEvent {}

    /** The officer's account, encrypted. */
    @EventName("interaction.narrative-recorded")
    record NarrativeRecorded(InteractionId interactionId, SecretRef narrative) implements AsideEvent {}

    /**
     * The officer saw, before sending, how the contact would be classed: once for each change of what was shown. The class itself
     * is derived; that it was shown is a fact.
     *
     * @param involvementClass the class shown; null where only the line was, before anything was done
     * @param rule the rule's number, for example R02; null without a class
     * @param agreement the agreement it was read under; null for none in force
     * @param shownAt when, by the device's clock; null where it was not said
     * @param actions what was ticked at that moment, code list {@code police-action}; null where it was not said
     */
    @EventName("interaction.advice-shown")
    record AdviceShown(
            InteractionId interactionId,
            @Nullable String involvementClass,
            @Nullable String rule,
            int ruleSet,
            @Nullable AgreementId agreement,
            @Nullable Instant shownAt,
            @Nullable List<Code> actions)
            implements AsideEvent {
        public AdviceShown {
            actions = actions == null ? null : List.copyOf(actions);
        }
    }

    /**
     * Before sending, and after the officer had been shown how the contact would be classed, an action was unticked: the record
     * was sent without it.
     *
     * @param action code list {@code police-action}
     * @param untickedAt when, by the device's clock
     * @param reason code list {@code untick-reason}; null where none was given
     */
    @EventName("interaction.action-unticked")
    record ActionUnticked(
            InteractionId interactionId,
            Code action,
            Instant untickedAt,
            @Nullable Code reason) implements AsideEvent {}

    /**
     * What the source file itself said, in its own codes, so that the file can be written back.
     *
     * @param sourceKey the source's own key of the line; unique within the profile
     * @param codes every ticked code
     * @param values the source's other columns by name, personal ones left out
     */
    @EventName("interaction.source-recorded")
    record SourceRecorded(
            InteractionId interactionId, String profile, String sourceKey, List<Code> codes, Map<String, String> values)
            implements AsideEvent {
        public SourceRecorded {
            codes = List.copyOf(codes);
            values = Map.copyOf(values);
        }
    }

    /** An earlier record was wrong. It stays; from now on the corrected fact counts. */
    @EventName("interaction.corrected")
    record InteractionCorrected(InteractionId interactionId, CorrectedFact corrected, Correction correction)
            implements InteractionEvent {
        @Override
        public @Nullable SecretRef statistics() {
            return corrected instanceof CorrectedFact.Statistics(var corrects) ? corrects : null;
        }
    }

    /**
     * It was another student.
     *
     * @param from the handle the record was kept under; the case of that student ends here
     * @param to the student it was
     */
    @EventName("interaction.subject-corrected")
    record SubjectCorrected(
            InteractionId interactionId,
            SubjectHandle from,
            SubjectHandle to,
            @Nullable SchoolCode homeSchool,
            @Nullable SecretRef identity,
            @Nullable SecretRef statistics,
            Correction correction)
            implements InteractionEvent {}

    /** Something was added to a complete record: an account, encrypted; further actions are events of their own. */
    @EventName("interaction.supplemented")
    record InteractionSupplemented(
            InteractionId interactionId, @Nullable SecretRef narrative, Correction correction) implements AsideEvent {}

    /** The record should not exist: a test, a double entry, not a contact. It stays readable and counts nowhere. */
    @EventName("interaction.voided")
    record InteractionVoided(InteractionId interactionId, Correction correction) implements InteractionEvent {
        /** The reason of a record that its author took back within minutes: said by undoing it, and by nothing else. */
        public static final Code UNDONE = Code.of("void-reason/UNDONE");
    }
}
