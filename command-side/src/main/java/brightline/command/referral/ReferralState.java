package brightline.command.referral;

import brightline.events.referral.ReferralRecord;

/** What decisions about a referral need to remember. */
sealed interface ReferralState {
    /** Nothing is recorded under this id. */
    record Unrecorded() implements ReferralState {}

    /** The referral as its events so far describe it. */
    record Recorded(ReferralRecord record) implements ReferralState {}
}
