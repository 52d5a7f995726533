package brightline.query.students;

import brightline.events.student.StudentEvent;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each student of the district's list is enrolled, and where the rest of the entry is kept. */
@Component
final class StudentProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "students";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    StudentProjection(DataSource dataSource) {
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(StudentEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new Batch(schema);
    }

    /** An event that an entry holds already changes nothing, so that events delivered twice give the same rows. */
    private final class Batch implements ProjectionBatch {
        private final ReadModelSchema schema;
        private final Map<UUID, StudentRow> found = new HashMap<>();
        private final Map<UUID, StudentRow> changed = new LinkedHashMap<>();

        private Batch(ReadModelSchema schema) {
            this.schema = schema;
        }

        @Override
        public void handle(Recorded recorded) {
            if (recorded.event() instanceof StudentEvent event) {
                UUID student = event.studentId().value();
                StudentRow before = before(student, recorded.sequence());
                if (before == null || before.version() < recorded.sequence()) {
                    StudentRow now = StudentRow.evolve(before, event, recorded.sequence());
                    if (now != null) {
                        changed.put(student, now);
                    }
                }
            }
        }

        /** The first event of an entry needs none: what stands there already is kept when the rows are written. */
        private @Nullable StudentRow before(UUID student, long sequence) {
            StudentRow now = changed.get(student);
            return now != null || sequence == 0 ? now : found.computeIfAbsent(student, this::stored);
        }

        private @Nullable StudentRow stored(UUID student) {
            return jdbc.sql(schema.in("select * from $rm.student_entry where student_id = ?"))
                    .param(student)
                    .query(StudentRow::read)
                    .optional()
                    .orElse(null);
        }

        @Override
        public void flush(long reached) {
            batches.batchUpdate(
                    schema.in("""
                            insert into $rm.student_entry as known
                                   (student_id, version, school, enrolled_from, last_day, schools, identity_id, identity_digest,
                                    statistics_id, statistics_digest, resting)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (student_id) do update
                               set version = excluded.version, school = excluded.school,
                                   enrolled_from = excluded.enrolled_from, last_day = excluded.last_day,
                                   schools = excluded.schools,
                                   identity_id = excluded.identity_id, identity_digest = excluded.identity_digest,
                                   statistics_id = excluded.statistics_id, statistics_digest = excluded.statistics_digest,
                                   resting = excluded.resting
                             where known.version < excluded.version"""),
                    changed.values().stream().map(Batch::columns).toList());
        }

        private static Object[] columns(StudentRow row) {
            return new @Nullable Object[] {
                row.studentId(),
                row.version(),
                row.school(),
                row.enrolledFrom(),
                row.lastDay(),
                row.schools().toArray(String[]::new),
                row.identity().secretId().value(),
                row.identity().digest(),
                row.statistics() == null ? null : row.statistics().secretId().value(),
                row.statistics() == null ? null : row.statistics().digest(),
                row.resting()
            };
        }
    }
}
