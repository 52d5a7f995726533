package brightline.command.agency;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about the agency. The rules are ours. */
public enum AgencyRule implements Rule {
    /** Open reviews and deadlines belong to one person. */
    COORDINATOR_THERE(
            "coordinator-there",
            "Somebody is coordinator on that day or later",
            "End the earlier designation before the new one begins."),
    NO_COORDINATOR("no-coordinator", "Nobody is coordinator on that day", "Look up who was designated, and when.");

    private final String code;
    private final String title;
    private final String action;

    AgencyRule(String code, String title, String action) {
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
