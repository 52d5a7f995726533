package brightline.command.referral;

import brightline.command.submission.Rule;

/** What can refuse a command about a school's referral. The rules are ours. */
enum ReferralRule implements Rule {
    REFERRAL_COMES_FIRST("The referral has not been recorded", "Record the referral first."),
    REFERRAL_RECORDED_ALREADY("Another referral is recorded under this id", "Send it under a new key."),
    REFERRAL_WAS_VOIDED("The referral was voided", "Record it anew if it was made after all."),
    /** An officer takes a matter or does not; one that was taken may go back to the school. */
    POLICE_ANSWERED_ALREADY(
            "Police answered the referral already", "Hand the matter back, or void the referral and record it anew."),
    HANDED_BACK_ALREADY("The matter went back to the school already", "Leave it as it is."),
    /** Nobody answers before being asked. */
    ANSWER_BEFORE_REFERRAL("The answer lies before the referral", "Correct the time of the answer."),
    OTHER_INCIDENT_LINKED("The referral is linked to another police record", "Unlink that one first."),
    NO_INCIDENT_LINKED("The referral is linked to no police record", "Look up the referral.");

    private final Words words;

    ReferralRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
