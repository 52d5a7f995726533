package brightline.command.diversion;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about a diversion. */
enum DiversionRule implements Rule {
    DIVERSION_COMES_FIRST(
            "The diversion has not been recorded", null, "Offer it first, or record that it was not used."),
    DIVERSION_RECORDED_ALREADY("Another diversion is recorded under this id", null, "Send it under a new key."),
    CASE_WAS_VOIDED("The contact was voided", null, "Record the contact anew if it happened after all."),
    DIVERSION_WAS_VOIDED("The diversion was voided", null, "Record it anew if it took place after all."),
    /** The list of outcomes holds enforcement too. */
    ENFORCEMENT_IS_NO_DIVERSION(
            "Enforcement is no alternative to arrest or court",
            "definition M1: municipal tickets count as arrests, never as alternatives",
            "Record it as an action of the contact."),
    /** Once in custody only alternatives remain that come after an arrest. */
    PRE_ARREST_ALTERNATIVE_BEFORE_CUSTODY(
            "An alternative to an arrest is offered before custody",
            "code list outcome, column stage: pre-arrest",
            "Offer one that comes after an arrest, or correct the time it was offered."),
    NOT_USED_ENDS_IT(
            "It was recorded as considered and not used",
            null,
            "Record the offer as a diversion of its own; void this one if it is wrong."),
    DECLINED_ENDS_IT("It was declined", null, "Offer it anew as a diversion of its own."),
    ANSWERED_ALREADY(
            "Student and family answered already", null, "Void the diversion and record it anew if that is wrong."),
    STARTED_ALREADY("It began already", null, "Void the diversion and record it anew if that is wrong."),
    NOT_STARTED_YET("It has not begun", null, "Record that it began."),
    ENDED_ALREADY("It ended already", null, "Void the diversion and record it anew if that is wrong."),
    DIVERSION_DAYS_IN_ORDER(
            "A later day lies before an earlier one", null, "Give days in the order in which things happened."),
    STATION_ADJUSTMENT_HAS_TERMS(
            "A station adjustment begins with its terms",
            "705 ILCS 405/5-301",
            "Issue the station adjustment with its terms."),
    NO_STATION_ADJUSTMENT("It is no station adjustment", "705 ILCS 405/5-301", "Record that the diversion began."),
    SERVICE_HOURS_LIMIT(
            "More hours of service than a station adjustment may hold",
            "705 ILCS 405/5-301",
            "Set no more hours than the list of limits allows."),
    RESTITUTION_LIMIT(
            "Restitution is due later than a station adjustment may have it",
            "705 ILCS 405/5-301",
            "Set an earlier day for restitution."),
    DURATION_LIMIT("A station adjustment may not last that long", "705 ILCS 405/5-301", "Set an earlier last day.");

    private final Words words;

    DiversionRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
