package brightline.edge.keys;

import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of cases and students as they stand in the key store, wrapped. */
final class CaseKeys {
    private final KeyStore store;
    private final StudentKeys students;

    CaseKeys(KeyStore store) {
        this.store = store;
        this.students = new StudentKeys(store);
    }

    /**
     * A case that begins, with fresh keys for all its parts.
     *
     * @param student null if not identified
     */
    record NewCase(SubjectHandle subject, @Nullable StudentKey student, Map<Part, byte[]> keys) {
        static NewCase of(SubjectHandle subject, @Nullable StudentKey student) {
            Map<Part, byte[]> keys = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                keys.put(part, Cipher256.random(32));
            }
            return new NewCase(subject, student, keys);
        }
    }

    /**
     * A case that is known.
     *
     * @param student null if not identified, or if the student's key is gone
     * @param erased whether the student was identified and the student's key is gone
     * @param keys of those parts that can still be opened
     */
    record Found(@Nullable StudentId student, boolean erased, Map<Part, byte[]> keys) {}

    private record Row(SubjectHandle subject, String kekId, byte @Nullable [] owner, Map<Part, byte[]> wrapped) {}

    /**
     * Writes the cases ahead of the events that need them.
     *
     * @throws IllegalStateException if the key of one of the students was destroyed meanwhile
     */
    void insertAhead(List<NewCase> cases) {
        insert(cases, store.sharesWalWithEvents());
    }

    /** Writes the cases for good. */
    void insertNow(List<NewCase> cases) {
        insert(cases, false);
    }

    private record Begun(int active, int cases) {}

    private void insert(List<NewCase> cases, boolean ahead) {
        if (cases.isEmpty()) {
            return;
        }
        store.underActiveKey(kek -> {
            Begun begun = store.alone(db -> db.sql("with " + KeyStore.ACTIVE_KEY + """
                            , begun as materialized (
                              select one.* from active, unnest(cast(:handles as uuid[]), cast(:students as uuid[]),
                                     cast(:sealed as bytea[]), cast(:owners as bytea[]), cast(:identities as bytea[]),
                                     cast(:narratives as bytea[]), cast(:stats as bytea[]))
                                     as one (handle, student, sealed, owner, identity, narrative, stat)
                               where one.student is null
                                  or exists (select from keys.student where student_id = one.student)),
                            opened as (
                              insert into keys.case_key
                                     (subject_handle, kek_id, owner, identity_key, narrative_key, stat_key)
                              select handle, :kek, owner, identity, narrative, stat from begun),
                            linked as (
                              insert into keys.student_case (student_id, sealed_handle)
                              select student, sealed from begun where student is not null)
                            select (select count(*) from active), (select count(*) from begun)
                            """)
                    .param("kek", kek.id())
                    .param("ahead", ahead)
                    .param(
                            "handles",
                            each(cases, UUID[]::new, one -> one.subject().value()))
                    .param("students", each(cases, UUID[]::new, CaseKeys::studentOf))
                    .param("sealed", each(cases, byte[][]::new, CaseKeys::sealedHandle))
                    .param("owners", each(cases, byte[][]::new, one -> owner(kek, one)))
                    .param("identities", each(cases, byte[][]::new, one -> wrapped(kek, one, Part.IDENTITY)))
                    .param("narratives", each(cases, byte[][]::new, one -> wrapped(kek, one, Part.NARRATIVE)))
                    .param("stats", each(cases, byte[][]::new, one -> wrapped(kek, one, Part.STAT)))
                    .query((row, _) -> new Begun(row.getInt(1), row.getInt(2)))
                    .single());
            if (begun.active() == 1 && begun.cases() < cases.size()) {
                throw StudentKey.destroyed();
            }
            return begun.active();
        });
    }

    private static <T> @Nullable T[] each(
            List<NewCase> cases, IntFunction<@Nullable T[]> array, Function<NewCase, @Nullable T> column) {
        @Nullable T[] values = array.apply(cases.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(cases.get(i));
        }
        return values;
    }

    private static byte @Nullable [] owner(KeyEncryptionKey kek, NewCase one) {
        return one.student() == null
                ? null
                : kek.wrap(bytes(one.student().student().value()), aboutOwner(one.subject()));
    }

    private static byte[] wrapped(KeyEncryptionKey kek, NewCase one, Part part) {
        byte[] key = Objects.requireNonNull(one.keys().get(part));
        StudentKey student = one.student();
        return student == null ? kek.wrap(key, aboutPart(one.subject(), part)) : student.wrap(key, one.subject(), part);
    }

    private static @Nullable UUID studentOf(NewCase one) {
        return one.student() == null ? null : one.student().student().value();
    }

    private static byte @Nullable [] sealedHandle(NewCase one) {
        return one.student() == null ? null : one.student().sealHandle(one.subject());
    }

    /** What can be opened of these cases; nothing for those that are not, or no longer, known. */
    Map<SubjectHandle, Found> find(Collection<SubjectHandle> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return store.read(db -> {
            List<Row> rows = rows(db, subjects);
            if (rows.stream().anyMatch(row -> store.isStale(row.kekId()))) {
                rows = rows(db, subjects);
            }
            Map<SubjectHandle, StudentId> owners = new HashMap<>();
            for (Row row : rows) {
                if (row.owner() != null) {
                    store.unwrap(row.kekId(), row.owner(), aboutOwner(row.subject()))
                            .ifPresent(id -> owners.put(row.subject(), new StudentId(uuid(id))));
                }
            }
            Map<StudentId, StudentKey> alive = students.byId(db, new HashSet<>(owners.values()));
            Map<SubjectHandle, Found> found = new HashMap<>();
            for (Row row : rows) {
                StudentId owner = owners.get(row.subject());
                found.put(row.subject(), found(row, owner, owner == null ? null : alive.get(owner)));
            }
            return found;
        });
    }

    private Found found(Row row, @Nullable StudentId owner, @Nullable StudentKey student) {
        Map<Part, byte[]> keys = new EnumMap<>(Part.class);
        row.wrapped().forEach((part, wrapped) -> {
            Optional<byte[]> key = row.owner() == null
                    ? store.unwrap(row.kekId(), wrapped, aboutPart(row.subject(), part))
                    : Optional.ofNullable(student).flatMap(one -> one.unwrap(wrapped, row.subject(), part));
            key.ifPresent(opened -> keys.put(part, opened));
        });
        return new Found(student == null ? null : owner, owner != null && student == null, keys);
    }

    private static List<Row> rows(JdbcClient db, Collection<SubjectHandle> subjects) {
        return db.sql("""
                        select subject_handle, kek_id, owner, identity_key, narrative_key, stat_key
                          from keys.case_key where subject_handle = any(:subjects)
                        """)
                .param("subjects", subjects.stream().map(SubjectHandle::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    Map<Part, byte[]> wrapped = new EnumMap<>(Part.class);
                    for (Part part : Part.values()) {
                        byte[] key = row.getBytes(column(part));
                        if (key != null) {
                            wrapped.put(part, key);
                        }
                    }
                    return new Row(
                            new SubjectHandle(row.getObject("subject_handle", UUID.class)),
                            row.getString("kek_id"),
                            row.getBytes("owner"),
                            wrapped);
                })
                .list();
    }

    /** All handles ever given to cases of the student. */
    Set<SubjectHandle> handlesOf(StudentKey student) {
        return store.read(db -> db
                .sql("select sealed_handle from keys.student_case where student_id = ?")
                .param(student.student().value())
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .flatMap(link -> student.openHandle(link).stream())
                .collect(Collectors.toSet()));
    }

    static String column(Part part) {
        return switch (part) {
            case IDENTITY -> "identity_key";
            case NARRATIVE -> "narrative_key";
            case STAT -> "stat_key";
        };
    }

    static String aboutOwner(SubjectHandle subject) {
        return "owner|" + subject;
    }

    static String aboutPart(SubjectHandle subject, Part part) {
        return "case|" + subject + "|" + part;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer read = ByteBuffer.wrap(bytes);
        return new UUID(read.getLong(), read.getLong());
    }
}
