package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Strings of a pool.
 *
 * @param generator also stands for the pool: another pool needs another name
 * @param index which of {@link Pools#SIZE} values a row gets; values that are too long are replaced by others
 * @param uniqueness how different rows get different values
 */
record PooledText(
        Pools pools,
        String generator,
        Supplier<List<String>> pool,
        Function<GeneratorContext, Field<Long>> index,
        Uniqueness uniqueness) {

    /** Fewer are no variety: the column is too short for such values. */
    private static final int ENOUGH = 16;

    private static final int SAMPLE = 42;

    /** What makes values of different rows different. */
    enum Uniqueness {
        /** The number of the row behind the value. */
        NUMBERED,
        /** The same, written without a blank. */
        NUMBERED_CLOSELY,
        /** No two rows get the same value of the pool. */
        POOL
    }

    /** Values that each column draws for itself. */
    static PooledText own(Pools pools, String generator, Supplier<List<String>> pool, Uniqueness uniqueness) {
        return new PooledText(pools, generator, pool, PooledText::ownIndex, uniqueness);
    }

    private static Field<Long> ownIndex(GeneratorContext context) {
        return context.lane().below(Pools.SIZE);
    }

    Generator named() {
        return new NamedGenerator(generator, List.of(), this::generate).withSample(() -> sample(pool.get()));
    }

    /** Always of the same person and place. */
    static String sample(List<String> pool) {
        return pool.get(SAMPLE % pool.size());
    }

    Outcome generate(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(generator, "strings", context);
        }
        int needed = needed();
        if (length.getAsInt() < needed) {
            return NamedGenerator.tooShort(generator, needed, context);
        }
        return Outcome.fits(
                context.unique() ? unique(context, length.getAsInt()) : fake(generator, context, length.getAsInt()));
    }

    /** Values that may repeat. */
    Fake fake(String named, GeneratorContext context, int length) {
        return new Fake(named, Sql.element(fitting(length), index.apply(context)), BigInteger.ONE);
    }

    /** The length from which on values vary. */
    int needed() {
        return pools.length(generator, () -> {
            List<Integer> lengths = pool.get().stream()
                    .distinct()
                    .map(ChoiceGenerators::characters)
                    .sorted()
                    .toList();
            return lengths.get(Math.min(ENOUGH, lengths.size()) - 1);
        });
    }

    /** As many values as rows draw from; each in its place if it is short enough. */
    List<String> fitting(int length) {
        return pools.pool(generator + " up to " + Math.min(length, MOST_LENGTHS), random -> {
            List<String> all = pool.get();
            List<String> fitting = all.stream()
                    .filter(value -> ChoiceGenerators.characters(value) <= length)
                    .toList();
            List<String> placed = new ArrayList<>();
            for (int i = 0; i < Pools.SIZE; i++) {
                String value = all.get(i % all.size());
                boolean fits = ChoiceGenerators.characters(value) <= length;
                placed.add(fits ? value : fitting.get(i % fitting.size()));
            }
            return placed;
        });
    }

    private static final int MOST_LENGTHS = 100_000;

    private Fake unique(GeneratorContext context, int length) {
        if (uniqueness == Uniqueness.POOL) {
            List<String> different = different(length);
            Field<Long> turn = context.lane().ordinal().minus(DSL.inline(1L)).mod(DSL.inline((long) different.size()));
            return new Fake(generator, Sql.element(different, turn), BigInteger.valueOf(different.size()));
        }
        String blank = uniqueness == Uniqueness.NUMBERED ? " " : "";
        return NumberedText.within(length, blank, this::withoutDigits)
                .map(numbered -> numbered.fake(
                        generator, index.apply(context), context.lane().ordinal()))
                .orElseGet(() -> code(context, length));
    }

    private Fake code(GeneratorContext context, int length) {
        Series codes = TextSeries.ofLength(length);
        return new Fake(generator, codes.next().apply(context.lane()), codes.length());
    }

    private List<String> withoutDigits(int length) {
        return pools.pool(generator + " without digits up to " + Math.min(length, MOST_LENGTHS), random -> {
            List<String> usable = fitting(Integer.MAX_VALUE).stream()
                    .filter(value -> ChoiceGenerators.characters(value) <= length)
                    .filter(value -> !hasDigits(value))
                    .toList();
            return usable.stream().distinct().count() < ENOUGH ? List.of() : filled(usable);
        });
    }

    private static List<String> filled(List<String> values) {
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < Pools.SIZE; i++) {
            filled.add(values.get(i % values.size()));
        }
        return filled;
    }

    static boolean hasDigits(String value) {
        return value.codePoints().anyMatch(PooledText::isNumber);
    }

    private static boolean isNumber(int character) {
        int type = Character.getType(character);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private List<String> different(int length) {
        return pools.pool(generator + " different up to " + Math.min(length, MOST_LENGTHS), random -> {
            Map<String, String> different = new LinkedHashMap<>();
            pool.get().stream()
                    .filter(value -> ChoiceGenerators.characters(value) <= length)
                    .forEach(value -> different.putIfAbsent(Folding.of(value), value));
            return List.copyOf(different.values());
        });
    }
}
