package brightline.command.activity;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about activities. The rules are ours. */
enum ActivityRule implements Rule {
    ACTIVITY_UNKNOWN("No activity has this id", null, "Look at the list of activities."),
    ACTIVITY_LOGGED_DIFFERENTLY("The activity is logged with other particulars", null, "Log another activity."),
    ACTIVITY_IN_THE_FUTURE("An activity cannot begin later than now", null, "Log it when it has begun."),
    ACTIVITY_WITHDRAWN_OTHERWISE("The activity is withdrawn for another reason", null, "Log another activity."),
    ACTIVITY_SCHOOL_UNKNOWN("No school has this code", null, "Register the school first."),
    ACTIVITY_OFFICER_UNKNOWN("No officer has this id", null, "Register the officer first.");

    private final Words words;

    ActivityRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
