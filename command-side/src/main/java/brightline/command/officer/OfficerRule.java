package brightline.command.officer;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about an officer's service, standing and training. The rules are ours: they keep the record coherent. */
public enum OfficerRule implements Rule {
    /** A confirmation or a post belongs to an assignment. */
    NOT_ASSIGNED_THEN(
            "officer-not-assigned-then",
            "The officer has no assignment at this school on that day",
            "Look up the officer's assignments, or record the assignment first."),
    COMPLAINT_UNKNOWN(
            "complaint-unknown", "No complaint has this number", "Record that the complaint was received first."),
    COMPLAINT_RECORDED_DIFFERENTLY(
            "complaint-recorded-differently",
            "The complaint is recorded with other particulars",
            "Check the number: what the complaint says now is an assessment or a finding."),
    /** After its finding a complaint is no longer open, so that nobody says how it will probably end. */
    COMPLAINT_ALREADY_FOUND(
            "complaint-already-found", "The complaint has its finding", "Record another finding if it was changed."),
    BEFORE_THE_COMPLAINT(
            "before-the-complaint",
            "The complaint was not yet received on that day",
            "Check the day of the complaint."),
    EXPIRES_BEFORE_IT_HOLDS(
            "expires-before-it-holds",
            "It expires before it begins to hold",
            "Give a day of expiry after the first day."),
    TRAINING_RECORDED_DIFFERENTLY(
            "training-recorded-differently",
            "Training in this topic is recorded for that day with other particulars",
            "Withdraw the earlier entry first, with the reason."),
    TRAINING_NOT_RECORDED(
            "training-not-recorded", "No training in this topic is recorded for that day", "Look up the entries."),
    /** The first time counts: what was known to the officer from then on. */
    ALREADY_ACKNOWLEDGED(
            "already-acknowledged",
            "The officer acknowledged this version on another day",
            "Look up the acknowledgement: it stays.");

    private final String code;
    private final String title;
    private final String action;

    OfficerRule(String code, String title, String action) {
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
