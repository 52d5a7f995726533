package brightline.command.care;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a decision about a parked event. The rules are ours. */
enum CareRule implements Rule {
    /** A decision about an event that no projection has parked would do nothing, or something later that nobody meant. */
    NOT_PARKED(
            "not-parked",
            "No event is parked there",
            "Look at the list again: it may have been handled since, and only events that are parked can be decided on.");

    private final String code;
    private final String title;
    private final String action;

    CareRule(String code, String title, String action) {
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
