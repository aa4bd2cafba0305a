package dev.sanitiser.fake;

import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * Constants that many columns draw from: immutable, and their {@code jsonb} is made once, as long as there is memory
 * for it.
 */
final class ConstantList extends AbstractList<String> implements RandomAccess {

    private final String[] values;
    private volatile @Nullable SoftReference<JSONB> json;

    ConstantList(Collection<String> values) {
        this.values = values.toArray(new String[0]);
    }

    @Override
    public String get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    JSONB json(Supplier<JSONB> make) {
        SoftReference<JSONB> made = json;
        JSONB known = made == null ? null : made.get();
        if (known == null) {
            known = make.get();
            json = new SoftReference<>(known);
        }
        return known;
    }
}
