package brightline.command.clash;

import brightline.command.clash.FindSpelledAlike.Asked;
import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.StudentId;

/**
 * Two numbers became one in the form in which they are compared now: lets the number lead to the student, too, and asks whether the student
 * and those who have it are one child.
 *
 * @param kept under the number as an earlier release compared it
 */
record FindSpelledAlike(StudentId kept, String number) implements Commuting, AnsweredBy<Asked> {
    /** @param questions how many others have the number */
    record Asked(int questions) {}

    @Override
    public String toString() {
        return "[redacted]";
    }
}
