package brightline.command.interaction;

import brightline.command.interaction.InteractionCommand.*;
import brightline.command.interaction.Interactions.Seen;
import brightline.command.register.ReferenceRegister;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.Correction;
import brightline.events.InteractionId;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an edit would do to a contact, read and decided like the edit itself; nothing is written, sealed or looked up. */
@Component
final class EditPreview {
    private static final SecretRef SOME_ACCOUNT = new SecretRef(new SecretId(new UUID(0, 0)), "");

    private final Interactions interactions;
    private final ReferenceRegister registers;
    private final RecordingClock clock;

    EditPreview(Interactions interactions, ReferenceRegister registers, RecordingClock clock) {
        this.interactions = interactions;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * The edit that is to be looked at, under the name of its kind: exactly one.
     *
     * @param voiding named {@code void} in the document
     */
    record Document(
            EditDocument.@Nullable Correction correction,
            EditDocument.@Nullable SubjectCorrection subjectCorrection,
            EditDocument.@Nullable Supplement supplement,

            @com.fasterxml.jackson.annotation.JsonProperty("void")
            EditDocument.@Nullable Voiding voiding) {

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * How the contact is read now, and how it would be.
     *
     * @param versionSeen the version its sender saw
     * @throws ProblemException as the edit itself would
     * @throws brightline.command.submission.CommandRejected when a rule refuses the edit. That another contact of the incident is
     *     about the same student is only found when it is recorded
     */
    PreviewAnswer of(InteractionId id, long versionSeen, Editor editor, Document document) {
        long kinds = Stream.of(
                        document.correction(), document.subjectCorrection(), document.supplement(), document.voiding())
                .filter(Objects::nonNull)
                .count();
        Seen seen = interactions.forPreview(id, versionSeen, editor);
        if (kinds != 1) {
            throw new ProblemException(Problem.invalid(List.of(
                    new FieldProblem("", "one-edit", "must hold exactly one edit under the name of its kind"))));
        }
        EditReading reading = new EditReading(seen.state().record(), registers.current(), clock.instant());
        InteractionCommand command = command(document, reading, editor);
        InteractionRecord before = seen.state().record();
        InteractionRecord after = before;
        boolean changes = command == null && !before.voided();
        if (command == null && before.voided()) {
            throw InteractionRule.INTERACTION_VOIDED.broken();
        }
        if (command != null) {
            for (InteractionEvent event : InteractionDecider.decide(command, seen.state())) {
                after = InteractionRecord.evolve(after, event);
                changes = true;
            }
        }
        return new PreviewAnswer(
                seen.version(),
                changes,
                InteractionAnswer.of(before, seen.version(), reading.register()),
                InteractionAnswer.of(after, seen.version(), reading.register()));
    }

    /** The command the edit becomes; null for one that no class rests on. */
    private static @Nullable InteractionCommand command(Document document, EditReading reading, Editor editor) {
        InteractionId id = reading.record().interactionId();
        if (document.voiding() != null) {
            reading.reader().note(document.voiding().note());
            Correction why = why(reading, document.voiding(), EditReading.VOIDING, "/void");
            return new VoidInteraction(id, why);
        }
        if (document.supplement() != null) {
            EditReading.Added added = reading.added(document.supplement(), editor);
            Correction why = why(reading, document.supplement(), EditReading.CORRECTION, "/supplement");
            return new Supplement(
                    id, added.narrative() == null ? null : SOME_ACCOUNT, added.actions(), added.treatment(), why);
        }
        if (document.subjectCorrection() != null) {
            reading.student(document.subjectCorrection());
            reading.reader().note(document.subjectCorrection().note());
            why(reading, document.subjectCorrection(), EditReading.CORRECTION, "/subjectCorrection");
            return null;
        }
        EditDocument.Correction correction = Objects.requireNonNull(document.correction());
        CorrectedFact fact = reading.reader().fact(correction);
        reading.reader().note(correction.note());
        if (correction.statistics() != null && reading.statistics(correction.statistics(), null) == null) {
            reading.fields().wrong("/statistics", "empty", "must say something");
        }
        Correction why = why(reading, correction, EditReading.CORRECTION, "/correction");
        return fact == null ? null : new CorrectFact(id, fact, why);
    }

    /** @throws ProblemException with all that is wrong with the edit */
    private static Correction why(EditReading reading, EditDocument document, String reasons, String within) {
        EditReading.Why why = reading.why(document, reasons);
        reading.findings().refuseIfAny(within);
        return new Correction(Objects.requireNonNull(why.reason()), Objects.requireNonNull(why.basis()), null);
    }
}
