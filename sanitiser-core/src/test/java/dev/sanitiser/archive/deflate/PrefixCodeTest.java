package dev.sanitiser.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixCodeTest {

    @ParameterizedTest
    @CsvSource({"19, 7", "30, 15", "40, 14", "40, 15"})
    void a_code_that_would_be_too_long_is_limited_and_stays_complete(int symbols, int longest) {
        int[] frequencies = new int[symbols];
        frequencies[0] = 1;
        frequencies[1] = 1;
        for (int symbol = 2; symbol < symbols; symbol++) {
            frequencies[symbol] = frequencies[symbol - 1] + frequencies[symbol - 2];
        }

        PrefixCode code = fitted(frequencies, longest);

        assertComplete(code, longest);
        assertThat(code.lengths()).contains((byte) longest);
        assertThat(code.lengths()[symbols - 1]).isOne();
    }

    @Test
    void random_frequencies_give_complete_codes() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            int symbols = 2 + random.nextInt(285);
            int[] frequencies = IntStream.generate(() -> random.nextInt(1 << random.nextInt(18)))
                    .limit(symbols)
                    .toArray();
            int longest = 9 + random.nextInt(7);

            assertComplete(fitted(frequencies, longest), longest);
        }
    }

    @Test
    void the_more_frequent_symbol_is_not_longer() {
        int[] frequencies = {5, 0, 100, 1, 1, 30, 7, 0, 2};

        PrefixCode code = fitted(frequencies, 15);

        assertThat(code.lengths()).containsExactly(4, 0, 1, 6, 6, 2, 3, 0, 5);
        assertThat(code.cost(frequencies)).isEqualTo(5 * 4 + 100 + 6 + 6 + 30 * 2 + 7 * 3 + 2 * 5);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "1", "5"})
    void one_symbol_or_none_gets_company(int used) {
        int[] frequencies = new int[6];
        if (used >= 0) {
            frequencies[used] = 3;
        }

        PrefixCode code = fitted(frequencies, 15);

        assertComplete(code, 1);
        assertThat(code.lengths()[Math.max(0, used)]).isOne();
    }

    @Test
    void codes_are_those_of_the_example_in_the_RFC() {
        PrefixCode code = new PrefixCode(8, 15);

        code.fit(new byte[] {3, 3, 3, 3, 3, 2, 4, 4});

        assertThat(IntStream.of(code.codes()).mapToObj(PrefixCodeTest::digits))
                .containsExactly("010", "011", "100", "101", "110", "00", "1110", "1111");
    }

    private static PrefixCode fitted(int[] frequencies, int longest) {
        PrefixCode code = new PrefixCode(frequencies.length, longest);
        code.fit(new int[frequencies.length]);
        code.fit(frequencies);
        return code;
    }

    private static void assertComplete(PrefixCode code, int longest) {
        long share = 0;
        Set<String> codes = new HashSet<>();
        for (int symbol = 0; symbol < code.lengths().length; symbol++) {
            int length = code.lengths()[symbol];
            assertThat(length).isBetween(0, longest);
            assertThat(PrefixCode.length(code.codes()[symbol])).isEqualTo(length);
            if (length > 0) {
                share += 1L << (15 - length);
                assertThat(codes.add(digits(code.codes()[symbol]))).isTrue();
            }
        }
        assertThat(share).isEqualTo(1L << 15);
    }

    /** In the order in which they are written. */
    private static String digits(int code) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < PrefixCode.length(code); i++) {
            digits.append(PrefixCode.bits(code) >>> i & 1);
        }
        return digits.toString();
    }
}
