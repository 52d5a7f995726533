package brightline.command.care;

import brightline.command.submission.Rule;

/** What can refuse a decision about a parked event. The rules are ours. */
enum CareRule implements Rule {
    /** A decision about an event that no projection has parked would do nothing, or something later that nobody meant. */
    NOT_PARKED(
            "No event is parked there",
            "Look at the list again: it may have been handled since, and only events that are parked can be decided on.");

    private final Words words;

    CareRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
