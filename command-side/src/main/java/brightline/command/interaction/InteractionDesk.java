package brightline.command.interaction;

import brightline.command.fields.FieldReader;
import brightline.command.interaction.EditDocument.SubjectCorrection;
import brightline.command.interaction.EditDocument.Voiding;
import brightline.command.interaction.EditReading.*;
import brightline.command.interaction.InteractionCommand.*;
import brightline.command.interaction.Interactions.Found;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.PersonalPart.*;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionRecord;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Edits recorded contacts: finds the record, reads the edit against it, seals what is personal, and lets the record decide. */
@Component
final class InteractionDesk {
    private final Interactions interactions;
    private final ContactRecorder recorder;
    private final ReferenceRegister registers;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final CountedStudents counted;
    private final RecordingClock clock;
    private final List<RecordWatcher> watchers;

    InteractionDesk(
            Interactions interactions,
            ContactRecorder recorder,
            ReferenceRegister registers,
            PersonalParts parts,
            StudentIndex index,
            CountedStudents counted,
            RecordingClock clock,
            List<RecordWatcher> watchers) {
        this.interactions = interactions;
        this.recorder = recorder;
        this.registers = registers;
        this.parts = parts;
        this.index = index;
        this.counted = counted;
        this.clock = clock;
        this.watchers = List.copyOf(watchers);
    }

    /** One edit on its way: the record it meets and how it is read. */
    private record Edit(Found found, EditReading reading) {
        InteractionRecord record() {
            return found.record();
        }

        FieldReader fields() {
            return reading.fields();
        }

        RegisterEdition register() {
            return reading.register();
        }
    }

    private Edit begin(InteractionEdit edit) {
        Found found = interactions.forEdit(edit.interactionId(), edit.versionSeen(), edit.editor());
        return new Edit(found, new EditReading(found.record(), registers.current(), clock.instant()));
    }

    @CommandHandler
    InteractionAnswer on(InteractionEdit command) throws Exception {
        Edit edit = begin(command);
        return switch (command.document()) {
            case EditDocument.Correction document -> corrected(edit, document);
            case SubjectCorrection document -> studentCorrected(edit, document);
            case EditDocument.Supplement document -> supplemented(edit, document, command.editor());
            case Voiding document -> voided(edit, document);
        };
    }

    private InteractionAnswer corrected(Edit edit, EditDocument.Correction document) {
        CorrectedFact fact = edit.reading().reader().fact(document);
        Why why = edit.reading().why(document, EditReading.CORRECTION);
        Narrative note = edit.reading().reader().note(document.note());
        Statistics stated = document.statistics() == null ? null : statistics(edit, document.statistics());
        edit.reading().findings().refuseIfAny();

        InteractionRecord record = edit.record();
        CaseSecrets secrets = parts.existingCase(record.subject());
        Correction correction = correction(why, secrets.seal(note));
        if (fact != null) {
            decide(edit, new CorrectFact(record.interactionId(), fact, correction));
        }
        Statistics statistics = fact instanceof CorrectedFact.OccurredAt moved ? asOfTheDay(moved, edit) : stated;
        if (statistics != null && !Optional.of(statistics).equals(recordedStatistics(record))) {
            SecretRef sealed = Objects.requireNonNull(secrets.seal(statistics));
            decide(edit, new CorrectFact(record.interactionId(), new CorrectedFact.Statistics(sealed), correction));
        }
        return settled(edit, secrets);
    }

    private Statistics statistics(Edit edit, StudentEntry.Stats sent) {
        Statistics read = edit.reading().statistics(sent, null);
        Optional<Statistics> recorded = recordedStatistics(edit.record());
        if (read == null) {
            edit.fields().wrong("/statistics", "empty", "must say something");
            return recorded.orElse(Statistics.NONE);
        }
        return recorded.map(before -> overlaid(before, read, sent)).orElse(read);
    }

    private static Statistics overlaid(Statistics before, Statistics read, StudentEntry.Stats sent) {
        return new Statistics(
                sent.race() == null ? before.race() : read.race(),
                sent.sex() == null ? before.sex() : read.sex(),
                sent.gradeBand() == null ? before.gradeBand() : read.gradeBand(),
                sent.age() == null ? before.age() : read.age(),
                sent.disability() == null ? before.disability() : read.disability(),
                sent.englishLearner() == null ? before.englishLearner() : read.englishLearner(),
                before.pseudonym(),
                before.list());
    }

    private Optional<Statistics> recordedStatistics(InteractionRecord record) {
        return parts.open(record.statistics(), Statistics.class);
    }

    /**
     * A contact moved to another day counts under the pseudonym of that day's school year, and the student is as old as on that
     * day where the birth date is recorded; null when no statistics are.
     */
    private @Nullable Statistics asOfTheDay(CorrectedFact.OccurredAt moved, Edit edit) {
        Statistics recorded = recordedStatistics(edit.record()).orElse(null);
        if (recorded == null) {
            return null;
        }
        LocalDate day = edit.fields().day(moved.occurredAt());
        Statistics aged = parts.open(edit.record().identity(), Identity.class)
                .map(identity -> identity.ageOn(day))
                .map(recorded::aged)
                .orElse(recorded);
        return index.studentOf(edit.record().subject())
                .map(student -> counted.of(Set.of(student)).of(aged, student, moved.occurredAt(), edit.register()))
                .orElse(aged);
    }

    private InteractionAnswer studentCorrected(Edit edit, SubjectCorrection document) throws Exception {
        InteractionRecord record = edit.record();
        OtherStudent other = edit.reading().student(document);
        Identity identity = other.identity();
        SchoolCode home = other.homeSchool();
        Why why = edit.reading().why(document, EditReading.CORRECTION);
        Narrative note = edit.reading().reader().note(document.note());
        edit.reading().findings().refuseIfAny();
        if (record.voided()) {
            throw InteractionRule.INTERACTION_VOIDED.broken();
        }
        if (Optional.ofNullable(identity).equals(parts.open(record.identity(), Identity.class))
                && Objects.equals(home, record.homeSchool())) {
            return answer(edit);
        }
        CaseSecrets secrets = recorder.reopened(record, other.told().of(identity), "/student");
        StudentId student = index.studentOf(secrets.subject()).orElse(null);
        decide(
                edit,
                new CorrectSubject(
                        record.interactionId(),
                        secrets.subject(),
                        home,
                        secrets.seal(identity),
                        secrets.seal(counted.of(Collections.singletonList(student))
                                .statistics(other.statistics(), student, record.occurredAt(), edit.register())),
                        correction(why, secrets.seal(note))));
        watchers.forEach(watcher -> watcher.moved(record.interactionId(), secrets.subject()));
        return settled(edit, secrets);
    }

    private InteractionAnswer supplemented(Edit edit, EditDocument.Supplement document, Editor editor) {
        InteractionRecord record = edit.record();
        Added added = edit.reading().added(document, editor);
        Why why = edit.reading().why(document, EditReading.CORRECTION);
        edit.reading().findings().refuseIfAny();

        CaseSecrets secrets = parts.existingCase(record.subject());
        decide(
                edit,
                new Supplement(
                        record.interactionId(),
                        secrets.seal(added.narrative()),
                        added.actions(),
                        added.treatment(),
                        correction(why, null)));
        return settled(edit, secrets);
    }

    private InteractionAnswer voided(Edit edit, Voiding document) {
        Why why = edit.reading().why(document, EditReading.VOIDING);
        Narrative note = edit.reading().reader().note(document.note());
        edit.reading().findings().refuseIfAny();

        CaseSecrets secrets = parts.existingCase(edit.record().subject());
        decide(edit, new VoidInteraction(edit.record().interactionId(), correction(why, secrets.seal(note))));
        watchers.forEach(watcher -> watcher.voided(edit.record().interactionId()));
        return settled(edit, secrets);
    }

    private static Correction correction(Why why, @Nullable SecretRef note) {
        return new Correction(Objects.requireNonNull(why.reason()), Objects.requireNonNull(why.basis()), note);
    }

    private static void decide(Edit edit, InteractionCommand command) {
        edit.found().aggregate().execute(interaction -> interaction.decide(command));
    }

    /** Keeps what was sealed only if an event refers to it. */
    private InteractionAnswer settled(Edit edit, CaseSecrets secrets) {
        if (edit.found().aggregate().version() > edit.found().version()) {
            parts.store(List.of(secrets));
        }
        return answer(edit);
    }

    private static InteractionAnswer answer(Edit edit) {
        return ContactRecorder.answer(edit.found().aggregate(), edit.register());
    }
}
