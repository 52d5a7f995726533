package brightline.command.incident;

import brightline.command.submission.Rule;

/** What can refuse a command about an incident. */
enum IncidentRule implements Rule {
    /** Nothing is known under this id. */
    INCIDENT_COMES_FIRST("The incident has not been recorded", "Record the incident first."),
    /** One id, one incident. */
    INCIDENT_RECORDED_ALREADY("Another incident is recorded under this id", "Send it under a new key."),
    /** A double entry has another entry it doubles. */
    LINK_TO_ITSELF("An incident is not its own double", "Name the incident that was recorded first."),
    /** A pair has one primary, and a primary is nobody's double: figures follow one step. */
    LINK_CHAIN("One of the two is part of another pair", "Link both to the one that was recorded first."),
    /** It is the double of another one. */
    LINKED_ALREADY("The incident is linked to another one", "Leave the link as it is, or void what is wrong."),
    /** Undoing takes back what one has just done oneself. */
    UNDO_BY_ITS_AUTHOR_ONLY(
            "Only the account that recorded the incident can undo it", "Void the contacts that should not be there."),
    /** Others may rely on what stands longer. */
    UNDO_TIME_OVER(
            "An incident can be undone for ten minutes after it was recorded",
            "Correct what is wrong, or void the contacts that should not be there."),
    /** What others have added is not one's own to take back. */
    CHANGED_SINCE_RECORDED(
            "Something was changed since the incident was recorded",
            "Read it again; correct what is wrong, or void the contacts that should not be there.");

    private final Words words;

    IncidentRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
