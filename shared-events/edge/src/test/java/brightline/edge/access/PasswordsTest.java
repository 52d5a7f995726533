package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Passwords passwords = new Passwords();
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Thread> together = new ArrayList<>();

    /** Takes every thread, until {@link #held} lets go. */
    private void takeAllThreads() throws InterruptedException {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        var begun = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            together.add(Thread.startVirtualThread(() -> passwords.onItsThread(Patience.of(LONG), () -> {
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

    @Test
    void are_hashed_on_few_threads_of_their_own_and_no_more_wait_than_a_queue_holds() throws InterruptedException {
        takeAllThreads();
        for (int i = 0; i < Passwords.WAITING; i++) {
            together.add(Thread.startVirtualThread(() -> passwords.onItsThread(Patience.of(LONG), () -> true)));
        }
        while (passwords.waiting() < Passwords.WAITING) {
            Thread.sleep(Duration.ofMillis(1));
        }
        assertThatThrownBy(() -> passwords.encode("one too many")).isInstanceOf(Busy.class);
        letGo();
        String hash = passwords.encode("a password");
        assertThat(passwords.matches("a password", hash, Patience.of(LONG))).isTrue();
        assertThat(passwords.matches("another", hash, Patience.of(LONG))).isFalse();
    }

    @Test
    void whose_turn_does_not_come_in_time_are_not_looked_at() throws InterruptedException {
        takeAllThreads();
        assertThatThrownBy(() -> passwords.matchNobody("late", Patience.of(Duration.ofMillis(20))))
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
