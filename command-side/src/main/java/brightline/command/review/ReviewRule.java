package brightline.command.review;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about complaints and reviews. The rules are ours. */
enum ReviewRule implements Rule {
    COMPLAINT_NOT_YET_RECEIVED(
            "A complaint cannot have been received later than now", null, "Give the moment it was received."),
    COMPLAINT_RECORDED_DIFFERENTLY(
            "The complaint is recorded with other particulars", null, "Record another complaint."),
    REVIEW_UNKNOWN("No review has this id", null, "Look at the list of reviews."),
    REVIEW_CLOSED("The review is closed", null, "A new fact of the contact opens a review of its own."),
    OVERRIDE_NEEDS_A_CONTACT(
            "The review is about a whole incident, and a class belongs to one contact",
            null,
            "Override the class in a review of the contact."),
    OFFICER_HAS_NO_PART(
            "The officer has no part in the contact",
            null,
            "Name an officer who acted in it, or none where the record names none."),
    OVERRIDE_CHANGES_NOTHING("The rules give this class already", null, "Close the review as right as recorded.");

    private final Words words;

    ReviewRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
