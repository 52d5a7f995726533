package brightline.edge.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read a moment ago, so that a request does not read it again. Those who ask for one key at once wait for one reading,
 * and nobody waits for another key's: a crowd with one token costs the database one question.
 */
final class Recent<K, V> {
    /** How a reading ended; what failed fails for all who waited for it. */
    private record Reading<V>(@Nullable V value, @Nullable RuntimeException failure) {
        @Nullable
        V outcome() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }

    private final AsyncCache<K, Reading<V>> readings;

    /** @param lifetime how long a value is kept after it was read; one that is not there, or cannot be read, is not kept */
    Recent(Duration lifetime, int most) {
        this(lifetime, most, Ticker.systemTicker());
    }

    Recent(Duration lifetime, int most, Ticker ticker) {
        this.readings = Caffeine.newBuilder()
                .expireAfterWrite(lifetime)
                .maximumSize(most)
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
    }

    /** @param read asked on this thread, unless another is reading the same or has just read it; null is what is not there */
    @Nullable
    V get(K key, Supplier<@Nullable V> read) {
        var mine = new CompletableFuture<Reading<V>>();
        CompletableFuture<Reading<V>> others = readings.asMap().putIfAbsent(key, mine);
        return (others == null ? read(key, read, mine) : others.join()).outcome();
    }

    private Reading<V> read(K key, Supplier<@Nullable V> read, CompletableFuture<Reading<V>> mine) {
        Reading<V> reading;
        try {
            reading = new Reading<>(read.get(), null);
        } catch (RuntimeException e) {
            reading = new Reading<>(null, e);
        }
        mine.complete(reading);
        if (reading.value() == null) {
            readings.asMap().remove(key, mine);
        }
        return reading;
    }

    /** The next to ask reads anew; a reading that is under way is not kept. */
    void forget(K key) {
        readings.asMap().remove(key);
    }
}
