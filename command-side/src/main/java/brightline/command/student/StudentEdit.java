package brightline.command.student;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.Creates;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.StudentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person enters about a student. Carries personal data: it is sealed before anything of it becomes an event. */
public sealed interface StudentEdit extends Commuting, AnsweredBy<StudentAnswer> {
    /**
     * Enters a student, or grade, group and school of one who is entered already under the same name and birth date.
     *
     * @param identity with a number
     * @param anotherPerson whether somebody else than whoever is entered under the number may be meant
     */
    record RegisterStudent(
            Identity identity,
            boolean anotherPerson,
            StatedStatistics statistics,
            @Nullable Placement placement) implements StudentEdit, Creates<StudentAnswer> {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Gives a student another number. @param versionSeen the version its sender saw */
    record RenumberStudent(
            StudentId studentId, long versionSeen, String number, LocalDate from, Code reason, Code basis)
            implements StudentEdit {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Takes a number from a student, so that another may have it. @param versionSeen the version its sender saw */
    record GiveUpNumber(
            StudentId studentId, long versionSeen, String number, LocalDate lastDay, Code reason, Code basis)
            implements StudentEdit {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Joins whoever has the number with the student. @param versionSeen of the student's entry */
    record JoinStudents(StudentId studentId, long versionSeen, String number, Correction correction)
            implements StudentEdit {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Parts whoever had the number from the student. @param versionSeen of the student's entry */
    record PartStudents(StudentId studentId, long versionSeen, String number, Correction correction)
            implements StudentEdit {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * Changes what an entry says; what is null stays.
     *
     * @param versionSeen the version its sender saw
     * @param placement null to leave the student where he or she is
     * @param lastDay ends the enrolment, in the agency's zone; null to leave it. Never together with a placement
     */
    record CorrectStudent(
            StudentId studentId,
            long versionSeen,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable LocalDate birthDate,
            StatedStatistics statistics,
            @Nullable Placement placement,
            @Nullable LocalDate lastDay)
            implements StudentEdit {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
