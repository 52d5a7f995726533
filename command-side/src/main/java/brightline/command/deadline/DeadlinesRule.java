package brightline.command.deadline;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about deadlines. */
enum DeadlinesRule implements Rule {
    DEADLINE_UNKNOWN("No deadline has this id", null, "Look at the list of deadlines."),
    DEADLINE_CANCELLED("The deadline was canceled: what set it did not happen", null, "Nothing is to be done."),
    MET_BEFORE_IT_BEGAN("It cannot have been done before it was asked for", null, "Give the moment it was done."),
    MET_IN_THE_FUTURE("It cannot have been done later than now", null, "Give the moment it was done."),
    MET_OTHERWISE("It is recorded as done at another moment or in another manner", null, "Look at the deadline again."),
    NOT_YET_DUE("The moment has not passed", null, "It is recorded as missed when it has."),
    DEADLINE_RULE_UNKNOWN("No row of the table of deadlines has this code", null, "Look at the table of deadlines.");

    private final Words words;

    DeadlinesRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
