package brightline.command.officer;

import brightline.command.submission.Rule;

/** What can refuse a command about an officer's service, standing and training. The rules are ours: they keep the record coherent. */
public enum OfficerRule implements Rule {
    /** A confirmation or a post belongs to an assignment. */
    OFFICER_NOT_ASSIGNED_THEN(
            "The officer has no assignment at this school on that day",
            "Look up the officer's assignments, or record the assignment first."),
    /** Stars follow one another: an earlier one does not end a later one in silence. */
    STAR_GIVEN_LATER(
            "The officer was given another star after that day",
            "Give a first day after it, or none where the stars on record were never this officer's."),
    NO_STAR_WORN("The officer wears no star now", "Look up the officer's stars."),
    COMPLAINT_UNKNOWN("No complaint has this number", "Record that the complaint was received first."),
    COMPLAINT_RECORDED_DIFFERENTLY(
            "The complaint is recorded with other particulars",
            "Check the number: what the complaint says now is an assessment or a finding."),
    /** After its finding a complaint is no longer open, so that nobody says how it will probably end. */
    COMPLAINT_ALREADY_FOUND("The complaint has its finding", "Record another finding if it was changed."),
    BEFORE_THE_COMPLAINT("The complaint was not yet received on that day", "Check the day of the complaint."),
    EXPIRES_BEFORE_IT_HOLDS("It expires before it begins to hold", "Give a day of expiry after the first day."),
    TRAINING_RECORDED_DIFFERENTLY(
            "Training in this topic is recorded for that day with other particulars",
            "Withdraw the earlier entry first, with the reason."),
    TRAINING_NOT_RECORDED("No training in this topic is recorded for that day", "Look up the entries."),
    /** The first time counts: what was known to the officer from then on. */
    ALREADY_ACKNOWLEDGED(
            "The officer acknowledged this version on another day", "Look up the acknowledgement: it stays.");

    private final Words words;

    OfficerRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
