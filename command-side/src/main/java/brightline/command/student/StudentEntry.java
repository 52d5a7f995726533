package brightline.command.student;

import brightline.command.student.StudentCommand.*;
import brightline.command.student.StudentRecorder.Became;
import brightline.command.student.StudentRecorder.StatedStudent;
import brightline.command.student.StudentState.Enrolment;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StatisticsPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** One student's entry on its way through a submission, with what is personal in memory. Used by one thread, once. */
final class StudentEntry {
    private final StudentId id;
    private final @Nullable Beginning beginning;
    private final PersonalParts parts;
    private @Nullable Aggregate<Student> aggregate;
    private @Nullable Identity identity;
    private @Nullable Statistics statistics;
    private @Nullable CaseSecrets secrets;

    private StudentEntry(
            StudentId id,
            @Nullable Aggregate<Student> aggregate,
            @Nullable Identity identity,
            @Nullable Statistics statistics,
            @Nullable Beginning beginning,
            PersonalParts parts,
            @Nullable CaseSecrets secrets) {
        this.id = id;
        this.aggregate = aggregate;
        this.identity = identity;
        this.statistics = statistics;
        this.beginning = beginning;
        this.parts = parts;
        this.secrets = secrets;
    }

    /** How an entry begins. */
    interface Beginning {
        Aggregate<Student> by(EnterStudent command) throws Exception;
    }

    /** An entry there is. @param identity null where it cannot be read any more, and so the statistics */
    static StudentEntry known(
            StudentId id,
            Aggregate<Student> aggregate,
            @Nullable Identity identity,
            @Nullable Statistics statistics,
            PersonalParts parts) {
        return new StudentEntry(id, aggregate, identity, statistics, null, parts, null);
    }

    /** An entry that begins with the first thing written. @param secrets of its case, opened and empty */
    static StudentEntry unknown(StudentId id, Beginning beginning, PersonalParts parts, CaseSecrets secrets) {
        return new StudentEntry(id, null, null, null, beginning, parts, secrets);
    }

    /** What was sealed; to be stored if there is any. */
    Optional<CaseSecrets> secrets() {
        return Optional.ofNullable(secrets);
    }

    /** As it now is. */
    long version() {
        return aggregate == null ? -1 : aggregate.version();
    }

    Became write(StatedStudent stated) throws Exception {
        if (SamePerson.isAnother(identity, stated.identity(), stated.knownBy())) {
            return Became.ANOTHER_PERSON;
        }
        Aggregate<Student> student = aggregate;
        boolean begins = student == null;
        if (student == null) {
            student = begin(stated.identity());
            aggregate = student;
        }
        Long before = begins ? -1L : student.version();
        identity(student, stated.identity());
        statistics(student, stated.statistics());
        enrolments(student, stated);
        return Objects.equals(before, student.version()) ? Became.KNOWN : Became.RECORDED;
    }

    private Aggregate<Student> begin(@Nullable Identity stated) throws Exception {
        if (stated == null) {
            throw new IllegalArgumentException("A new student has an identity");
        }
        CaseSecrets sealing = Objects.requireNonNull(secrets);
        identity = stated;
        SecretRef reference = Objects.requireNonNull(sealing.seal(stated));
        return Objects.requireNonNull(beginning).by(new EnterStudent(id, sealing.subject(), reference));
    }

    private void identity(Aggregate<Student> student, @Nullable Identity stated) {
        if (stated == null) {
            return;
        }
        Identity before = identity;
        Identity now = before == null ? stated : over(before, stated);
        List<IdentityPart> changed = changed(before, now);
        if (!changed.isEmpty()) {
            SecretRef sealed = Objects.requireNonNull(sealing(student).seal(now));
            student.execute(entry -> entry.decide(new ChangeIdentity(id, changed, sealed)));
            identity = now;
        }
    }

    private static Identity over(Identity before, Identity stated) {
        return new Identity(
                before.number() == null ? stated.number() : before.number(),
                stated.firstName() == null ? before.firstName() : stated.firstName(),
                stated.lastName() == null ? before.lastName() : stated.lastName(),
                stated.birthDate() == null ? before.birthDate() : stated.birthDate());
    }

    private static List<IdentityPart> changed(@Nullable Identity before, Identity now) {
        List<IdentityPart> changed = new ArrayList<>();
        if (before == null
                || !Objects.equals(before.firstName(), now.firstName())
                || !Objects.equals(before.lastName(), now.lastName())) {
            changed.add(IdentityPart.NAME);
        }
        if (before == null || !Objects.equals(before.birthDate(), now.birthDate())) {
            changed.add(IdentityPart.BIRTH_DATE);
        }
        return changed;
    }

    private void statistics(Aggregate<Student> student, StatedStatistics stated) {
        Statistics now = stated.over(statistics);
        List<StatisticsPart> changed = StatedStatistics.changed(statistics, now);
        if (!changed.isEmpty()) {
            SecretRef sealed = Objects.requireNonNull(sealing(student).seal(now));
            student.execute(entry -> entry.decide(new RecordStatistics(id, changed, sealed)));
            statistics = now;
        }
    }

    /** Departures first: so an end has its day, and is not only followed by the next school. */
    private void enrolments(Aggregate<Student> student, StatedStudent stated) {
        List<SchoolCode> at =
                stated.placements().stream().map(Placement::school).toList();
        for (Departure departure : stated.departures()) {
            if (departure.school() != null && !at.contains(departure.school())) {
                StudentRecorder.state(student).at(departure.school()).ifPresent(one -> end(student, one, departure));
            }
        }
        boolean home = true;
        for (Placement placement : stated.placements()) {
            StudentCommand enrol = home
                    ? new Enrol(id, placement.school(), placement.from())
                    : new EnrolAlso(id, placement.school(), placement.from());
            student.execute(entry -> entry.decide(enrol));
            home = false;
        }
        for (Departure departure : stated.departures()) {
            if (departure.school() == null) {
                StudentRecorder.state(student).enrolments().stream()
                        .filter(one -> !at.contains(one.school()))
                        .forEach(one -> end(student, one, departure));
            }
        }
    }

    private void end(Aggregate<Student> student, Enrolment enrolment, Departure departure) {
        LocalDate last = departure.lastDay().isBefore(enrolment.from()) ? enrolment.from() : departure.lastDay();
        student.execute(entry -> entry.decide(new EndEnrolment(id, enrolment.school(), last)));
    }

    private CaseSecrets sealing(Aggregate<Student> student) {
        CaseSecrets sealing = secrets;
        if (sealing == null) {
            sealing = parts.existingCase(StudentRecorder.state(student).subject());
            secrets = sealing;
        }
        return sealing;
    }
}
