package brightline.command.activity;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about activities. The rules are ours. */
enum ActivityRule implements Rule {
    ACTIVITY_UNKNOWN("activity-unknown", "No activity has this id", null, "Look at the list of activities."),
    ACTIVITY_LOGGED_DIFFERENTLY(
            "activity-logged-differently",
            "The activity is logged with other particulars",
            null,
            "Log another activity."),
    ACTIVITY_IN_THE_FUTURE(
            "activity-in-the-future", "An activity cannot begin later than now", null, "Log it when it has begun."),
    ACTIVITY_WITHDRAWN_OTHERWISE(
            "activity-withdrawn-otherwise",
            "The activity is withdrawn for another reason",
            null,
            "Log another activity."),
    ACTIVITY_SCHOOL_UNKNOWN("activity-school-unknown", "No school has this code", null, "Register the school first."),
    ACTIVITY_OFFICER_UNKNOWN("activity-officer-unknown", "No officer has this id", null, "Register the officer first.");

    private final String code;
    private final String title;
    private final @Nullable String source;
    private final String action;

    ActivityRule(String code, String title, @Nullable String source, String action) {
        this.code = code;
        this.title = title;
        this.source = source;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public @Nullable String source() {
        return source;
    }

    @Override
    public String action() {
        return action;
    }
}
