package brightline.command.disclosure;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about records given away and requests. */
enum DisclosureRule implements Rule {
    DISCLOSURE_UNKNOWN("disclosure-unknown", "No disclosure has this id", null, "Look at the list of disclosures."),
    DISCLOSURE_RECORDED_DIFFERENTLY(
            "disclosure-recorded-differently",
            "The disclosure is recorded with other particulars",
            null,
            "Record another disclosure."),
    DISCLOSED_IN_THE_FUTURE(
            "disclosed-in-the-future",
            "A record cannot have been given away later than now",
            null,
            "Give the moment it was given."),
    NO_NOTICE_DUE(
            "no-notice-due", "The record was not found to be wrong since it was given", null, "Nothing is to be said."),
    NOTICE_BEFORE_CORRECTION(
            "notice-before-correction",
            "The notice cannot be older than the correction it is about",
            null,
            "Give the moment the notice was sent."),
    NOTICE_IN_THE_FUTURE(
            "notice-in-the-future",
            "A notice cannot have been sent later than now",
            null,
            "Give the moment the notice was sent.");

    private final String code;
    private final String title;
    private final @Nullable String source;
    private final String action;

    DisclosureRule(String code, String title, @Nullable String source, String action) {
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
