package brightline.command.student;

import brightline.command.interaction.ContactPseudonyms;
import brightline.command.register.ReferenceRule;
import brightline.edge.keys.StudentIndex;
import brightline.events.Correction;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes two entries one student's, and two again (ADR 31). Within a submission. */
@Component
public final class Joining {
    private final StudentIndex index;
    private final StudentRecorder recorder;
    private final ContactPseudonyms contacts;

    Joining(StudentIndex index, StudentRecorder recorder, ContactPseudonyms contacts) {
        this.index = index;
        this.recorder = recorder;
        this.contacts = contacts;
    }

    /**
     * Lets the other's entry rest, and its contacts count for the student who is kept. Nothing to do where the other's stream says so
     * already. The key store alone says nothing: it may be ahead by an attempt that was never recorded.
     *
     * @throws brightline.command.submission.CommandRejected where the other has to do with another joining already, the student who is kept
     *     is another or has no entry, or both were part of one incident
     */
    public void join(StudentId other, StudentId into, Correction correction) throws Exception {
        index.holdStudents(List.of(other, into));
        if (isJoined(other, into)) {
            return;
        }
        StudentId meant = index.meant(other);
        if ((!meant.equals(other) && !meant.equals(into))
                || recorder.joinedWith(other).isPresent()
                || !index.joinedTo(other).isEmpty()) {
            throw ReferenceRule.STUDENT_JOINED_OTHERWISE.broken();
        }
        if (recorder.joinedWith(into).isPresent()) {
            throw ReferenceRule.STUDENT_JOINED.broken();
        }
        if (recorder.find(into).isEmpty()) {
            throw ReferenceRule.STUDENT_WITHOUT_ENTRY.broken();
        }
        Set<SubjectHandle> cases = index.ownCasesOf(other);
        Set<SubjectHandle> casesOfKept = new HashSet<>(index.casesOf(into));
        casesOfKept.removeAll(cases);
        if (contacts.meet(cases, casesOfKept)) {
            throw ReferenceRule.STUDENTS_MET_IN_ONE_INCIDENT.broken();
        }
        recorder.decide(new StudentCommand.Join(other, into, correction));
        contacts.countUnder(into, cases, correction);
        index.join(other, into);
    }

    /**
     * Lets the entry stand by itself again, with the contacts that were its own before. Nothing is said where the other's stream knows of
     * no joining.
     *
     * @param other joined with somebody
     */
    public void part(StudentId other, Correction correction) throws Exception {
        index.holdStudents(List.of(other));
        if (recorder.joinedWith(other).isPresent()) {
            recorder.decide(new StudentCommand.Part(other, correction));
            contacts.countUnder(other, index.ownCasesOf(other), correction);
        }
        index.part(other);
    }

    /** Whom the student's stream says the student turned out to be; itself for most. */
    public StudentId whom(StudentId student) {
        return recorder.joinedWith(student).orElse(student);
    }

    /** Whether one of the two turned out to be the other, or both to be a third; nobody joins or parts them from now on but the caller. */
    public boolean areOneHeld(StudentId one, StudentId other) {
        index.holdStudents(List.of(one, other, index.meant(one), index.meant(other)));
        return whom(one).equals(whom(other));
    }

    /** Whether the other's stream says that it turned out to be the student who is kept. */
    public boolean isJoined(StudentId other, StudentId into) {
        return recorder.joinedWith(other).filter(into::equals).isPresent();
    }
}
