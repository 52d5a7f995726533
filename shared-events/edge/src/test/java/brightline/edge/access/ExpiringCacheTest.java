package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExpiringCacheTest {
    private final AtomicLong now = new AtomicLong();
    private final ExpiringCache<String, Integer> cache = new ExpiringCache<>(Duration.ofNanos(10), 2, now::get);

    @Test
    void forgets_when_the_time_is_up_however_often_asked() {
        cache.put("a", 1);
        now.set(9);
        assertThat(cache.get("a")).isEqualTo(1);
        now.set(10);
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void holds_no_more_than_its_capacity_and_drops_the_least_used() {
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3);
        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isEqualTo(1);
    }
}
