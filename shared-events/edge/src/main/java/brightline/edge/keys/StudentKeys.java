package brightline.edge.keys;

import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of students as they stand in the key store, wrapped. Blind indexes are written in hex where they are keys of a map. */
final class StudentKeys {
    private static final RowMapper<Row> ROW = (row, _) -> new Row(
            new StudentId(row.getObject("student_id", UUID.class)),
            row.getBytes("blind_index"),
            row.getString("kek_id"),
            row.getBytes("wrapped_key"),
            row.getBoolean("joined"));

    /** Whether others turned out to be the student. */
    private static final String JOINED =
            "exists (select from keys.student_joined where joined_to = meant.student_id) as joined";

    private static final UUID FIRST = new UUID(0, 0);

    private final KeyStore store;

    StudentKeys(KeyStore store) {
        this.store = store;
    }

    private interface Wrapped {
        String kekId();
    }

    private record Row(StudentId id, byte[] blind, String kekId, byte[] wrapped, boolean joined) implements Wrapped {}

    /** @param meant whoever the entry turned out to be, under the blind index that led to the entry */
    private record Entry(StudentId id, Row meant) implements Wrapped {
        @Override
        public String kekId() {
            return meant.kekId();
        }
    }

    /** Whom blind indexes lead to: who was registered under one stands first, then who has it alone, then those who share it. */
    private static final String HOLDERS = """
            select blind_index, student_id, 0 as place from keys.student where blind_index = any(:blinds)
            union all
            select blind_index, student_id, 1 from keys.student_number where blind_index = any(:blinds)
            union all
            select blind_index, student_id, 2 from keys.shared_number where blind_index = any(:blinds)""";

    /** The keys of these students; nothing for those whose key is gone. */
    Map<StudentId, StudentKey> byId(Set<StudentId> ids) {
        return ids.isEmpty() ? Map.of() : store.read(db -> byId(db, ids));
    }

    /** As {@link #byId(Set)}, within a question that has begun. */
    Map<StudentId, StudentKey> byId(JdbcClient db, Set<StudentId> ids) {
        Map<StudentId, StudentKey> keys = new HashMap<>();
        if (!ids.isEmpty()) {
            UUID[] values = ids.stream().map(StudentId::value).toArray(UUID[]::new);
            fresh(() -> db.sql("select student_id, blind_index, kek_id, wrapped_key, " + JOINED
                                    + " from keys.student meant where student_id = any(:ids)")
                            .param("ids", values)
                            .query(ROW)
                            .list())
                    .forEach(row -> opened(db, row).ifPresent(key -> keys.put(row.id(), key)));
        }
        return keys;
    }

    /** Whoever each of these turned out to be; itself where it is nobody else. */
    Map<StudentId, StudentId> joined(Set<StudentId> ids) {
        Map<StudentId, StudentId> found = new HashMap<>();
        ids.forEach(id -> found.put(id, id));
        if (!ids.isEmpty()) {
            store.read(db -> db.sql(
                                    "select student_id, joined_to from keys.student_joined where student_id = any(:ids)")
                            .param("ids", ids.stream().map(StudentId::value).toArray(UUID[]::new))
                            .query((row, _) -> Map.entry(
                                    new StudentId(row.getObject(1, UUID.class)),
                                    new StudentId(row.getObject(2, UUID.class))))
                            .list())
                    .forEach(pair -> found.put(pair.getKey(), pair.getValue()));
        }
        return found;
    }

    /** Those who turned out to be one of these students, each with whom. */
    Map<StudentId, StudentId> joinedTo(Set<StudentId> ids) {
        Map<StudentId, StudentId> found = new HashMap<>();
        if (!ids.isEmpty()) {
            store.read(db -> db.sql("select student_id, joined_to from keys.student_joined where joined_to = any(:ids)")
                            .param("ids", ids.stream().map(StudentId::value).toArray(UUID[]::new))
                            .query((row, _) -> Map.entry(
                                    new StudentId(row.getObject(1, UUID.class)),
                                    new StudentId(row.getObject(2, UUID.class))))
                            .list())
                    .forEach(pair -> found.put(pair.getKey(), pair.getValue()));
        }
        return found;
    }

    /** Says who a student turned out to be, for good. @param into null for nobody else */
    void join(StudentId other, @Nullable StudentId into) {
        store.alone(db -> db.sql("""
                        with before as (
                          delete from keys.student_joined where student_id = :other and joined_to is distinct from cast(:into as uuid))
                        insert into keys.student_joined (student_id, joined_to)
                        select cast(:other as uuid), cast(:into as uuid) where cast(:into as uuid) is not null
                        on conflict do nothing
                        """)
                .param("into", into == null ? null : into.value())
                .param("other", other.value())
                .update());
    }

    /** Lets a blind index that leads to nobody lead to the student, for good. @return whether it does */
    boolean lead(byte[] blind, StudentId student) {
        return store.alone(db -> {
            db.sql("""
                            insert into keys.student_number (blind_index, student_id)
                            select :blind, :student where not exists (select from keys.student where blind_index = :blind)
                            on conflict do nothing
                            """).param("blind", blind).param("student", student.value()).update();
            return db.sql(
                            "select exists (select from keys.student_number where blind_index = :blind and student_id = :student)")
                    .param("blind", blind)
                    .param("student", student.value())
                    .query(Boolean.class)
                    .single();
        });
    }

    /** Lets a blind index lead to the student, too, beside whomever it leads to, for good. */
    void share(byte[] blind, StudentId student) {
        store.alone(db -> db.sql("""
                        insert into keys.shared_number (blind_index, student_id)
                        select :blind, :student where not exists (
                          select from keys.student where blind_index = :blind and student_id = :student)
                        on conflict do nothing
                        """)
                .param("blind", blind)
                .param("student", student.value())
                .update());
    }

    /** Whether the student was registered under that blind index. */
    boolean isRegistered(byte[] blind, StudentId student) {
        return store.read(db -> db.sql(
                        "select exists (select from keys.student where student_id = :student and blind_index = :blind)")
                .param("student", student.value())
                .param("blind", blind)
                .query(Boolean.class)
                .single());
    }

    /**
     * Registers the student under another blind index in the place of the earlier one, for good, unless it leads to somebody else.
     *
     * @return whether it did
     */
    boolean indexAlone(byte[] earlier, byte[] now, StudentId student) {
        try {
            return store.write(db -> db.sql("""
                            update keys.student set blind_index = :now where student_id = :student and blind_index = :earlier
                               and not exists (select from keys.student_number
                                                where blind_index = :now and student_id <> :student)
                               and not exists (select from keys.shared_number
                                                where blind_index = :now and student_id <> :student)
                            """)
                            .param("now", now)
                            .param("student", student.value())
                            .param("earlier", earlier)
                            .update())
                    == 1;
        } catch (DuplicateKeyException faster) {
            return false;
        }
    }

    /** The next students in the order of their ids. */
    List<StudentId> after(UUID last, int atMost) {
        return store.read(
                db -> db.sql("select student_id from keys.student where student_id > ? order by student_id limit ?")
                        .params(last, atMost)
                        .query((row, _) -> new StudentId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** The last student whose number was looked at for that edition of the form; empty where all were. */
    Optional<UUID> indexedUpTo(int edition) {
        return store.read(db -> db.sql("select last_student, ended_at from keys.number_form where edition = ?")
                .param(edition)
                .query((row, _) -> Optional.ofNullable(
                        row.getObject("ended_at") == null ? row.getObject("last_student", UUID.class) : null))
                .optional()
                .orElse(Optional.of(FIRST)));
    }

    /** Keeps how far it came. @param ended whether it came to the end */
    void indexedUpTo(int edition, UUID last, boolean ended) {
        store.write(db -> db.sql("""
                        insert into keys.number_form (edition, last_student, ended_at)
                        values (:edition, :last, case when :ended then clock_timestamp() end)
                        on conflict (edition) do update set last_student = excluded.last_student, ended_at = excluded.ended_at
                        """)
                .param("edition", edition)
                .param("last", last)
                .param("ended", ended)
                .update());
    }

    /** Lets a blind index lead to none of these students any more, for good. */
    void release(byte[] blind, Set<StudentId> holders) {
        store.alone(db -> db.sql("""
                        with others as (
                          delete from keys.student_number where blind_index = :blind and student_id = any(:holders)),
                        shared as (
                          delete from keys.shared_number where blind_index = :blind and student_id = any(:holders))
                        update keys.student set blind_index = :random where blind_index = :blind and student_id = any(:holders)
                        """)
                .param("blind", blind)
                .param("holders", holders.stream().map(StudentId::value).toArray(UUID[]::new))
                .param("random", Cipher256.random(32))
                .update());
    }

    /**
     * One of those a blind index leads to.
     *
     * @param entry registered under the number, or led to by it
     * @param key of whoever that turned out to be
     */
    record Holder(StudentId entry, StudentKey key) {}

    /**
     * Whom these blind indexes lead to, first who had the number first; nothing for those not registered, or whose key is gone.
     */
    Map<String, List<Holder>> byBlindIndex(Collection<byte[]> blinds) {
        Map<String, List<Holder>> holders = new HashMap<>();
        if (!blinds.isEmpty()) {
            byte[][] values = blinds.toArray(byte[][]::new);
            store.read(db -> {
                fresh(() -> db.sql("select meant.student_id, number.blind_index, meant.kek_id, meant.wrapped_key, "
                                        + "number.student_id as entry, " + JOINED + " from (" + HOLDERS + """
                                    ) number
                                      left join keys.student_joined joined on joined.student_id = number.student_id
                                      join keys.student meant
                                        on meant.student_id = coalesce(joined.joined_to, number.student_id)
                                     order by number.place, number.student_id
                                    """)
                                .param("blinds", values)
                                .query((row, at) -> new Entry(
                                        new StudentId(row.getObject("entry", UUID.class)),
                                        Objects.requireNonNull(ROW.mapRow(row, at))))
                                .list())
                        .forEach(one -> opened(db, one.meant())
                                .ifPresent(key -> holders.computeIfAbsent(
                                                hex(one.meant().blind()), _ -> new ArrayList<>())
                                        .add(new Holder(one.id(), key))));
                return holders;
            });
        }
        return holders;
    }

    /**
     * Those registered with these blind indexes, or led to by them, first who had the number first, whether or not their keys still
     * open; not whoever they turned out to be.
     */
    Map<String, List<StudentId>> idsOf(Collection<byte[]> blinds) {
        Map<String, List<StudentId>> ids = new HashMap<>();
        store.read(db -> db.sql(HOLDERS + " order by place, student_id")
                        .param("blinds", blinds.toArray(byte[][]::new))
                        .query((row, _) -> Map.entry(
                                hex(row.getBytes("blind_index")),
                                new StudentId(row.getObject("student_id", UUID.class))))
                        .list())
                .forEach(one -> ids.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return ids;
    }

    private <T extends Wrapped> List<T> fresh(Supplier<List<T>> question) {
        List<T> rows = question.get();
        return rows.stream().anyMatch(row -> store.isStale(row.kekId())) ? question.get() : rows;
    }

    private Optional<StudentKey> opened(JdbcClient db, Row row) {
        return store.unwrap(row.kekId(), row.wrapped(), about(row.id()))
                .map(key -> new StudentKey(row.id(), key, row.joined() ? othersOf(db, row.id()) : List.of()));
    }

    private List<StudentKey> othersOf(JdbcClient db, StudentId student) {
        return fresh(() -> db.sql("""
                                select student_id, blind_index, kek_id, wrapped_key, false as joined
                                  from keys.student join keys.student_joined using (student_id) where joined_to = ?
                                """).param(student.value()).query(ROW).list()).stream()
                .flatMap(row -> opened(db, row).stream())
                .toList();
    }

    /**
     * Registers students with keys of their own, ahead of the events that need them.
     *
     * @param blinds in an order that all writers share, so that they never wait for each other in a circle
     * @return those registered by this call; others were faster with the rest
     */
    Map<String, StudentKey> register(List<byte[]> blinds) {
        Map<String, StudentKey> registered = new HashMap<>();
        store.underActiveKey(kek -> {
            Map<UUID, StudentKey> keys = new HashMap<>();
            Map<UUID, String> indexes = new HashMap<>();
            UUID[] ids = new UUID[blinds.size()];
            byte[][] wrapped = new byte[blinds.size()][];
            for (int i = 0; i < ids.length; i++) {
                StudentId id = new StudentId(UUID.randomUUID());
                byte[] key = Cipher256.random(32);
                ids[i] = id.value();
                wrapped[i] = kek.wrap(key, about(id));
                keys.put(id.value(), new StudentKey(id, key, List.of()));
                indexes.put(id.value(), hex(blinds.get(i)));
            }
            // One row if the key is active and nobody was registered, none if it is not.
            List<Optional<UUID>> made = store.alone(db -> db.sql("with " + KeyStore.ACTIVE_KEY + """
                            , made as (
                              insert into keys.student (student_id, blind_index, kek_id, wrapped_key)
                              select id, blind, :kek, wrapped
                                from active, unnest(cast(:ids as uuid[]), cast(:blinds as bytea[]),
                                       cast(:wrapped as bytea[])) as one (id, blind, wrapped)
                              on conflict do nothing
                              returning student_id)
                            select made.student_id from active left join made on true
                            """)
                    .param("kek", kek.id())
                    .param("ahead", store.sharesWalWithEvents())
                    .param("ids", ids)
                    .param("blinds", blinds.toArray(byte[][]::new))
                    .param("wrapped", wrapped)
                    .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                    .list());
            made.stream()
                    .flatMap(Optional::stream)
                    .forEach(id -> registered.put(
                            Objects.requireNonNull(indexes.get(id)), Objects.requireNonNull(keys.get(id))));
            return made.isEmpty() ? 0 : 1;
        });
        return registered;
    }

    static String about(StudentId student) {
        return "student|" + student;
    }

    static String hex(byte[] blind) {
        return HexFormat.of().formatHex(blind);
    }
}
