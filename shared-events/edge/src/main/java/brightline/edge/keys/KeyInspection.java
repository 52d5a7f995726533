package brightline.edge.keys;

import brightline.edge.keys.CaseKeys.Found;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** Opens every key of a key store under one key-encryption key alone, to know that nothing else is needed. */
final class KeyInspection {
    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeyStore store;
    private final StudentKeys students;
    private final CaseKeys cases;

    KeyInspection(DataSource restored, KeyEncryptionKey kek) {
        this.store = KeyStore.openUnder(restored, kek);
        this.students = new StudentKeys(store);
        this.cases = new CaseKeys(store);
    }

    private record Case(SubjectHandle subject, int wrapped) {}

    /**
     * How many keys there are.
     *
     * @throws IllegalStateException if one of them does not open
     */
    long openAll() {
        return named() + students() + cases();
    }

    private long named() {
        List<String> names = store.read(db ->
                db.sql("select name from keys.named_key").query(String.class).list());
        names.forEach(store::named);
        return names.size();
    }

    private long students() {
        long opened = 0;
        for (List<StudentId> chunk = students(FIRST);
                !chunk.isEmpty();
                chunk = students(chunk.getLast().value())) {
            require(students.byId(new HashSet<>(chunk)).size() == chunk.size());
            opened += chunk.size();
        }
        return opened;
    }

    private List<StudentId> students(UUID after) {
        return store.read(
                db -> db.sql("select student_id from keys.student where student_id > ? order by student_id limit ?")
                        .params(after, CHUNK)
                        .query((row, _) -> new StudentId(row.getObject(1, UUID.class)))
                        .list());
    }

    private long cases() {
        long opened = 0;
        for (List<Case> chunk = cases(FIRST);
                !chunk.isEmpty();
                chunk = cases(chunk.getLast().subject().value())) {
            Map<SubjectHandle, Found> found =
                    cases.find(chunk.stream().map(Case::subject).toList());
            for (Case one : chunk) {
                Found known = Objects.requireNonNull(found.get(one.subject()));
                // What the key of a student who was erased has wrapped does not open, and must not.
                require(known.erased() || known.keys().size() == one.wrapped());
                opened += known.keys().size();
            }
        }
        return opened;
    }

    private static void require(boolean open) {
        if (!open) {
            throw new IllegalStateException("A key does not open under the key-encryption key alone");
        }
    }

    private List<Case> cases(UUID after) {
        return store.read(db -> db.sql("""
                        select subject_handle, num_nonnulls(identity_key, narrative_key, stat_key)
                          from keys.case_key where subject_handle > ? order by subject_handle limit ?
                        """)
                .params(after, CHUNK)
                .query((row, _) -> new Case(new SubjectHandle(row.getObject(1, UUID.class)), row.getInt(2)))
                .list());
    }
}
