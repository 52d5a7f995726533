package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger read = new AtomicInteger();
    private final Recent<String, Integer> recent = new Recent<>(Duration.ofNanos(10), 2, now::get);

    private @Nullable Integer ask(String key) {
        return recent.get(key, read::incrementAndGet);
    }

    @Test
    void reads_again_when_the_time_is_up_however_often_asked() {
        assertThat(ask("a")).isEqualTo(1);
        now.set(9);
        assertThat(ask("a")).isEqualTo(1);
        now.set(10);
        assertThat(ask("a")).isEqualTo(2);
    }

    @Test
    void keeps_no_more_than_it_may() {
        List.of("a", "b", "c").forEach(this::ask);
        List.of("a", "b", "c").forEach(this::ask);
        assertThat(read.get()).isGreaterThan(3);
    }

    @Test
    void keeps_nothing_that_is_not_there_or_cannot_be_read() {
        assertThat(recent.get("a", () -> null)).isNull();
        assertThatThrownBy(() -> recent.get("a", () -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(ask("a")).isEqualTo(1);
    }

    @Test
    void reads_anew_what_was_to_be_forgotten_also_while_it_was_read() {
        ask("a");
        recent.forget("a");
        assertThat(ask("a")).isEqualTo(2);
        recent.forget("a");
        recent.get("a", () -> {
            recent.forget("a");
            return read.incrementAndGet();
        });
        assertThat(ask("a")).isEqualTo(4);
    }

    @Test
    void a_crowd_that_asks_for_one_key_reads_it_once_and_holds_up_nobody_else() throws Exception {
        var reading = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = crowd.submit(() -> recent.get("a", () -> {
                reading.countDown();
                awaited(go);
                return read.incrementAndGet();
            }));
            reading.await();
            List<Future<Integer>> others = IntStream.range(0, 100)
                    .mapToObj(_ -> crowd.submit(() -> ask("a")))
                    .toList();
            assertThat(recent.get("b", () -> 42)).isEqualTo(42);
            go.countDown();
            for (Future<Integer> other : others) {
                assertThat(other.get()).isEqualTo(1);
            }
            assertThat(first.get()).isEqualTo(1);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
