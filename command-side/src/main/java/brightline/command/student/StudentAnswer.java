package brightline.command.student;

import brightline.command.submission.Identified;
import brightline.command.submission.Versioned;
import brightline.events.StudentId;

/**
 * Which student's entry it was about.
 *
 * @param version of the entry, for the next edit
 */
public record StudentAnswer(StudentId student, Long version) implements Identified, Versioned {
    @Override
    public Object id() {
        return student;
    }
}
