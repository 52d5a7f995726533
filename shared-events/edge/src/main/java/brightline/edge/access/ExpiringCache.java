package brightline.edge.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A bounded map that forgets an entry some time after it was put, and the least used ones when full. */
final class ExpiringCache<K, V> {
    private record Held<V>(V value, long putAt) {}

    private final long lifetimeNanos;
    private final LongSupplier nanoTime;
    private final Map<K, Held<V>> entries;

    ExpiringCache(Duration lifetime, int capacity) {
        this(lifetime, capacity, System::nanoTime);
    }

    ExpiringCache(Duration lifetime, int capacity, LongSupplier nanoTime) {
        this.lifetimeNanos = lifetime.toNanos();
        this.nanoTime = nanoTime;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Held<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized @Nullable V get(K key) {
        Held<V> entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (nanoTime.getAsLong() - entry.putAt() >= lifetimeNanos) {
            entries.remove(key);
            return null;
        }
        return entry.value();
    }

    synchronized void put(K key, V value) {
        entries.put(key, new Held<>(value, nanoTime.getAsLong()));
    }

    synchronized void remove(K key) {
        entries.remove(key);
    }

    synchronized int size() {
        return entries.size();
    }
}
