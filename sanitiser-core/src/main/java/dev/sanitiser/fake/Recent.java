package dev.sanitiser.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what was asked for last. Safe for use by several threads, two of which may make the same value. */
final class Recent<K, V> {

    private final Map<K, V> values;

    Recent(int size) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > size;
            }
        };
    }

    V get(K key, Supplier<V> make) {
        V known = find(key);
        if (known != null) {
            return known;
        }
        V made = make.get();
        put(key, made);
        return made;
    }

    synchronized @Nullable V find(K key) {
        return values.get(key);
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
    }
}
