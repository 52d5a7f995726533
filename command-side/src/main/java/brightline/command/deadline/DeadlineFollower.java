package brightline.command.deadline;

import brightline.command.deadline.DeadlineCommand.*;
import brightline.command.follow.Follower;
import brightline.command.follow.FollowerCommands;
import brightline.command.follow.RecordedStream;
import brightline.command.follow.RecordedStream.Entry;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.InvolvementRole;
import brightline.events.code.ArrestKind;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRule.Trigger;
import brightline.events.deadline.DeadlineRules;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import brightline.events.officer.OfficerEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sets the deadlines that follow from what was recorded, moves them with what sets them, meets the one for training when the course or
 * its waiver is recorded, and cancels them when it turns out not to have happened. A row that was switched off sets none from then on; what it has set stays.
 */
@Component
class DeadlineFollower implements Follower {
    static final String NAME = "deadlines";
    private static final Code SRO = Code.of("capacity/SRO");
    private static final Code COURSE = Code.of("training-topic/SRO_COURSE");
    private static final Code VOIDED = Code.of("deadline-cancellation/TRIGGER_VOIDED");
    private static final Code CORRECTED = Code.of("deadline-cancellation/TRIGGER_CORRECTED");

    private final FollowerCommands commands;
    private final RecordedStreams streams;
    private final RulesInUse rules;
    private final ReferenceRegister register;

    DeadlineFollower(FollowerCommands commands, RecordedStreams streams, RulesInUse rules, ReferenceRegister register) {
        this.commands = commands;
        this.streams = streams;
        this.rules = rules;
        this.register = register;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                InteractionOpened.class,
                ConductCoded.class,
                ActionTaken.class,
                StudentCited.class,
                StudentArrested.class,
                InteractionCorrected.class,
                InteractionVoided.class,
                OfficerRegistered.class,
                CapacityChanged.class,
                AssignmentStarted.class,
                AssignmentWithdrawn.class,
                TrainingCompleted.class,
                TrainingWaived.class,
                TrainingWithdrawn.class);
    }

    @Override
    public void look(RecordedStream stream) {
        if (stream.first() instanceof OfficerRegistered registered) {
            assignments(stream, registered);
        } else if (stream.isEnteredContact()) {
            contact(Objects.requireNonNull(stream.contact()));
        }
    }

    private void contact(InteractionRecord record) {
        RegisterEdition known = register.current();
        ZoneId zone = known.agency().zone();
        List<DeadlineRule> inUse = rules.of(known);
        for (DeadlineRule rule : inUse) {
            triggered(rule, record)
                    .filter(at -> rule.validOn(at.atZone(zone).toLocalDate()))
                    .ifPresent(at -> send(new SetDeadline(
                            DeadlineId.of(record.interactionId().toString(), rule.rule()),
                            rule.rule(),
                            record.interactionId(),
                            null,
                            null,
                            at,
                            rule.dueAt(at, zone),
                            rule.responsible(),
                            rule.source(),
                            rule.verified())));
        }
        cancelWhatIsGone(record);
    }

    /** Of all rows there are: the agency may have been bound by others when it was set. */
    private void cancelWhatIsGone(InteractionRecord record) {
        List<DeadlineId> gone = DeadlineRules.standard().stream()
                .filter(rule -> triggered(rule, record).isEmpty())
                .map(rule -> DeadlineId.of(record.interactionId().toString(), rule.rule()))
                .toList();
        Set<String> set =
                streams.existing(gone.stream().map(DeadlineId::toString).toList());
        gone.stream()
                .filter(id -> set.contains(id.toString()))
                .forEach(id -> send(new CancelDeadline(id, record.voided() ? VOIDED : CORRECTED)));
    }

    /** When the contact set off a deadline of this rule; empty where it does not, or no longer does. */
    static Optional<Instant> triggered(DeadlineRule rule, InteractionRecord record) {
        if (record.voided()) {
            return Optional.empty();
        }
        return switch (rule.trigger()) {
            case ARREST -> first(record, ArrestKind.CUSTODIAL);
            case TICKET -> first(record, ArrestKind.PAPER);
            case CONDUCT ->
                record.role() == InvolvementRole.SUBJECT && !Collections.disjoint(rule.conduct(), record.conduct())
                        ? Optional.of(record.occurredAt())
                        : Optional.empty();
            case SRO_ASSIGNED -> Optional.empty();
        };
    }

    private static Optional<Instant> first(InteractionRecord record, ArrestKind kind) {
        return record.actions().stream()
                .filter(action -> ArrestKind.of(action.code()) == kind)
                .map(action -> action.startedAt() == null ? record.occurredAt() : action.startedAt())
                .min(Instant::compareTo);
    }

    private void assignments(RecordedStream stream, OfficerRegistered registered) {
        Code capacity = registered.capacity();
        for (Entry entry : stream.entries()) {
            if (entry.event() instanceof CapacityChanged changed) {
                capacity = changed.capacity();
            }
        }
        if (!capacity.equals(SRO)) {
            return;
        }
        RegisterEdition known = register.current();
        ZoneId zone = known.agency().zone();
        Set<AssignmentStarted> withdrawn = withdrawn(stream);
        Optional<TrainedOn> trained = trained(stream);
        for (DeadlineRule rule : rules.of(known)) {
            if (rule.trigger() != Trigger.SRO_ASSIGNED) {
                continue;
            }
            for (Entry entry : stream.entries()) {
                if (!(entry.event() instanceof AssignmentStarted started) || !rule.validOn(started.from())) {
                    continue;
                }
                DeadlineId id =
                        DeadlineId.of(started.officerId() + "/" + started.school() + "/" + started.from(), rule.rule());
                Instant at = started.from().atStartOfDay(zone).toInstant();
                if (withdrawn.contains(started)) {
                    if (!streams.existing(List.of(id.toString())).isEmpty()) {
                        send(new CancelDeadline(id, VOIDED));
                    }
                    continue;
                }
                send(new SetDeadline(
                        id,
                        rule.rule(),
                        null,
                        started.officerId(),
                        started.school(),
                        at,
                        rule.dueAt(at, zone),
                        rule.responsible(),
                        rule.source(),
                        rule.verified()));
                trained.ifPresent(course -> send(
                        new MeetDeadline(id, course.day().atStartOfDay(zone).toInstant(), null, course.recordedAt())));
            }
        }
    }

    private static Set<AssignmentStarted> withdrawn(RecordedStream stream) {
        return stream.entries().stream()
                .map(Entry::event)
                .filter(AssignmentWithdrawn.class::isInstance)
                .map(AssignmentWithdrawn.class::cast)
                .map(gone -> new AssignmentStarted(gone.officerId(), gone.school(), gone.from()))
                .collect(Collectors.toSet());
    }

    /** When the state board's course was done or waived, and when that was recorded. */
    private record TrainedOn(LocalDate day, Instant recordedAt) {}

    /** The first that stands: one that was withdrawn never was. */
    private static Optional<TrainedOn> trained(RecordedStream stream) {
        Map<LocalDate, TrainedOn> standing = new LinkedHashMap<>();
        for (Entry entry : stream.entries()) {
            if (entry.event() instanceof TrainingEvent training
                    && training.topic().equals(COURSE)) {
                switch (training) {
                    case TrainingCompleted(var _, var _, var day, var _, var _) ->
                        standing.putIfAbsent(day, new TrainedOn(day, entry.recordedAt()));
                    case TrainingWaived(var _, var _, var day, var _, var _) ->
                        standing.putIfAbsent(day, new TrainedOn(day, entry.recordedAt()));
                    case TrainingWithdrawn(var _, var _, var day, var _) -> standing.remove(day);
                }
            }
        }
        return standing.values().stream().findFirst();
    }

    private void send(DeadlineCommand command) {
        commands.send(this, command, DeadlineAnswer.class);
    }
}
