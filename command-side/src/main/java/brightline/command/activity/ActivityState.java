package brightline.command.activity;

import brightline.events.Code;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import org.jspecify.annotations.Nullable;

/** What decisions about an activity need to remember. */
sealed interface ActivityState {
    record Unknown() implements ActivityState {}

    /** @param withdrawn why it counts nowhere; null while it counts */
    record Logged(ActivityLogged as, @Nullable Code withdrawn) implements ActivityState {}
}
