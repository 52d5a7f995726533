package brightline.edge.keys;

import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wraps by the new key-encryption key whatever the old one wraps: named keys, students' keys, and of cases the owner, or the
 * keys of those not identified. In chunks that commit well within a second; begun again, it finds what is left.
 */
final class Rewrapping {
    private static final int CHUNK = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeyStore store;
    private final Consumer<String> reached;
    private final BooleanSupplier goesOn;

    Rewrapping(KeyStore store, Consumer<String> reached, BooleanSupplier goesOn) {
        this.store = store;
        this.reached = reached;
        this.goesOn = goesOn;
    }

    private record Keys(UUID rotation, KeyEncryptionKey from, KeyEncryptionKey to) {
        byte[] rewrap(byte[] wrapped, String about) {
            byte[] key = from.unwrap(wrapped, about)
                    .orElseThrow(() -> new IllegalStateException(
                            "A key does not open under the key-encryption key that it names: nothing is destroyed"));
            return to.wrap(key, about);
        }

        byte @Nullable [] rewrapIfAny(byte @Nullable [] wrapped, String about) {
            return wrapped == null ? null : rewrap(wrapped, about);
        }
    }

    /** A chunk: what was rewrapped, and the last row it came to; null when there was none. */
    private record Chunk(int rows, @Nullable UUID last) {}

    /** @return whether it came to the end; not, if it was told to stop */
    boolean from(RotationReport rotation) {
        KeyEncryptionKey from = store.ring()
                .find(rotation.oldKey())
                .orElseThrow(() -> new IllegalStateException("The old key-encryption key is not in the key file"));
        KeyEncryptionKey to = store.ring().find(rotation.newKey()).orElseThrow();
        Keys keys = new Keys(rotation.id(), from, to);
        store.write(db -> counted(db, keys, named(db, keys)));
        UUID student = FIRST;
        while (student != null && goesOn.getAsBoolean()) {
            student = students(keys, student);
            reached.accept("students-rewrapped");
        }
        UUID subject = FIRST;
        while (subject != null && goesOn.getAsBoolean()) {
            subject = cases(keys, subject);
            reached.accept("cases-rewrapped");
        }
        return student == null && subject == null;
    }

    /** Whether anything is still wrapped by the old key. */
    boolean isLeft(RotationReport rotation) {
        return store.read(db ->
                db.sql("""
                        select exists (select from keys.named_key where kek_id = :old)
                            or exists (select from keys.student where kek_id = :old)
                            or exists (select from keys.case_key where kek_id = :old)
                        """).param("old", rotation.oldKey()).query(Boolean.class).single());
    }

    private static int counted(JdbcClient db, Keys keys, int rows) {
        return db.sql("update keys.rotation set rewrapped = rewrapped + ? where rotation_id = ?")
                .params(rows, keys.rotation())
                .update();
    }

    private static int named(JdbcClient db, Keys keys) {
        record Row(String name, byte[] wrapped) {}
        List<Row> rows = db.sql("select name, wrapped_key from keys.named_key where kek_id = ? for update")
                .param(keys.from().id())
                .query((row, _) -> new Row(row.getString(1), row.getBytes(2)))
                .list();
        for (Row row : rows) {
            db.sql("update keys.named_key set kek_id = ?, wrapped_key = ? where name = ?")
                    .params(keys.to().id(), keys.rewrap(row.wrapped(), KeyStore.aboutNamed(row.name())), row.name())
                    .update();
        }
        return rows.size();
    }

    private @Nullable UUID students(Keys keys, UUID after) {
        record Row(UUID id, byte[] wrapped) {}
        return store.write(db -> {
                    List<Row> rows = db.sql("""
                                    select student_id, wrapped_key from keys.student
                                     where kek_id = ? and student_id > ? order by student_id limit ? for update
                                    """)
                            .params(keys.from().id(), after, CHUNK)
                            .query((row, _) -> new Row(row.getObject(1, UUID.class), row.getBytes(2)))
                            .list();
                    byte[][] wrapped = rows.stream()
                            .map(row -> keys.rewrap(row.wrapped(), StudentKeys.about(new StudentId(row.id()))))
                            .toArray(byte[][]::new);
                    db.sql("""
                                    update keys.student s set kek_id = :kek, wrapped_key = one.wrapped
                                      from unnest(cast(:ids as uuid[]), cast(:wrapped as bytea[])) as one (id, wrapped)
                                     where s.student_id = one.id
                                    """)
                            .param("kek", keys.to().id())
                            .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                            .param("wrapped", wrapped)
                            .update();
                    counted(db, keys, rows.size());
                    return new Chunk(
                            rows.size(), rows.isEmpty() ? null : rows.getLast().id());
                })
                .last();
    }

    private record CaseRow(
            UUID subject,
            byte @Nullable [] owner,
            byte @Nullable [] identity,
            byte @Nullable [] narrative,
            byte @Nullable [] stat) {
        /** Of an identified student only the owner is wrapped by the key-encryption key. */
        CaseRow rewrapped(Keys keys) {
            SubjectHandle handle = new SubjectHandle(subject);
            if (owner != null) {
                return new CaseRow(subject, keys.rewrap(owner, CaseKeys.aboutOwner(handle)), identity, narrative, stat);
            }
            return new CaseRow(
                    subject,
                    null,
                    keys.rewrapIfAny(identity, CaseKeys.aboutPart(handle, Part.IDENTITY)),
                    keys.rewrapIfAny(narrative, CaseKeys.aboutPart(handle, Part.NARRATIVE)),
                    keys.rewrapIfAny(stat, CaseKeys.aboutPart(handle, Part.STAT)));
        }
    }

    private @Nullable UUID cases(Keys keys, UUID after) {
        return store.write(db -> {
                    List<CaseRow> rows = db.sql("""
                                    select subject_handle, owner, identity_key, narrative_key, stat_key
                                      from keys.case_key
                                     where kek_id = ? and subject_handle > ? order by subject_handle limit ? for update
                                    """)
                            .params(keys.from().id(), after, CHUNK)
                            .query((row, _) -> new CaseRow(
                                    row.getObject(1, UUID.class),
                                    row.getBytes(2),
                                    row.getBytes(3),
                                    row.getBytes(4),
                                    row.getBytes(5)))
                            .list();
                    List<CaseRow> rewrapped = new ArrayList<>();
                    rows.forEach(row -> rewrapped.add(row.rewrapped(keys)));
                    update(db, keys, rewrapped);
                    counted(db, keys, rows.size());
                    return new Chunk(
                            rows.size(), rows.isEmpty() ? null : rows.getLast().subject());
                })
                .last();
    }

    private static void update(JdbcClient db, Keys keys, List<CaseRow> rows) {
        db.sql("""
                        update keys.case_key c
                           set kek_id = :kek, owner = one.owner, identity_key = one.identity,
                               narrative_key = one.narrative, stat_key = one.stat
                          from unnest(cast(:subjects as uuid[]), cast(:owners as bytea[]), cast(:identities as bytea[]),
                                      cast(:narratives as bytea[]), cast(:stats as bytea[]))
                               as one (subject, owner, identity, narrative, stat)
                         where c.subject_handle = one.subject
                        """)
                .param("kek", keys.to().id())
                .param("subjects", rows.stream().map(CaseRow::subject).toArray(UUID[]::new))
                .param("owners", rows.stream().map(CaseRow::owner).toArray(byte[][]::new))
                .param("identities", rows.stream().map(CaseRow::identity).toArray(byte[][]::new))
                .param("narratives", rows.stream().map(CaseRow::narrative).toArray(byte[][]::new))
                .param("stats", rows.stream().map(CaseRow::stat).toArray(byte[][]::new))
                .update();
    }
}
