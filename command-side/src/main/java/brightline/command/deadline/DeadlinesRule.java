package brightline.command.deadline;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about deadlines. */
enum DeadlinesRule implements Rule {
    DEADLINE_UNKNOWN("deadline-unknown", "No deadline has this id", null, "Look at the list of deadlines."),
    DEADLINE_CANCELLED(
            "deadline-cancelled",
            "The deadline was canceled: what set it did not happen",
            null,
            "Nothing is to be done."),
    MET_BEFORE_IT_BEGAN(
            "met-before-it-began",
            "It cannot have been done before it was asked for",
            null,
            "Give the moment it was done."),
    MET_IN_THE_FUTURE(
            "met-in-the-future", "It cannot have been done later than now", null, "Give the moment it was done."),
    MET_OTHERWISE(
            "met-otherwise",
            "It is recorded as done at another moment or in another manner",
            null,
            "Look at the deadline again."),
    NOT_YET_DUE("not-yet-due", "The moment has not passed", null, "It is recorded as missed when it has."),
    DEADLINE_RULE_UNKNOWN(
            "deadline-rule-unknown",
            "No row of the table of deadlines has this code",
            null,
            "Look at the table of deadlines.");

    private final String code;
    private final String title;
    private final @Nullable String source;
    private final String action;

    DeadlinesRule(String code, String title, @Nullable String source, String action) {
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
