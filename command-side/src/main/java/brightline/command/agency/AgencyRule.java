package brightline.command.agency;

import brightline.command.submission.Rule;

/** What can refuse a command about the agency. The rules are ours. */
public enum AgencyRule implements Rule {
    /** Open reviews and deadlines belong to one person. */
    COORDINATOR_THERE(
            "Somebody is coordinator on that day or later", "End the earlier designation before the new one begins."),
    NO_COORDINATOR("Nobody is coordinator on that day", "Look up who was designated, and when.");

    private final Words words;

    AgencyRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
