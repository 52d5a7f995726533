package brightline.query.audit;

import static brightline.query.audit.EventWords.officer;
import static brightline.query.audit.EventWords.school;

import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.CounterpartEvent.CounterpartOwnerAssigned;
import brightline.events.referral.ReferralEvent;
import brightline.events.referral.ReferralEvent.*;

/** Referrals of schools in plain words. */
final class ReferralWords {
    private final EventWords words;

    ReferralWords(EventWords words) {
        this.words = words;
    }

    String of(ReferralEvent event) {
        return switch (event) {
            case ReferralMade made ->
                "%s turned to police: %s.".formatted(school(made.school()), words.name(made.kind()));
            case ReferralAccepted accepted -> "%s took the school's referral.".formatted(officer(accepted.officer()));
            case ReferralDeclined declined ->
                "%s did not take the school's referral; reason: %s."
                        .formatted(officer(declined.officer()), words.name(declined.reason()));
            case ReferralHandedBack back ->
                "%s gave the matter back to the school, to: %s."
                        .formatted(officer(back.officer()), words.name(back.to()));
            case SchoolDisciplineLinked discipline ->
                "The school recorded its own decision of %s: %s%s."
                        .formatted(
                                discipline.decidedOn(),
                                words.name(discipline.disposition()),
                                discipline.daysOut() == null ? "" : ", days out of class: " + discipline.daysOut());
            case ReferralLinked _ -> "The school's own referral was linked to this record.";
            case ReferralUnlinked unlinked ->
                "The school's referral was of another matter. %s".formatted(words.because(unlinked.correction()));
            case OwnerAssigned assigned ->
                "%s looks for the police record of the school's referral.".formatted(assigned.owner());
            case ReferralVoided voided ->
                "The school's referral was voided and counts nowhere. %s".formatted(words.because(voided.correction()));
        };
    }

    String of(CounterpartEvent event) {
        return switch (event) {
            case CounterpartOwnerAssigned assigned ->
                "%s looks for the school's referral to this record.".formatted(assigned.owner());
        };
    }
}
