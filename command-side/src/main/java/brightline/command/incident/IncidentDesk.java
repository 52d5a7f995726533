package brightline.command.incident;

import brightline.command.fields.FieldReader;
import brightline.command.follow.RecordedStream;
import brightline.command.follow.RecordedStreams;
import brightline.command.incident.IncidentCommand.*;
import brightline.command.incident.IncidentEdit.*;
import brightline.command.incident.IncidentState.Open;
import brightline.command.interaction.ContactRecorder;
import brightline.command.interaction.InteractionAnswer;
import brightline.command.interaction.Interactions;
import brightline.command.interaction.StudentContact;
import brightline.command.interaction.UndoneContacts;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Findings;
import brightline.command.submission.Streams;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records incidents and edits them; each command in one transaction over all its streams (ADR 25). */
@Component
final class IncidentDesk {
    private final Configuration axon;
    private final Streams streams;
    private final ReferenceRegister registers;
    private final ContactRecorder contacts;
    private final Interactions interactions;
    private final IncidentNumbers numbers;
    private final IncidentLinks links;
    private final RecordingClock clock;
    private final RecordedStreams log;
    private final UndoneContacts contactsUndone;
    private final UndoWindow window;

    IncidentDesk(
            Configuration axon,
            Streams streams,
            ReferenceRegister registers,
            ContactRecorder contacts,
            Interactions interactions,
            IncidentNumbers numbers,
            IncidentLinks links,
            RecordingClock clock,
            RecordedStreams log,
            UndoneContacts contactsUndone,
            UndoWindow window) {
        this.axon = axon;
        this.streams = streams;
        this.registers = registers;
        this.contacts = contacts;
        this.interactions = interactions;
        this.numbers = numbers;
        this.links = links;
        this.clock = clock;
        this.log = log;
        this.contactsUndone = contactsUndone;
        this.window = window;
    }

    @CommandHandler
    IncidentAnswer on(RecordIncident command) throws Exception {
        RegisterEdition register = registers.current();
        IncidentNumbers.Number number = numbers.next(register.agency().zone());
        var opened = new IncidentOpened(
                command.incidentId(),
                number.text(),
                command.school(),
                command.place(),
                command.inSession(),
                command.occurredAt(),
                command.references(),
                command.contacts().stream().map(StudentContact::interactionId).toList(),
                command.source());
        Aggregate<Incident> incident = repository().newInstance(() -> new Incident(new OpenIncident(opened)));
        List<InteractionAnswer> recorded = contacts.record(
                command.incidentId(), command.contacts(), place -> "/students/" + place, command.source(), register);
        return new IncidentAnswer(
                command.incidentId(),
                number.text(),
                incident.version(),
                recorded,
                number.takenAt().plus(UndoWindow.LENGTH));
    }

    @CommandHandler
    IncidentAnswer on(AddStudent command) throws Exception {
        Edit edit = begin(command);
        StudentContact contact = new DocumentReader(edit.fields())
                .readAdded(
                        command.entry(),
                        command.interactionId(),
                        edit.open().opened().occurredAt(),
                        command.editor().officer(),
                        command.editor().anyRecord());
        edit.findings().refuseIfAny();
        decide(edit, new AddInteraction(command.incidentId(), command.interactionId()));
        List<InteractionAnswer> recorded = contacts.record(
                command.incidentId(),
                List.of(Objects.requireNonNull(contact)),
                _ -> "",
                edit.open().opened().source(),
                edit.register());
        return answer(edit, recorded);
    }

    @CommandHandler
    IncidentAnswer on(MoveToSchool command) {
        Edit edit = begin(command);
        var document = command.document();
        SchoolCode to = edit.fields()
                .required("/school", document.school(), edit.fields().school("/school", document.school()));
        Correction correction = correction(edit, document.reason(), document.basis());
        edit.findings().refuseIfAny();
        decide(
                edit,
                new CorrectSchool(
                        command.incidentId(), Objects.requireNonNull(to), Objects.requireNonNull(correction)));
        return answer(edit, List.of());
    }

    @CommandHandler
    IncidentAnswer on(LinkToPrimary command) {
        Edit edit = begin(command);
        var document = command.document();
        IncidentId primary = primary(edit, document.primary());
        Correction correction = correction(edit, document.reason(), document.basis());
        edit.findings().refuseIfAny();
        links.oneAtATime();
        var link = new LinkIncident(
                command.incidentId(),
                Objects.requireNonNull(primary),
                links.isLinked(primary),
                links.hasDoubles(command.incidentId()),
                Objects.requireNonNull(correction));
        decide(edit, link);
        if (edit.incident().version() > edit.version()) {
            links.add(command.incidentId(), primary);
        }
        return answer(edit, List.of());
    }

    /** A second time, nothing new is said. */
    @CommandHandler
    IncidentAnswer on(UndoIncident command) {
        IncidentId id = command.incidentId();
        RecordedStream recording = log.read(id.toString());
        Edit edit = begin(command, recording);
        List<InteractionId> undone = edit.open().interactions();
        List<RecordedStream> streams =
                log.readAll(undone.stream().map(InteractionId::toString).toList());
        if (!streams.stream().allMatch(IncidentDesk::isUndone)) {
            refuseUndoing(command, recording, streams);
        }
        List<InteractionAnswer> answers = new ArrayList<>();
        for (int i = 0; i < undone.size(); i++) {
            answers.add(
                    contactsUndone.undo(undone.get(i), streams.get(i).entries().size() - 1, edit.register()));
        }
        return answer(edit, answers);
    }

    /** Its author finds it, and those who may edit it. */
    private Edit begin(UndoIncident command, RecordedStream recording) {
        return isAuthor(command, recording) ? begin(command, command.versionSeen(), _ -> true) : begin(command);
    }

    private static boolean isAuthor(UndoIncident command, RecordedStream recording) {
        return !recording.entries().isEmpty()
                && command.account().equals(recording.entries().getFirst().actor());
    }

    private static boolean isUndone(RecordedStream contact) {
        return contact.entries().stream()
                .anyMatch(entry -> entry.event() instanceof InteractionVoided voided
                        && voided.correction().reason().equals(InteractionVoided.UNDONE));
    }

    private void refuseUndoing(UndoIncident command, RecordedStream recording, List<RecordedStream> contacts) {
        if (!isAuthor(command, recording)) {
            throw IncidentRule.UNDO_BY_ITS_AUTHOR_ONLY.broken();
        }
        RecordedStream.Entry opened = recording.entries().getFirst();
        boolean changed = recording.entries().size() > 1
                || links.hasDoubles(command.incidentId())
                || contacts.stream()
                        .flatMap(contact -> contact.entries().stream())
                        .anyMatch(entry -> !entry.submission().equals(opened.submission()));
        if (changed) {
            throw IncidentRule.CHANGED_SINCE_RECORDED.broken();
        }
        if (!window.isOpen(opened.recordedAt())) {
            throw IncidentRule.UNDO_TIME_OVER.broken();
        }
    }

    private @Nullable IncidentId primary(Edit edit, @Nullable String sent) {
        FieldReader fields = edit.fields();
        Optional<IncidentId> primary = Optional.ofNullable(sent)
                .flatMap(FieldReader::uuid)
                .map(IncidentId::new)
                .filter(id -> id.equals(edit.open().opened().incidentId()) || find(id).isPresent());
        if (sent == null) {
            fields.wrong("/primary", "missing", "must be given");
        } else if (primary.isEmpty()) {
            fields.wrong("/primary", "unknown-incident", "is no incident");
        }
        return primary.orElse(null);
    }

    private static @Nullable Correction correction(Edit edit, @Nullable String reason, @Nullable String basis) {
        FieldReader fields = edit.fields();
        LocalDate today = fields.today();
        Code why = fields.required("/reason", reason, fields.code("/reason", reason, "correction-reason", today));
        Code on = fields.required("/basis", basis, fields.code("/basis", basis, "correction-basis", today));
        return why == null || on == null ? null : new Correction(why, on, null);
    }

    /** One edit on its way: the incident it meets and what was found wrong with it so far. */
    private record Edit(
            Aggregate<Incident> incident,
            Open open,
            long version,
            RegisterEdition register,
            Findings findings,
            FieldReader fields) {}

    private record Found(Aggregate<Incident> incident, Open open, long version) {}

    private Edit begin(IncidentEdit edit) {
        return begin(
                edit,
                edit.versionSeen(),
                open -> edit.editor().anyRecord()
                        || open.interactions().stream().anyMatch(id -> interactions.mayEdit(id, edit.editor())));
    }

    private Edit begin(IncidentEdit edit, long versionSeen, Predicate<Open> mayEdit) {
        Found found = find(edit.incidentId())
                .filter(one -> mayEdit.test(one.open()))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (found.version() != versionSeen) {
            throw SubmissionProblem.stale(found.version());
        }
        RegisterEdition register = registers.current();
        Findings findings = new Findings();
        FieldReader fields = new FieldReader(findings, register, clock.instant());
        return new Edit(found.incident(), found.open(), found.version(), register, findings, fields);
    }

    /** Asks the log before the repository: a cached incident may be older than what another node wrote. */
    private Optional<Found> find(IncidentId id) {
        Optional<Long> stored = streams.version(id.toString(), Incident.class);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Aggregate<Incident> incident = repository().load(id.toString());
        Open open = incident.invoke(Incident::open);
        if (open == null) {
            return Optional.empty();
        }
        if (!stored.get().equals(incident.version())) {
            throw new ConcurrencyException("The incident was written elsewhere");
        }
        return Optional.of(new Found(incident, open, stored.get()));
    }

    private static void decide(Edit edit, IncidentCommand command) {
        edit.incident().execute(incident -> incident.decide(command));
    }

    private static IncidentAnswer answer(Edit edit, List<InteractionAnswer> recorded) {
        IncidentOpened opened = edit.open().opened();
        return new IncidentAnswer(
                opened.incidentId(), opened.number(), edit.incident().version(), recorded, null);
    }

    private Repository<Incident> repository() {
        return axon.repository(Incident.class);
    }
}
