package dev.sanitiser.fake;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Strings that regular expressions describe. Those of the expressions asked for last are remembered. */
final class PatternPools {

    private static final int SIZE = 1_024;
    private static final int TRIES = 4 * SIZE;
    private static final long SEED = 0x5EED;
    private static final int REMEMBERED = 256;

    private static final Recent<Key, SoftReference<ConstantList>> RECENT = new Recent<>(REMEMBERED);

    private PatternPools() {}

    private record Key(String regex, int length) {}

    /**
     * Strings that stay different where neither case nor punctuation nor blanks count.
     *
     * @param pattern what the expression was read as
     * @param length how many characters none of them exceeds
     */
    static List<String> of(String regex, PatternNode pattern, int length) {
        Key key = new Key(regex, Math.min(length, pattern.longest()));
        SoftReference<ConstantList> recent = RECENT.find(key);
        ConstantList known = recent == null ? null : recent.get();
        if (known == null) {
            known = new ConstantList(draw(pattern, length).values());
            RECENT.put(key, new SoftReference<>(known));
        }
        return known;
    }

    private static Map<String, String> draw(PatternNode pattern, int length) {
        Random random = new Random(SEED);
        Map<String, String> pool = new TreeMap<>();
        for (int i = 0; i < TRIES && pool.size() < SIZE; i++) {
            StringBuilder text = new StringBuilder();
            pattern.write(text, random, i % 4 == 3);
            String value = text.toString();
            if (ChoiceGenerators.characters(value) <= length) {
                pool.putIfAbsent(Folding.of(value), value);
            }
        }
        return pool;
    }
}
