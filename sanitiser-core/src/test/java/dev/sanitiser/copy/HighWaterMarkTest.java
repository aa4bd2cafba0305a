package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Sequence;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighWaterMarkTest {

    private static final long MIN = Long.MIN_VALUE;
    private static final long MAX = Long.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 4", "4, 8", "1000, 1024", "1024, 2048", "40000, 65536"})
    void is_the_next_power_of_two_for_an_ordinary_sequence(long last, long mark) {
        assertThat(above(last, sequence(1, 1, MAX, 1))).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"-1, -2", "-3, -4", "-1000, -1024"})
    void mirrors_that_for_a_descending_sequence(long last, long mark) {
        assertThat(above(last, sequence(-1, MIN, -1, -1))).isEqualTo(mark);
    }

    @Test
    void counts_uses_from_the_start_and_keeps_the_values_that_the_sequence_would_draw() {
        assertThat(above(1_040, sequence(1_000, 1, MAX, 10))).isEqualTo(1_070);
        assertThat(above(-3, sequence(-5, -10, MAX, 1))).isEqualTo(-2);
    }

    @Test
    void counts_from_the_limit_behind_for_a_sequence_set_back_behind_its_start() {
        assertThat(above(3, sequence(1_000, 1, MAX, 1))).isEqualTo(4);
    }

    @Test
    void a_sequence_below_zero_stays_within_its_limits() {
        assertThat(above(-500, sequence(-1_000, -1_000, -1, 1))).isEqualTo(-489);
        assertThat(above(-2, sequence(-1_000, -1_000, -1, 1))).isEqualTo(-2);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775806, 9223372036854775806",
        "9223372036854775807, 9223372036854775807",
        "4611686018427387904, 6917529027641081856"
    })
    void rounds_less_where_the_limit_is_near_and_not_at_all_where_there_is_no_room(long last, long mark) {
        assertThat(above(last, sequence(1, 1, MAX, 1))).isEqualTo(mark);
    }

    @Test
    void reaches_both_ends_of_bigint() {
        assertThat(above(MIN, sequence(-1, MIN, -1, -1))).isEqualTo(MIN);
        assertThat(above(MAX, sequence(MIN, MIN, MAX, 1))).isEqualTo(MAX);
        assertThat(above(MIN, sequence(MIN, MIN, MAX, 1))).isEqualTo(MIN + 1);
        assertThat(above(MIN, sequence(MIN, MIN, MAX, MAX))).isEqualTo(-1);
    }

    @Test
    void a_cycling_sequence_has_no_mark() {
        Sequence cycling = new Sequence(1, new QualifiedName("public", "s"), 1, 1, 100, 1, true, false, List.of());

        assertThat(HighWaterMark.above(5, cycling)).isEmpty();
    }

    @Test
    void never_falls_behind_the_real_position_nor_passes_the_limit_and_moves_whenever_there_is_room() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Sequence sequence = anySequence(random);
            long last = between(random, sequence.minimum(), sequence.maximum());
            long mark = above(last, sequence);

            assertThat(mark).as("%d of %s", last, sequence).isBetween(sequence.minimum(), sequence.maximum());
            boolean ascends = sequence.increment() > 0;
            long limit = ascends ? sequence.maximum() : sequence.minimum();
            if (mark == last) {
                assertThat(roomFor(3, last, limit, sequence.increment()))
                        .as("%d of %s", last, sequence)
                        .isFalse();
            } else {
                assertThat(mark > last).as("%d of %s", last, sequence).isEqualTo(ascends);
                assertThat(roomFor(1, mark, limit, sequence.increment()))
                        .as("%d of %s", last, sequence)
                        .isTrue();
            }
        }
    }

    private static boolean roomFor(int uses, long value, long limit, long increment) {
        java.math.BigInteger reached = java.math.BigInteger.valueOf(increment)
                .multiply(java.math.BigInteger.valueOf(uses))
                .add(java.math.BigInteger.valueOf(value));
        int order = reached.compareTo(java.math.BigInteger.valueOf(limit));
        return increment > 0 ? order <= 0 : order >= 0;
    }

    private static Sequence anySequence(Random random) {
        long one = random.nextLong() >> random.nextInt(63);
        long other = random.nextLong() >> random.nextInt(63);
        long minimum = Math.min(one, other);
        long maximum = Math.max(one, other);
        long increment = random.nextLong() >> random.nextInt(64);
        return sequence(between(random, minimum, maximum), minimum, maximum, increment == 0 ? 1 : increment);
    }

    private static long between(Random random, long minimum, long maximum) {
        return minimum == maximum
                ? minimum
                : maximum == MAX ? Math.max(minimum, random.nextLong()) : random.nextLong(minimum, maximum + 1);
    }

    private static long above(long last, Sequence sequence) {
        return HighWaterMark.above(last, sequence).orElseThrow();
    }

    private static Sequence sequence(long start, long minimum, long maximum, long increment) {
        return new Sequence(
                1, new QualifiedName("public", "s"), start, minimum, maximum, increment, false, false, List.of());
    }
}
