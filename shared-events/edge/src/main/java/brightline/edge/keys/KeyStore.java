package brightline.edge.keys;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of wrapped keys, apart from the events' (ADR 8). Its transactions are its own and short, never those of a
 * submission: a key is committed before the event that needs it, and a key without an event is harmless.
 */
public final class KeyStore {
    /**
     * What a statement that writes under the active key begins with: {@code active} has a row if the key {@code :kek} is
     * active. With {@code :ahead} true the statement's commit waits for no flush: it is visible to everybody at once, and where
     * one server holds both databases, durable no later than the commit of the event transaction that needs it, whose flush
     * carries it.
     */
    static final String ACTIVE_KEY = """
            active as materialized (
              select case when :ahead then set_config('synchronous_commit', 'off', true) end
                from keys.key_encryption_key where kek_id = :kek and state = 'ACTIVE')""";

    /** Whether another transaction waits for the one that asks. */
    public static final String IN_THE_WAY =
            "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))";

    private final DataSource keys;
    private final KeyRing ring;
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final boolean oneWal;
    private final Map<String, byte[]> named = new ConcurrentHashMap<>();
    private volatile KeyEncryptionKey active;

    private KeyStore(DataSource dataSource, KeyRing ring, boolean oneWal) {
        this.keys = dataSource;
        this.ring = ring;
        this.jdbc = JdbcClient.create(dataSource);
        var transactions = new JdbcTransactionManager(dataSource);
        // It runs within submissions and takes no part in theirs.
        transactions.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        this.writing = new TransactionTemplate(transactions);
        this.oneWal = oneWal;
        this.active = firstActive();
    }

    /**
     * Opens the store; its schema must be there.
     *
     * @param keys the database of keys
     * @param events the database of events
     * @param file where the key-encryption key stands; a new one is written there if the store has wrapped nothing yet
     * @throws IllegalStateException if the key that the store is wrapped by is not in the file, or others may touch the file
     */
    public static KeyStore open(DataSource keys, DataSource events, Path file) {
        return new KeyStore(keys, KeyRing.in(file), OneServer.holdsBoth(keys, events));
    }

    /** Opens the store as if its database and the events' were not, or were, one server's. */
    static KeyStore open(DataSource keys, Path file, boolean oneWal) {
        return new KeyStore(keys, KeyRing.in(file), oneWal);
    }

    /** Opens a copy of the store under that key alone. */
    static KeyStore openUnder(DataSource copy, KeyEncryptionKey kek) {
        return new KeyStore(copy, KeyRing.only(kek), false);
    }

    private KeyEncryptionKey firstActive() {
        Optional<String> id = activeId();
        if (id.isEmpty()) {
            KeyEncryptionKey first = ring.first();
            writing.executeWithoutResult(_ -> jdbc.sql("""
                            insert into keys.key_encryption_key (kek_id, state) values (?, 'ACTIVE') on conflict do nothing
                            """).param(first.id()).update());
        } else {
            ring.load();
        }
        return inRing(activeId().orElseThrow());
    }

    private Optional<String> activeId() {
        return read(db -> db.sql("select kek_id from keys.key_encryption_key where state = 'ACTIVE'")
                .query(String.class)
                .optional());
    }

    private KeyEncryptionKey inRing(String id) {
        return ring.find(id)
                .orElseThrow(() -> new IllegalStateException("The key store is wrapped by the key-encryption key " + id
                        + ", which is not in the key file: put that file back"));
    }

    /** Whether both databases are one server's, so that a commit of the one makes what the other committed before durable too. */
    public boolean sharesWalWithEvents() {
        return oneWal;
    }

    KeyRing ring() {
        return ring;
    }

    /** Answers a question; of several statements each sees what was committed when it began. */
    <T> T read(Function<JdbcClient, T> question) {
        return alone(question);
    }

    /**
     * Runs statements that need no transaction together: one round trip each, on a connection of the store's own whatever
     * transaction the caller is in.
     */
    <T> T alone(Function<JdbcClient, T> statements) {
        if (TransactionSynchronizationManager.hasResource(keys)) {
            return requireNonNull(statements.apply(jdbc));
        }
        try (Connection connection = keys.getConnection()) {
            // Else the connection would be kept until the caller's transaction ends.
            TransactionSynchronizationManager.bindResource(keys, new ConnectionHolder(connection));
            try {
                return requireNonNull(statements.apply(jdbc));
            } finally {
                TransactionSynchronizationManager.unbindResource(keys);
            }
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("The key store does not answer", failure);
        }
    }

    /** Commits; durable when this returns. */
    <T> T write(Function<JdbcClient, T> work) {
        return requireNonNull(writing.execute(_ -> work.apply(jdbc)));
    }

    /**
     * Lets this thread write and read in one transaction that never commits, until it is closed: what it writes is seen by it alone.
     *
     * @param first a statement the transaction begins with
     */
    public Rehearsal rehearse(String first) {
        return new Rehearsal(first);
    }

    /** Whether this thread's writes are never committed. */
    boolean isRehearsed() {
        return TransactionSynchronizationManager.getResource(keys) instanceof Uncommitted;
    }

    private static final class Uncommitted extends ConnectionHolder {
        Uncommitted(Connection connection) {
            super(connection, true);
        }
    }

    /** A transaction of the store that never commits. */
    public final class Rehearsal implements AutoCloseable {
        private final Connection connection;

        private Rehearsal(String first) {
            try {
                connection = keys.getConnection();
            } catch (SQLException failure) {
                throw new CannotGetJdbcConnectionException("The key store does not answer", failure);
            }
            try {
                connection.setAutoCommit(false);
                TransactionSynchronizationManager.bindResource(keys, new Uncommitted(connection));
                jdbc.sql(first).query().singleRow();
            } catch (SQLException | RuntimeException failure) {
                close();
                throw new IllegalStateException("The key store takes no rehearsal", failure);
            }
        }

        /** Whether somebody waits for what this transaction holds. */
        public boolean isInTheWay() {
            return jdbc.sql(IN_THE_WAY).query(Boolean.class).single();
        }

        /** Undoes everything. */
        @Override
        public void close() {
            TransactionSynchronizationManager.unbindResourceIfPossible(keys);
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                throw new IllegalStateException("The key store does not end a rehearsal", failure);
            }
        }
    }

    /** The key that wraps what is new. */
    KeyEncryptionKey active() {
        return active;
    }

    /** Reads again which key wraps what is new: another process, or another thread, may have changed it. */
    KeyEncryptionKey refreshActive() {
        String id = activeId().orElseThrow();
        if (ring.find(id).isEmpty()) {
            ring.load();
        }
        KeyEncryptionKey now = inRing(id);
        active = now;
        return now;
    }

    /**
     * Writes rows under the active key. Whoever changes that key locks the tables first; a statement that writes waits for
     * that lock before it looks, so that one statement both looks whether its key is active and writes under it.
     *
     * @param insert inserts in one statement, if the key it is given is active, and answers 1 if it was, else 0
     */
    void underActiveKey(ToIntFunction<KeyEncryptionKey> insert) {
        if (insert.applyAsInt(active) == 0 && insert.applyAsInt(refreshActive()) == 0) {
            throw new IllegalStateException("The key-encryption key was changed twice within one write");
        }
    }

    /** Whether a row is older than the key ring: the key that it names has gone since it was read, and it was rewrapped before. */
    boolean isStale(String kekId) {
        return ring.find(kekId).isEmpty();
    }

    /**
     * Opens what a key-encryption key wraps.
     *
     * @return empty if it does not open, or if that key was destroyed
     * @throws IllegalStateException if that key is alive and not in the key file: that is no erasure
     */
    Optional<byte[]> unwrap(String kekId, byte[] wrapped, String about) {
        Optional<KeyEncryptionKey> kek = ring.find(kekId);
        if (kek.isEmpty()) {
            boolean alive =
                    read(db -> db.sql("""
                            select exists (select from keys.key_encryption_key where kek_id = ? and state <> 'DESTROYED')
                            """).param(kekId).query(Boolean.class).single());
            if (!alive) {
                return Optional.empty();
            }
            ring.load();
            kek = Optional.of(inRing(kekId));
        }
        return kek.get().unwrap(wrapped, about);
    }

    /** A random key with a purpose of its own, made when first asked for. A change of the key-encryption key leaves it as it is. */
    byte[] named(String name) {
        return named.computeIfAbsent(name, this::findOrMake);
    }

    private byte[] findOrMake(String name) {
        if (findNamed(name).isEmpty()) {
            byte[] fresh = Cipher256.random(32);
            underActiveKey(kek -> write(db -> db.sql("""
                                    with active as materialized (
                                      select from keys.key_encryption_key where kek_id = :kek and state = 'ACTIVE'),
                                    made as (
                                      insert into keys.named_key (name, kek_id, wrapped_key)
                                      select :name, :kek, :wrapped from active
                                      on conflict do nothing)
                                    select count(*) from active
                                    """)
                    .param("kek", kek.id())
                    .param("name", name)
                    .param("wrapped", kek.wrap(fresh, aboutNamed(name)))
                    .query(Integer.class)
                    .single()));
        }
        return findNamed(name).orElseThrow();
    }

    private Optional<byte[]> findNamed(String name) {
        record Row(String kekId, byte[] wrapped) {}
        return read(db -> db.sql("select kek_id, wrapped_key from keys.named_key where name = ?")
                        .param(name)
                        .query((row, _) -> new Row(row.getString(1), row.getBytes(2)))
                        .optional())
                .map(row -> unwrap(row.kekId(), row.wrapped(), aboutNamed(name))
                        .orElseThrow(() -> new IllegalStateException("The key " + name + " does not open")));
    }

    static String aboutNamed(String name) {
        return "named|" + name;
    }
}
