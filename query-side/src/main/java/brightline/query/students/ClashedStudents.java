package brightline.query.students;

import brightline.edge.access.CurrentActor;
import brightline.edge.access.ReadAudit;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.query.figures.ReferenceEntries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows who two are that stand under one number, to whoever decides whether they are one child: the one purpose for which a
 * coordinator sees an identity, and each look is on record.
 */
@Component
public final class ClashedStudents {
    private final JdbcClient jdbc;
    private final PersonalParts parts;
    private final ReferenceEntries entries;
    private final ObjectProvider<ReadAudit> audit;

    /** @param audit comes with the way in, which a program that answers nobody does without */
    ClashedStudents(JdbcClient jdbc, PersonalParts parts, ReferenceEntries entries, ObjectProvider<ReadAudit> audit) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * One of them. Null is what is not recorded, or can be read no more.
     *
     * @param entered whether the student stands in the list, and is not known from contacts alone
     * @param schools names of the schools the student is enrolled at, or of the last one
     */
    public record Shown(
            boolean entered,
            @Nullable String number,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable LocalDate birthDate,
            List<String> schools) {
        public Shown {
            schools = List.copyOf(schools);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Both, in the order they are asked for. @throws org.springframework.dao.DataAccessException when it cannot be kept that they were shown */
    public List<Shown> show(List<UUID> students, CurrentActor actor) {
        Map<String, String> schools = entries.schools(Long.MAX_VALUE);
        List<Shown> shown =
                students.stream().map(student -> shown(student, schools)).toList();
        audit.getObject().searched(actor, "student-clash", null, (int)
                shown.stream().filter(Shown::entered).count());
        return shown;
    }

    private Shown shown(UUID student, Map<String, String> schools) {
        return jdbc.sql("select * from rm.student_entry where student_id = ?")
                .param(student)
                .query(StudentRow::read)
                .optional()
                .map(row -> {
                    Identity identity =
                            parts.open(row.identity(), Identity.class).orElse(new Identity(null, null, null, null));
                    List<String> at =
                            row.schools().isEmpty() && row.school() != null ? List.of(row.school()) : row.schools();
                    return new Shown(
                            true,
                            identity.number(),
                            identity.firstName(),
                            identity.lastName(),
                            identity.birthDate(),
                            at.stream()
                                    .map(school -> schools.getOrDefault(school, school))
                                    .toList());
                })
                .orElse(new Shown(false, null, null, null, null, List.of()));
    }
}
