package brightline.query.students;

import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.*;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A student's entry as its events up to {@code version} leave it.
 *
 * @param school the home school, or the last one; null before the first enrolment
 * @param lastDay there; null while enrolled there
 * @param schools every school the student is enrolled at now, the home school first
 * @param resting while the student is another
 */
record StudentRow(
        UUID studentId,
        long version,
        @Nullable String school,
        @Nullable LocalDate enrolledFrom,
        @Nullable LocalDate lastDay,
        List<String> schools,
        SecretRef identity,
        @Nullable SecretRef statistics,
        boolean resting) {

    /**
     * @param before null where there is no entry
     * @return null where there is still none: whoever is known from contacts alone may be joined, too
     * @throws IllegalStateException if the entry did not begin
     */
    static @Nullable StudentRow evolve(@Nullable StudentRow before, StudentEvent event, long version) {
        if (event instanceof StudentRegistered(var student, var _, var identity)) {
            return new StudentRow(student.value(), version, null, null, null, List.of(), identity, null, false);
        }
        if (before == null && (event instanceof StudentJoined || event instanceof StudentParted)) {
            return null;
        }
        if (before == null) {
            throw new IllegalStateException("A student's entry begins with a registration");
        }
        return before.with(event, version);
    }

    private StudentRow with(StudentEvent event, long now) {
        return switch (event) {
            case StudentRegistered _ -> this;
            case StudentEnrolled(var _, var at, var from) ->
                new StudentRow(
                        studentId,
                        now,
                        at.value(),
                        from,
                        null,
                        Stream.concat(Stream.of(at.value()), others(at.value())).toList(),
                        identity,
                        statistics,
                        resting);
            case StudentAlsoEnrolled(var _, var at, var _) ->
                new StudentRow(
                        studentId,
                        now,
                        school,
                        enrolledFrom,
                        lastDay,
                        Stream.concat(without(at.value()), Stream.of(at.value()))
                                .toList(),
                        identity,
                        statistics,
                        resting);
            case EnrolmentEnded(var _, var at, var last) -> ended(at.value(), last, now);
            case IdentityChanged(var _, var _, var changed) -> with(now, changed);
            case StudentRenumbered renumbered -> with(now, renumbered.identity());
            case NumberGivenUp given -> with(now, given.identity());
            case StatisticsRecorded(var _, var _, var recorded) ->
                new StudentRow(studentId, now, school, enrolledFrom, lastDay, schools, identity, recorded, resting);
            case StudentJoined _ -> with(now, true);
            case StudentParted _ -> with(now, false);
        };
    }

    private StudentRow ended(String at, LocalDate last, long now) {
        boolean home = at.equals(school);
        return new StudentRow(
                studentId,
                now,
                school,
                enrolledFrom,
                home ? last : lastDay,
                without(at).toList(),
                identity,
                statistics,
                resting);
    }

    private Stream<String> without(String left) {
        return schools.stream().filter(one -> !one.equals(left));
    }

    /** Schools beside the home school that stay, when the home school is another. */
    private Stream<String> others(String home) {
        return without(home).filter(one -> !one.equals(school));
    }

    private StudentRow with(long now, SecretRef otherIdentity) {
        return new StudentRow(
                studentId, now, school, enrolledFrom, lastDay, schools, otherIdentity, statistics, resting);
    }

    private StudentRow with(long now, boolean rests) {
        return new StudentRow(studentId, now, school, enrolledFrom, lastDay, schools, identity, statistics, rests);
    }

    static StudentRow read(ResultSet row, int number) throws SQLException {
        UUID statistics = row.getObject("statistics_id", UUID.class);
        return new StudentRow(
                row.getObject("student_id", UUID.class),
                row.getLong("version"),
                row.getString("school"),
                row.getObject("enrolled_from", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Arrays.asList((String[]) row.getArray("schools").getArray()),
                new SecretRef(new SecretId(row.getObject("identity_id", UUID.class)), row.getString("identity_digest")),
                statistics == null ? null : new SecretRef(new SecretId(statistics), row.getString("statistics_digest")),
                row.getBoolean("resting"));
    }
}
