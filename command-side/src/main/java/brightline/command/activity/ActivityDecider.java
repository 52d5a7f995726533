package brightline.command.activity;

import brightline.command.activity.ActivityCommand.LogActivity;
import brightline.command.activity.ActivityCommand.WithdrawActivity;
import brightline.command.activity.ActivityState.Logged;
import brightline.command.activity.ActivityState.Unknown;
import brightline.events.activity.ActivityEvent;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import brightline.events.activity.ActivityEvent.ActivityWithdrawn;
import java.util.List;

final class ActivityDecider {
    private ActivityDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<ActivityEvent> decide(ActivityCommand command, ActivityState state) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case LogActivity log -> log(log);
                    case WithdrawActivity _ -> throw ActivityRule.ACTIVITY_UNKNOWN.broken();
                };
            case Logged(var as, var withdrawn) ->
                switch (command) {
                    case LogActivity log -> {
                        if (!as.equals(logged(log))) {
                            throw ActivityRule.ACTIVITY_LOGGED_DIFFERENTLY.broken();
                        }
                        yield List.of();
                    }
                    case WithdrawActivity(var id, var reason) -> {
                        if (withdrawn != null && !withdrawn.equals(reason)) {
                            throw ActivityRule.ACTIVITY_WITHDRAWN_OTHERWISE.broken();
                        }
                        yield withdrawn == null ? List.of(new ActivityWithdrawn(id, reason)) : List.of();
                    }
                };
        };
    }

    private static List<ActivityEvent> log(LogActivity command) {
        if (!command.officerKnown()) {
            throw ActivityRule.ACTIVITY_OFFICER_UNKNOWN.broken();
        }
        if (!command.schoolKnown()) {
            throw ActivityRule.ACTIVITY_SCHOOL_UNKNOWN.broken();
        }
        if (command.startedAt().isAfter(command.now())) {
            throw ActivityRule.ACTIVITY_IN_THE_FUTURE.broken();
        }
        return List.of(logged(command));
    }

    private static ActivityLogged logged(LogActivity command) {
        return new ActivityLogged(
                command.activityId(),
                command.officerId(),
                command.school(),
                command.kind(),
                command.startedAt(),
                command.minutes(),
                command.students());
    }

    static ActivityState evolve(ActivityState state, ActivityEvent event) {
        return switch (event) {
            case ActivityLogged logged -> new Logged(logged, null);
            case ActivityWithdrawn(var _, var reason) ->
                state instanceof Logged(var as, var _) ? new Logged(as, reason) : state;
        };
    }
}
