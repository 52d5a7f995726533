package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.access.Passwords.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Passwords passwords = new Passwords(Passwords.Kind.ARGON2ID);
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Thread> together = new ArrayList<>();

    /** Takes every thread, until {@link #held} lets go. */
    private void takeAllThreads() throws InterruptedException {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, Passwords.MOST_AT_ONCE);
        var begun = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            together.add(Thread.startVirtualThread(() -> passwords.onItsThread(Who.STRANGER, Patience.of(LONG), () -> {
                begun.countDown();
                return await(held);
            })));
        }
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private void letGo() throws InterruptedException {
        held.countDown();
        for (Thread thread : together) {
            thread.join();
        }
    }

    private <T> void ask(Who who, Supplier<T> work) {
        together.add(Thread.startVirtualThread(() -> passwords.onItsThread(who, Patience.of(LONG), work)));
    }

    private void untilWaiting(int many) throws InterruptedException {
        while (passwords.waiting() < many) {
            Thread.sleep(Duration.ofMillis(1));
        }
    }

    @Test
    void are_hashed_on_few_threads_of_their_own_and_no_more_wait_than_there_are_places() throws InterruptedException {
        takeAllThreads();
        for (int i = 0; i < Passwords.WAITING; i++) {
            ask(Who.KNOWN, () -> true);
        }
        untilWaiting(Passwords.WAITING);
        assertThatThrownBy(() -> passwords.encode("one too many")).isInstanceOf(Busy.class);
        letGo();
        String hash = passwords.encode("a password");
        assertThat(passwords.matches(Who.KNOWN, "a password", hash, Patience.of(LONG)))
                .isTrue();
        assertThat(passwords.matches(Who.STRANGER, "another", hash, Patience.of(LONG)))
                .isFalse();
    }

    @Test
    void of_who_is_known_go_before_a_crowd_of_strangers() throws InterruptedException {
        takeAllThreads();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        int crowd = Passwords.WAITING - together.size();
        for (int i = 0; i < crowd; i++) {
            ask(Who.STRANGER, () -> order.add("stranger"));
        }
        untilWaiting(crowd);
        assertThatThrownBy(() -> passwords.matchNobody(Who.STRANGER, "one more", Patience.of(LONG)))
                .isInstanceOf(Busy.class);
        ask(Who.KNOWN, () -> order.add("owner"));
        untilWaiting(crowd + 1);
        letGo();
        assertThat(order).hasSize(crowd + 1).startsWith("owner");
    }

    @Test
    void whose_turn_does_not_come_in_time_are_not_looked_at() throws InterruptedException {
        takeAllThreads();
        assertThatThrownBy(() -> passwords.matchNobody(Who.STRANGER, "late", Patience.of(Duration.ofMillis(20))))
                .isInstanceOf(Busy.class);
        assertThat(passwords.waiting()).isZero();
        letGo();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
