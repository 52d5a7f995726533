package brightline.command.disclosure;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about records given away and requests. */
enum DisclosureRule implements Rule {
    DISCLOSURE_UNKNOWN("No disclosure has this id", null, "Look at the list of disclosures."),
    DISCLOSURE_RECORDED_DIFFERENTLY(
            "The disclosure is recorded with other particulars", null, "Record another disclosure."),
    DISCLOSED_IN_THE_FUTURE(
            "A record cannot have been given away later than now", null, "Give the moment it was given."),
    NO_NOTICE_DUE("The record was not found to be wrong since it was given", null, "Nothing is to be said."),
    NOTICE_BEFORE_CORRECTION(
            "The notice cannot be older than the correction it is about", null, "Give the moment the notice was sent."),
    NOTICE_IN_THE_FUTURE("A notice cannot have been sent later than now", null, "Give the moment the notice was sent.");

    private final Words words;

    DisclosureRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
