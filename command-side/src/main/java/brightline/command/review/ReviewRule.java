package brightline.command.review;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about complaints and reviews. The rules are ours. */
enum ReviewRule implements Rule {
    COMPLAINT_NOT_YET_RECEIVED(
            "complaint-not-yet-received",
            "A complaint cannot have been received later than now",
            null,
            "Give the moment it was received."),
    COMPLAINT_RECORDED_DIFFERENTLY(
            "complaint-recorded-differently",
            "The complaint is recorded with other particulars",
            null,
            "Record another complaint."),
    REVIEW_UNKNOWN("review-unknown", "No review has this id", null, "Look at the list of reviews."),
    REVIEW_CLOSED(
            "review-closed", "The review is closed", null, "A new fact of the contact opens a review of its own."),
    OVERRIDE_NEEDS_A_CONTACT(
            "override-needs-a-contact",
            "The review is about a whole incident, and a class belongs to one contact",
            null,
            "Override the class in a review of the contact."),
    OFFICER_HAS_NO_PART(
            "officer-has-no-part",
            "The officer has no part in the contact",
            null,
            "Name an officer who acted in it, or none where the record names none."),
    OVERRIDE_CHANGES_NOTHING(
            "override-changes-nothing",
            "The rules give this class already",
            null,
            "Close the review as right as recorded.");

    private final String code;
    private final String title;
    private final @Nullable String source;
    private final String action;

    ReviewRule(String code, String title, @Nullable String source, String action) {
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
