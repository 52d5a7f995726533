package brightline.command.clash;

import brightline.command.submission.Rule;

/** What can refuse a decision about two who stand under one number. The rules are ours. */
enum ClashRule implements Rule {
    CLASH_UNKNOWN("Nobody asks whether these two are one child", "Look at the list of those kept apart."),
    /** Who found otherwise says first that the finding was wrong, and why. */
    CLASH_DECIDED("It was decided otherwise", "Take that decision back first, with its reason."),
    /** A joining stands until somebody says that it was wrong. */
    CLASH_JOINED("The two are joined as one child", "Part them first, with the reason; then say that they are two.");

    private final Words words;

    ClashRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
