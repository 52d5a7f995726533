package brightline.command.school;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about a school's programme and enrolment. The rules are ours. */
public enum SchoolRule implements Rule {
    /** Students of the groups of one list are students of the school, each once. */
    GROUPS_EXCEED_TOTAL(
            "groups-exceed-total",
            "The groups of one list hold more students than the school",
            "Check the counts: groups of one list must not overlap.");

    private final String code;
    private final String title;
    private final String action;

    SchoolRule(String code, String title, String action) {
        this.code = code;
        this.title = title;
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
        return null;
    }

    @Override
    public String action() {
        return action;
    }
}
