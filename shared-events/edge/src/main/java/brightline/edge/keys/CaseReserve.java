package brightline.edge.keys;

import brightline.edge.keys.CaseKeys.NewCase;
import brightline.edge.problem.Faults;
import brightline.events.SubjectHandle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles with their keys already committed, for cases of students nobody identified: such a case writes nothing to the key
 * store while it is recorded. What is left of the reserve when the program ends are keys without events.
 */
final class CaseReserve {
    static final int BATCH = 64;
    private static final Logger log = LoggerFactory.getLogger(CaseReserve.class);

    private final CaseKeys keys;
    private final ConcurrentLinkedQueue<NewCase> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean filling = new AtomicBoolean();

    CaseReserve(CaseKeys keys) {
        this.keys = keys;
    }

    /** A case nobody else gets; empty if the reserve is used up, and then it is being filled. */
    Optional<NewCase> take() {
        Optional<NewCase> taken = Optional.ofNullable(ready.poll());
        if (ready.size() < BATCH / 2 && filling.compareAndSet(false, true)) {
            Thread.ofVirtual().name("case-keys").start(this::fill);
        }
        return taken;
    }

    private void fill() {
        try {
            List<NewCase> batch = Stream.generate(() -> NewCase.of(new SubjectHandle(UUID.randomUUID()), null))
                    .limit(BATCH)
                    .toList();
            keys.insertNow(batch);
            ready.addAll(batch);
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("event", "keys.reserve-not-filled")
                    .addKeyValue("fault", Faults.describe(failure))
                    .log("Cases get their keys one by one until the key store takes a batch again");
        } finally {
            filling.set(false);
        }
    }

    /** How many are ready. */
    int size() {
        return ready.size();
    }
}
