package brightline.events.student;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.EventName;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.time.LocalDate;
import java.util.List;

/**
 * What can happen to a student's entry in the district's list; who the student is, and the student's statistics, stand only in
 * the secrets. Days are days of the agency's zone.
 */
public sealed interface StudentEvent {
    StudentId studentId();

    /** @param subject the handle under which the identity is encrypted: the entry is a case of its own */
    @EventName("student.registered")
    record StudentRegistered(StudentId studentId, SubjectHandle subject, SecretRef identity) implements StudentEvent {}

    /** The school is the student's home school from that day on, in the place of the one before. */
    @EventName("student.enrolled")
    record StudentEnrolled(StudentId studentId, SchoolCode school, LocalDate from) implements StudentEvent {}

    /** The student is enrolled at the school, too, from that day on: beside the home school, which stays. */
    @EventName("student.also-enrolled")
    record StudentAlsoEnrolled(StudentId studentId, SchoolCode school, LocalDate from) implements StudentEvent {}

    /** The student is no longer enrolled at the school, home school or not. @param lastDay the last day there */
    @EventName("student.enrolment-ended")
    record EnrolmentEnded(StudentId studentId, SchoolCode school, LocalDate lastDay) implements StudentEvent {}

    /** The district has the student under another name or birth date. @param identity all of it, as it is now */
    @EventName("student.identity-changed")
    record IdentityChanged(StudentId studentId, List<IdentityPart> changed, SecretRef identity)
            implements StudentEvent {
        public IdentityChanged {
            changed = List.copyOf(changed);
        }
    }

    /**
     * What the district states of the student's grade and group, for the first time or otherwise than before.
     *
     * @param changed what is stated for the first time or differs
     * @param statistics all of it, as it is now; without age, which follows from the birth date on the day it is asked for
     */
    @EventName("student.statistics-recorded")
    record StatisticsRecorded(StudentId studentId, List<StatisticsPart> changed, SecretRef statistics)
            implements StudentEvent {
        public StatisticsRecorded {
            changed = List.copyOf(changed);
        }
    }

    /**
     * The district gives the student another number. The entry is found by it, and by those before.
     *
     * @param identity all of it, as it is now
     * @param from since when
     * @param reason code list {@code change-reason}
     * @param basis code list {@code correction-basis}
     */
    @EventName("student.renumbered")
    record StudentRenumbered(StudentId studentId, SecretRef identity, LocalDate from, Code reason, Code basis)
            implements StudentEvent {}

    /**
     * The number is no longer the student's, so that it may be given to another child. What was recorded under it stays this student's.
     *
     * @param identity all of it, as it is now
     * @param lastDay on which it was the student's
     * @param reason code list {@code change-reason}
     * @param basis code list {@code correction-basis}
     */
    @EventName("student.number-given-up")
    record NumberGivenUp(StudentId studentId, SecretRef identity, LocalDate lastDay, Code reason, Code basis)
            implements StudentEvent {}

    /** The student is the same child as another: every number leads to the other's entry, and this entry rests. */
    @EventName("student.joined")
    record StudentJoined(StudentId studentId, StudentId into, Correction correction) implements StudentEvent {}

    /** The student is another child after all, and has an entry of his or her own again. @param from with whom it was joined */
    @EventName("student.parted")
    record StudentParted(StudentId studentId, StudentId from, Correction correction) implements StudentEvent {}

    /** What of an identity can change; another number is an event of its own. */
    enum IdentityPart {
        NAME,
        BIRTH_DATE
    }

    /** What of the statistics can change. Which of race, sex, disability and language it was would itself tell of the child. */
    enum StatisticsPart {
        GRADE_BAND,
        DEMOGRAPHICS
    }
}
