package brightline.query.students;

import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.Opened;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.query.figures.ReferenceEntries;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds students by number through the key store's blind index, and by name in memory: the entries of the schools in question are
 * read and decrypted some at a time, compared, and let go.
 */
@Component
final class StudentSearch {
    private static final int AT_MOST = 50;
    private static final int AT_A_TIME = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String EVERYWHERE =
            "cast(:schools as text[]) is null or school = any(:schools) or schools && cast(:schools as text[])";

    private final JdbcClient jdbc;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final ReferenceEntries entries;
    private final RecordingClock clock;

    StudentSearch(
            JdbcClient jdbc, PersonalParts parts, StudentIndex index, ReferenceEntries entries, RecordingClock clock) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.index = index;
        this.entries = entries;
        this.clock = clock;
    }

    /** @param more whether others match beside these, of whom there are fifty then */
    record Answer(List<FoundStudent> students, boolean more) {}

    /** An entry with its identity in memory. */
    private record Match(StudentRow row, Identity identity) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The students with that number, mostly one, enrolled now or not; none where the right does not reach. */
    Answer byNumber(String number, SearchRight right) {
        List<StudentRow> rows = jdbc.sql(
                        "select * from rm.student_entry where student_id = any(:ids) and (" + EVERYWHERE + ")")
                .param("ids", index.find(number).stream().map(StudentId::value).toArray(UUID[]::new))
                .param("schools", codes(right))
                .query(StudentRow::read)
                .list();
        return answer(matches(rows, _ -> true), right);
    }

    /** Students enrolled now at one of the right's schools, by last and first name; of more than fifty, some fifty. */
    Answer byName(NameQuery name, SearchRight right) {
        List<Match> matches = new ArrayList<>();
        UUID last = FIRST;
        while (matches.size() <= AT_MOST) {
            List<StudentRow> rows = jdbc.sql("""
                            select * from rm.student_entry
                             where not resting and cardinality(schools) > 0 and student_id > :last
                               and (cast(:schools as text[]) is null or schools && cast(:schools as text[]))
                             order by student_id limit :limit
                            """)
                    .param("last", last)
                    .param("schools", codes(right))
                    .param("limit", AT_A_TIME)
                    .query(StudentRow::read)
                    .list();
            matches.addAll(matches(rows, name::matches));
            if (rows.size() < AT_A_TIME) {
                break;
            }
            last = rows.getLast().studentId();
        }
        return answer(matches, right);
    }

    private static String @Nullable [] codes(SearchRight right) {
        return right.schools() == null ? null : right.schools().toArray(String[]::new);
    }

    private List<Match> matches(List<StudentRow> rows, java.util.function.Predicate<Identity> wanted) {
        Map<SecretId, Opened<Identity>> opened =
                parts.openAll(rows.stream().map(StudentRow::identity).toList(), Identity.class);
        List<Match> matches = new ArrayList<>();
        for (StudentRow row : rows) {
            Opened<Identity> identity = opened.get(row.identity().secretId());
            if (identity != null) {
                identity.value().filter(wanted).ifPresent(one -> matches.add(new Match(row, one)));
            }
        }
        return matches;
    }

    private Answer answer(List<Match> matches, SearchRight right) {
        List<Match> some = matches.stream().limit(AT_MOST).toList();
        Map<SecretId, Opened<Statistics>> statistics = parts.openAll(
                some.stream()
                        .map(match -> match.row().statistics())
                        .filter(Objects::nonNull)
                        .toList(),
                Statistics.class);
        LocalDate today =
                clock.instant().atZone(entries.settings(Long.MAX_VALUE).zone()).toLocalDate();
        Map<String, String> schools = entries.schools(Long.MAX_VALUE);
        List<FoundStudent> students = some.stream()
                .map(match -> found(match, gradeBand(match.row(), statistics), schools, today, right))
                .sorted(Comparator.comparing(
                                FoundStudent::lastName, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                        .thenComparing(FoundStudent::firstName, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                        .thenComparing(FoundStudent::student))
                .toList();
        return new Answer(students, matches.size() > AT_MOST);
    }

    private static @Nullable String gradeBand(StudentRow row, Map<SecretId, Opened<Statistics>> opened) {
        SecretRef reference = row.statistics();
        Opened<Statistics> statistics = reference == null ? null : opened.get(reference.secretId());
        return statistics == null
                ? null
                : statistics
                        .value()
                        .map(Statistics::gradeBand)
                        .map(code -> code.code())
                        .orElse(null);
    }

    private static FoundStudent found(
            Match match, @Nullable String gradeBand, Map<String, String> schools, LocalDate today, SearchRight right) {
        StudentRow row = match.row();
        Identity identity = right.identity() ? match.identity() : new Identity(null, null, null, null);
        LocalDate birth = match.identity().birthDate();
        return new FoundStudent(
                row.studentId(),
                row.version(),
                identity.number(),
                identity.firstName(),
                identity.lastName(),
                right.birthDate() ? identity.birthDate() : null,
                row.school(),
                row.school() == null ? null : schools.get(row.school()),
                !row.schools().isEmpty(),
                row.schools().stream()
                        .filter(one -> !one.equals(row.school()))
                        .map(one -> schools.getOrDefault(one, one))
                        .toList(),
                row.schools().isEmpty() ? row.lastDay() : null,
                gradeBand,
                birth == null || birth.isAfter(today)
                        ? null
                        : Integer.valueOf(Period.between(birth, today).getYears()));
    }
}
