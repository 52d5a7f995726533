package brightline.command.deadline;

import brightline.command.deadline.DeadlineCommand.*;
import brightline.command.deadline.DeadlineState.*;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineEvent.*;
import java.util.List;
import java.util.Objects;

/** Decides about deadlines. One that was missed can still be met, late; one whose trigger moved begins again. */
final class DeadlineDecider {
    private DeadlineDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<DeadlineEvent> decide(DeadlineCommand command, DeadlineState state) {
        return switch (command) {
            case SetDeadline set ->
                switch (state) {
                    case Unknown _, Cancelled _ -> List.of(begun(set));
                    case Waiting waiting -> moved(set, waiting);
                    case Met met -> moved(set, met.before());
                };
            case MeetDeadline meet -> meet(meet, state);
            case MissDeadline(var id, var now) ->
                switch (state) {
                    case Unknown _ -> throw DeadlinesRule.DEADLINE_UNKNOWN.broken();
                    case Met _, Cancelled _ -> List.of();
                    case Waiting waiting -> {
                        if (waiting.missed()) {
                            yield List.of();
                        }
                        if (!now.isAfter(waiting.dueAt())) {
                            throw DeadlinesRule.NOT_YET_DUE.broken();
                        }
                        yield List.of(new DeadlineMissed(id, waiting.dueAt()));
                    }
                };
            case CancelDeadline(var id, var reason) ->
                switch (state) {
                    case Unknown _ -> throw DeadlinesRule.DEADLINE_UNKNOWN.broken();
                    case Cancelled _ -> List.of();
                    case Waiting _, Met _ -> List.of(new DeadlineCancelled(id, reason));
                };
        };
    }

    private static DeadlineSet begun(SetDeadline set) {
        return new DeadlineSet(
                set.deadlineId(),
                set.rule(),
                set.interactionId(),
                set.officerId(),
                set.school(),
                set.triggeredAt(),
                set.dueAt(),
                set.responsible(),
                set.source(),
                set.verified());
    }

    private static List<DeadlineEvent> moved(SetDeadline set, Waiting waiting) {
        return set.triggeredAt().equals(waiting.triggeredAt()) && set.dueAt().equals(waiting.dueAt())
                ? List.of()
                : List.of(new DeadlineMoved(set.deadlineId(), set.triggeredAt(), set.dueAt()));
    }

    private static List<DeadlineEvent> meet(MeetDeadline meet, DeadlineState state) {
        return switch (state) {
            case Unknown _ -> throw DeadlinesRule.DEADLINE_UNKNOWN.broken();
            case Cancelled _ -> throw DeadlinesRule.DEADLINE_CANCELLED.broken();
            case Met(var _, var metAt, var manner) -> {
                if (!metAt.equals(meet.metAt()) || !Objects.equals(manner, meet.manner())) {
                    throw DeadlinesRule.MET_OTHERWISE.broken();
                }
                yield List.of();
            }
            case Waiting waiting -> {
                if (!waiting.aboutOfficer() && meet.metAt().isBefore(waiting.triggeredAt())) {
                    throw DeadlinesRule.MET_BEFORE_IT_BEGAN.broken();
                }
                if (meet.metAt().isAfter(meet.now())) {
                    throw DeadlinesRule.MET_IN_THE_FUTURE.broken();
                }
                yield List.of(new DeadlineMet(meet.deadlineId(), meet.metAt(), meet.manner()));
            }
        };
    }

    static DeadlineState evolve(DeadlineState state, DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet set -> new Waiting(set.triggeredAt(), set.dueAt(), set.officerId() != null, false);
            case DeadlineMoved moved ->
                switch (state) {
                    case Waiting waiting -> moved(waiting, moved);
                    case Met(var before, var metAt, var manner) -> new Met(moved(before, moved), metAt, manner);
                    case Unknown _, Cancelled _ -> state;
                };
            case DeadlineMet met ->
                state instanceof Waiting waiting ? new Met(waiting, met.metAt(), met.manner()) : state;
            case DeadlineMissed _ ->
                state instanceof Waiting waiting
                        ? new Waiting(waiting.triggeredAt(), waiting.dueAt(), waiting.aboutOfficer(), true)
                        : state;
            case DeadlineCancelled _ ->
                switch (state) {
                    case Waiting waiting -> new Cancelled(waiting);
                    case Met met -> new Cancelled(met.before());
                    case Unknown _, Cancelled _ -> state;
                };
        };
    }

    private static Waiting moved(Waiting waiting, DeadlineMoved moved) {
        return new Waiting(moved.triggeredAt(), moved.dueAt(), waiting.aboutOfficer(), false);
    }
}
