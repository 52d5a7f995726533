package brightline.command.interaction;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about one student's contact. */
enum InteractionRule implements Rule {
    /** Nothing is known under this id. */
    CONTACT_COMES_FIRST("The contact has not been recorded", null, "Record the contact first."),
    /** One id, one contact. */
    CONTACT_RECORDED_ALREADY("Another contact is recorded under this id", null, "Send it under a new key."),
    /** A voided record stays readable and counts nowhere; nothing is added to it. */
    INTERACTION_VOIDED("The record was voided", null, "Record the contact anew if it happened after all."),
    /** Actions are named by their numbers. */
    ACTION_UNKNOWN("No action of that number stands in the record", null, "Name the number of an action that stands."),
    /** A time after midnight that was given the day of the contact would prove a notice in time that was not. */
    ACT_LONG_BEFORE_CONTACT(
            "Something done lies more than 12 hours before the contact",
            null,
            "Look at the day: what was done after midnight belongs to the next one."),
    /** Rule R02A of measure M2: entry and correction leave no subject without an action. */
    SUBJECT_HAS_AN_ACTION(
            "A subject's record holds at least one action",
            "definition M2, rule R02A",
            "Correct the action instead of withdrawing it; presence alone is an action too."),
    /** Under a number that is another's nobody is recorded unasked. */
    NUMBER_OF_ANOTHER_STUDENT(
            "The number is another student's, by name and birth date", null, "Check number, name and birth date."),
    /** Headcounts and caps count a student once in an incident. */
    STUDENT_ALREADY_IN_INCIDENT(
            "The student is already part of this incident",
            "definition of involvement: one officer, one student, one incident",
            "Add to the student's own record, or correct whom the other record is about.");

    private final Words words;

    InteractionRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
