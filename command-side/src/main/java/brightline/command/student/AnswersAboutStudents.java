package brightline.command.student;

import brightline.events.Correction;
import brightline.events.StudentId;
import java.util.Collection;

/** What people answered about students elsewhere, which must not say otherwise than the students' entries. Within a submission. */
public interface AnswersAboutStudents {
    /**
     * Takes back each answer by which the student was one child with one of the others.
     *
     * @param student is another from now on
     */
    void parted(StudentId student, Collection<StudentId> others, Correction correction) throws Exception;
}
