package brightline.command.interaction;

import brightline.command.fields.FieldReader;
import brightline.command.interaction.EditDocument.NumberedAction;
import brightline.command.interaction.EntryReader.ActionDefaults;
import brightline.command.register.OfficerEntry;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.Stated;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads corrections against the record they correct. Codes have to hold on the day it happened; reasons, today. */
final class CorrectionReader {
    private static final int NOTE = 2_000;

    private final FieldReader fields;
    private final EntryReader entries;
    private final InteractionRecord record;
    private final LocalDate day;

    CorrectionReader(FieldReader fields, InteractionRecord record) {
        this.fields = fields;
        this.entries = new EntryReader(fields);
        this.record = record;
        this.day = fields.day(record.occurredAt());
    }

    /**
     * The reason of an edit.
     *
     * @param list {@code correction-reason} or {@code void-reason}
     */
    @Nullable
    Code reason(EditDocument document, String list) {
        Code reason = fields.required(
                "/reason", document.reason(), fields.code("/reason", document.reason(), list, fields.today()));
        if (InteractionVoided.UNDONE.equals(reason)) {
            fields.wrong("/reason", "wrong-value", "is said by undoing an incident only");
        }
        return reason;
    }

    @Nullable
    Code basis(EditDocument document) {
        return fields.required(
                "/basis",
                document.basis(),
                fields.code("/basis", document.basis(), "correction-basis", fields.today()));
    }

    @Nullable
    Narrative note(@Nullable String note) {
        String text = fields.account("/note", note, NOTE);
        return text == null ? null : new Narrative(text);
    }

    /** The corrected fact; null when it is about statistics, which are sealed, or when something is wrong. */
    @Nullable
    CorrectedFact fact(EditDocument.Correction document) {
        if (document.facts() != 1) {
            fields.wrong("", "one-fact", "must hold exactly one corrected fact");
            return null;
        }
        if (document.conduct() != null) {
            return new CorrectedFact.Conduct(entries.conduct("/conduct", document.conduct(), day));
        }
        if (document.initiator() != null || document.requestedBy() != null) {
            return initiator(document);
        }
        if (document.occurredAt() != null) {
            return occurredAt(document.occurredAt());
        }
        if (document.role() != null) {
            InvolvementRole role = fields.constant("/role", document.role(), InvolvementRole.class);
            return role == null ? null : new CorrectedFact.Role(role);
        }
        if (document.action() != null) {
            return action(document.action());
        }
        if (document.withdrawAction() != null) {
            return new CorrectedFact.ActionWithdrawn(document.withdrawAction());
        }
        if (document.treatmentFacts() == 1) {
            return keepingThreat(entries.treatment()
                    .corrected(
                            document, officer(record.opened().reportingOfficer()), record.highestActionNumber(), day));
        }
        return document.statistics() == null ? settlement(document) : null;
    }

    /** What was stated of a threat is no part of what a correction of calming says. */
    private CorrectedFact.@Nullable OfTreatment keepingThreat(CorrectedFact.@Nullable OfTreatment corrected) {
        DeEscalation before = record.treatment().deEscalation();
        return corrected instanceof CorrectedFact.Calming(var calming) && before != null
                ? new CorrectedFact.Calming(calming.under(before.threat(), before.threatReason()))
                : corrected;
    }

    private CorrectedFact initiator(EditDocument.Correction document) {
        Code initiator = document.initiator() == null
                ? record.initiator()
                : fields.code("/initiator", document.initiator(), "initiator", day);
        Code requestedBy = document.requestedBy() == null && Objects.equals(initiator, record.initiator())
                ? record.requestedBy()
                : fields.code("/requestedBy", document.requestedBy(), "requester", day);
        return new CorrectedFact.Initiator(initiator, requestedBy);
    }

    private @Nullable CorrectedFact occurredAt(String text) {
        Instant moment = fields.moment("/occurredAt", text);
        if (moment == null) {
            return null;
        }
        LocalDate newDay = fields.day(moment);
        Stream<@Nullable Code> recorded = Stream.of(
                        record.conduct().stream(),
                        record.actions().stream().map(PoliceAction::code),
                        Stream.ofNullable(record.initiator()),
                        Stream.ofNullable(record.decision()).map(decision -> decision.outcome()))
                .flatMap(codes -> codes);
        if (!recorded.filter(Objects::nonNull).allMatch(code -> fields.holds(code, newDay))) {
            fields.wrong(
                    "/occurredAt", "code-not-valid-that-day", "lies on a day on which a recorded code does not hold");
        }
        return new CorrectedFact.OccurredAt(moment);
    }

    private @Nullable CorrectedFact settlement(EditDocument.Correction document) {
        var decision = entries.decision(
                "",
                document.outcome(),
                document.arrestLawfullyPossible(),
                document.alternativesConsidered(),
                day,
                record.decision());
        if (decision == null) {
            fields.wrong("", "empty", "must say something about the settlement");
            return null;
        }
        return new CorrectedFact.Settlement(decision);
    }

    private @Nullable CorrectedFact action(NumberedAction sent) {
        Integer number = fields.required("/action/number", sent.number(), sent.number());
        if (number == null) {
            return null;
        }
        PoliceAction recorded = record.action(number).orElseThrow(InteractionRule.ACTION_UNKNOWN::broken);
        var entry = new StudentEntry.Action(
                sent.code() == null ? recorded.code().toString() : sent.code(),
                sent.officer(),
                sent.capacity(),
                sent.imminentThreat(),
                sent.imminenceReason(),
                sent.startedAt(),
                sent.endedAt(),
                sent.legalBasis(),
                sent.referredTo());
        var officer = officer(recorded.officer());
        PoliceAction read = entries.action(
                "/action",
                entry,
                number,
                day,
                new ActionDefaults(officer, recorded.capacity(), recorded.imminence(), recorded.imminenceReason()));
        return read == null ? null : new CorrectedFact.Action(kept(sent, recorded, read));
    }

    private static PoliceAction kept(NumberedAction sent, PoliceAction recorded, PoliceAction read) {
        return new PoliceAction(
                read.number(),
                read.code(),
                sent.officer() == null ? recorded.officer() : read.officer(),
                read.capacity(),
                read.imminence(),
                read.imminenceReason(),
                sent.startedAt() == null ? recorded.startedAt() : read.startedAt(),
                sent.endedAt() == null ? recorded.endedAt() : read.endedAt(),
                sent.legalBasis() == null ? recorded.legalBasis() : read.legalBasis(),
                sent.referredTo() == null ? recorded.referredTo() : read.referredTo());
    }

    private @Nullable OfficerEntry officer(@Nullable OfficerId id) {
        return id == null ? null : fields.register().officer(id).orElse(null);
    }

    /** How a supplement says the student was treated besides, by its editor unless it says otherwise. @param more how many actions it adds */
    Treatment supplementedTreatment(EditDocument.Supplement document, Editor editor, int more) {
        var by = editor.officer() == null ? record.opened().reportingOfficer() : editor.officer();
        return entries.treatment().added(document, officer(by), record.highestActionNumber() + more, day);
    }

    /** The actions a supplement adds, by its editor unless they say otherwise. */
    List<PoliceAction> supplement(EditDocument.Supplement document, Editor editor) {
        var officerId = editor.officer() == null ? record.opened().reportingOfficer() : editor.officer();
        var officer =
                officerId == null ? null : fields.register().officer(officerId).orElse(null);
        Code capacity = officer == null ? null : officer.capacity();
        if (officerId != null && officerId.equals(record.opened().reportingOfficer())) {
            capacity = record.opened().reportingCapacity();
        }
        return entries.actions(
                "/actions",
                document.actions(),
                record.highestActionNumber() + 1,
                day,
                inPhaseOfContact(officer, capacity));
    }

    /** Where the contact had one phase, an action added to it was taken in it. */
    private ActionDefaults inPhaseOfContact(@Nullable OfficerEntry officer, @Nullable Code capacity) {
        List<PoliceAction> actions = record.actions();
        DeEscalation calming = record.treatment().deEscalation();
        if (actions.isEmpty()) {
            return new ActionDefaults(
                    officer, capacity, record.threat(), calming == null ? null : calming.threatReason());
        }
        PoliceAction first = actions.getFirst();
        boolean onePhase = actions.stream().allMatch(action -> action.imminence() == first.imminence());
        return onePhase
                ? new ActionDefaults(officer, capacity, first.imminence(), first.imminenceReason())
                : new ActionDefaults(officer, capacity, Stated.MISSING, null);
    }
}
