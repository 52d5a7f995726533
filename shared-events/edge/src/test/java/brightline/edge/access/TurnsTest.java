package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void are_waited_for_no_longer_than_patience_lasts_and_by_nobody_under_another_key() throws InterruptedException {
        var within = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Thread holder = Thread.startVirtualThread(() -> turns.take("a", Patience.of(Duration.ofMinutes(1)), () -> {
            within.countDown();
            return await(done);
        }));
        within.await();
        Patience patience = Patience.of(Duration.ofMillis(50));
        assertThatThrownBy(() -> turns.take("a", patience, () -> "late")).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> turns.take("a", patience, () -> "later still")).isInstanceOf(Busy.class);
        assertThat(turns.take("b", Patience.of(Duration.ZERO), () -> "at once")).isEqualTo("at once");
        done.countDown();
        holder.join();
        assertThat(turns.take("a", Patience.of(Duration.ofMinutes(1)), () -> "now"))
                .isEqualTo("now");
        assertThat(turns.lines()).isZero();
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
