package brightline.edge.keys;

import brightline.edge.keys.RotationReport.Step;
import brightline.edge.problem.Faults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes the key-encryption key, in one strict order: a new key, everything rewrapped, a fresh backup, that backup tried out,
 * and only then the old key destroyed (trust: losing the key store would erase everybody). What was done is in the database
 * and in the key files, so that an interrupted change goes on at the next start; until its end both keys open.
 */
public final class KeyRotation implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    /** Names the lock that one process of all holds while it changes the key. */
    private static final long LOCK = 0x6b65_792d_726f_7461L;

    private static final int PATIENCE_MILLIS = 10_000;

    private final KeyStore store;
    private final Rewrapping rewrapping;
    private final KeyBackups backups;
    private final KeyServer server;
    private final Consumer<String> reached;
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private volatile boolean running;
    private volatile boolean stopping;

    /** @param server holds a connection for as long as a change runs */
    public KeyRotation(KeyStore store, KeyServer server, KeyBackups backups) {
        this(store, server, backups, KeyRotation::log);
    }

    /** @param reached is told of each point at which a crash would find something half done */
    KeyRotation(KeyStore store, KeyServer server, KeyBackups backups, Consumer<String> reached) {
        this.store = store;
        this.server = server;
        this.backups = backups;
        this.reached = reached;
        this.rewrapping = new Rewrapping(store, reached, () -> !stopping);
    }

    private static void log(String point) {
        log.atInfo()
                .addKeyValue("event", "key-rotation." + point)
                .log("The change of the key-encryption key has come to: {}", point);
    }

    /**
     * Begins a change of the key and returns at once; one that has not come to its end goes on instead. Asked again for the
     * same change, nothing begins.
     *
     * @param id chosen by the caller, the same for the same request
     * @return the change that now runs, or the one of that id
     */
    public RotationReport request(UUID id) {
        RotationReport report = begin(id);
        if (report.step() != Step.DONE) {
            runAside();
        }
        return report;
    }

    /** The change of that id, if there was one. */
    public Optional<RotationReport> find(UUID id) {
        return store.read(db -> reports(db, "rotation_id = ?", id).optional());
    }

    private Optional<RotationReport> unfinished() {
        return store.read(db -> reports(db, "step <> 'DONE'").optional());
    }

    private static JdbcClient.MappedQuerySpec<RotationReport> reports(JdbcClient db, String which, Object... values) {
        return db.sql("""
                        select rotation_id, old_kek, new_kek, step, rewrapped, backup, verified_keys, problem,
                               started_at, ended_at from keys.rotation where""" + " " + which)
                .params(values)
                .query((row, _) -> new RotationReport(
                        row.getObject("rotation_id", UUID.class),
                        row.getString("old_kek"),
                        row.getString("new_kek"),
                        Step.valueOf(row.getString("step")),
                        row.getLong("rewrapped"),
                        row.getString("backup"),
                        row.getObject("verified_keys", Long.class),
                        row.getString("problem"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)));
    }

    RotationReport begin(UUID id) {
        Optional<RotationReport> known = find(id).or(this::unfinished);
        if (known.isPresent()) {
            return known.get();
        }
        // One begins at a time, of all processes: the next key stands in one file, and a second would take the first
        // one's place.
        Optional<RotationReport> overtaken = store.write(db -> {
            db.sql("set local lock_timeout = '5s'").update();
            db.sql("lock table keys.rotation in exclusive mode").update();
            Optional<RotationReport> other = reports(db, "rotation_id = ? or step <> 'DONE'", id).stream()
                    .max(Comparator.comparing(report -> report.id().equals(id)));
            if (other.isPresent()) {
                return other;
            }
            KeyEncryptionKey next = store.ring().prepareNext();
            reached.accept("next-key-written");
            // After this, whoever writes sees the new key before it writes under the old one.
            db.sql("lock table keys.student, keys.case_key, keys.named_key in share mode")
                    .update();
            String old = db.sql("""
                            update keys.key_encryption_key set state = 'RETIRED', retired_at = clock_timestamp()
                             where state = 'ACTIVE' returning kek_id""").query(String.class).single();
            db.sql("insert into keys.key_encryption_key (kek_id, state) values (?, 'ACTIVE')")
                    .param(next.id())
                    .update();
            db.sql("""
                            insert into keys.rotation (rotation_id, old_kek, new_kek, step)
                            values (?, ?, ?, 'REWRAPPING')""").params(id, old, next.id()).update();
            return other;
        });
        if (overtaken.isPresent()) {
            return overtaken.get();
        }
        store.refreshActive();
        reached.accept("begun");
        return find(id).orElseThrow();
    }

    private void runAside() {
        Thread fresh = Thread.ofVirtual().name("key-rotation").unstarted(this::runLogged);
        if (worker.compareAndSet(null, fresh)) {
            fresh.start();
        }
    }

    private void runLogged() {
        try {
            run();
        } catch (RuntimeException | SQLException failure) {
            log.atError()
                    .addKeyValue("event", "key-rotation.stopped")
                    .addKeyValue("fault", Faults.describe(failure))
                    .log(
                            "The change of the key-encryption key stopped; both keys are kept, and it goes on when asked again");
            noteProblem(failure);
        } finally {
            worker.set(null);
        }
    }

    private void noteProblem(Exception failure) {
        try {
            store.write(db -> db.sql("update keys.rotation set problem = ? where step <> 'DONE'")
                    .param(
                            failure instanceof IllegalStateException
                                    ? failure.getMessage()
                                    : failure.getClass().getSimpleName())
                    .update());
        } catch (RuntimeException alsoFailing) {
            log.atWarn()
                    .addKeyValue("event", "key-rotation.problem-not-noted")
                    .addKeyValue("fault", Faults.describe(alsoFailing))
                    .log("The key store does not take a note");
        }
    }

    /** Takes the steps that are left, one process at a time; nothing happens while another process is at it. */
    void run() throws SQLException {
        try (Connection holder = server.keys().getConnection();
                PreparedStatement lock = holder.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet taken = lock.executeQuery()) {
                taken.next();
                if (taken.getBoolean(1)) {
                    takeSteps();
                }
            }
        }
    }

    private void takeSteps() {
        Optional<RotationReport> first = unfinished();
        if (first.isEmpty()) {
            return;
        }
        store.refreshActive();
        UUID id = first.get().id();
        if (first.get().step() != Step.REWRAPPING) {
            // The backup of an attempt that was interrupted may be old by now.
            next(id, Step.BACKING_UP);
        }
        for (RotationReport at = find(id).orElseThrow();
                at.step() != Step.DONE && !stopping;
                at = find(id).orElseThrow()) {
            take(at);
        }
    }

    private void take(RotationReport at) {
        switch (at.step()) {
            case REWRAPPING -> {
                if (rewrapping.from(at)) {
                    reached.accept("rewrapped");
                    next(at.id(), Step.BACKING_UP);
                }
            }
            case BACKING_UP -> {
                String backup = backups.take();
                reached.accept("backed-up");
                store.write(db -> db.sql("""
                                update keys.rotation set backup = ?, verified_keys = null, step = 'RESTORING'
                                 where rotation_id = ?""").params(backup, at.id()).update());
            }
            case RESTORING -> {
                long verified = backups.tryOut(
                        Objects.requireNonNull(at.backup()),
                        store.ring().find(at.newKey()).orElseThrow());
                reached.accept("restored");
                store.write(db -> db.sql("""
                                update keys.rotation set verified_keys = ?, step = 'DESTROYING'
                                 where rotation_id = ?""").params(verified, at.id()).update());
            }
            case DESTROYING -> destroy(at);
            case DONE -> throw new IllegalStateException("Nothing is left to be done");
        }
    }

    private void destroy(RotationReport at) {
        if (rewrapping.isLeft(at)) {
            throw new IllegalStateException(
                    "A key is still wrapped by the old key-encryption key: it is not destroyed");
        }
        reached.accept("destroying");
        store.ring().destroyAllBut(at.newKey());
        reached.accept("old-key-destroyed");
        store.write(db -> {
            db.sql("""
                    update keys.key_encryption_key set state = 'DESTROYED', destroyed_at = clock_timestamp()
                     where kek_id = ? and state = 'RETIRED'""").param(at.oldKey()).update();
            return db.sql("""
                            update keys.rotation set step = 'DONE', problem = null, ended_at = clock_timestamp()
                             where rotation_id = ?""").param(at.id()).update();
        });
        reached.accept("done");
    }

    private void next(UUID id, Step step) {
        store.write(db -> db.sql("update keys.rotation set step = ?, problem = null where rotation_id = ?")
                .params(step.name(), id)
                .update());
    }

    /** Goes on with a change that was interrupted. */
    @Override
    public void start() {
        running = true;
        stopping = false;
        if (unfinished().isPresent()) {
            runAside();
        }
    }

    /** Lets the chunk at hand come to its end; the rest waits for the next start. */
    @Override
    public void stop() {
        running = false;
        stopping = true;
        Thread current = worker.get();
        if (current != null) {
            try {
                current.join(PATIENCE_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
