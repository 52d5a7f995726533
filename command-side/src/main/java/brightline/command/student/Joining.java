package brightline.command.student;

import brightline.command.interaction.ContactPseudonyms;
import brightline.command.register.ReferenceRule;
import brightline.edge.keys.StudentIndex;
import brightline.events.Correction;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
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
     * Lets the other's entry rest, and its contacts count for the student who is kept.
     *
     * @param into turned out to be nobody else
     * @throws brightline.command.submission.CommandRejected where the other has to do with a joining already, or both were part of one
     *     incident
     */
    public void join(StudentId other, StudentId into, Correction correction) throws Exception {
        if (!index.meant(other).equals(other) || !index.joinedTo(other).isEmpty()) {
            throw ReferenceRule.STUDENT_JOINED.broken();
        }
        Set<SubjectHandle> cases = index.casesOf(other);
        if (contacts.meet(cases, index.casesOf(into))) {
            throw ReferenceRule.STUDENTS_MET_IN_ONE_INCIDENT.broken();
        }
        recorder.decide(new StudentCommand.Join(other, into, correction));
        contacts.countUnder(into, cases, correction);
        index.join(other, into);
    }

    /** Lets the entry stand by itself again, with the contacts that were its own before. @param other joined with somebody */
    public void part(StudentId other, Correction correction) throws Exception {
        recorder.decide(new StudentCommand.Part(other, correction));
        contacts.countUnder(other, index.ownCasesOf(other), correction);
        index.part(other);
    }
}
