package dev.sanitiser.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateCompressorTest {

    private static final int BLOCK = 256 << 10;
    private static final int OFFSET = 7;

    private final DeflateCompressor[] levels = new DeflateCompressor[10];

    @Test
    void every_length_comes_back_at_every_level() {
        byte[] text = Mixtures.ofSize(2000, new Random(1));

        for (int length = 0; length <= text.length; length++) {
            int level = 1 + length % 9;
            assertComesBack(Arrays.copyOf(text, length), level);
        }
        for (int length = 0; length < 40; length++) {
            for (int level = 1; level <= 9; level++) {
                assertComesBack(Arrays.copyOf(text, length), level);
                assertComesBack(new byte[length], level);
            }
        }
    }

    @Test
    void mixtures_come_back_at_every_level() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            assertComesBack(Mixtures.ofSize(random.nextInt(1 << random.nextInt(14)), random), 1 + seed % 9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void full_blocks_come_back(int level) {
        Random random = new Random(level);

        assertComesBack(Mixtures.ofSize(BLOCK, random), level);
        assertComesBack(noise(BLOCK, 10, random), level);
        assertComesBack(words(BLOCK, 5, 500, random), level);
        assertComesBack(new byte[BLOCK], level);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9})
    void periods_come_back_and_shrink(int level) {
        for (int period = 1; period <= 300; period++) {
            byte[] plain = repeat(noise(period, 256, new Random(period)), 5000);

            assertThat(assertComesBack(plain, level)).as("period %s", period).isLessThan(period + 200);
        }
    }

    @Test
    void matches_of_every_length_come_back() {
        for (int length = 1; length <= 600; length++) {
            byte[] plain = noise(2000 + length, 256, new Random(length));
            System.arraycopy(plain, 100, plain, 1500, length);

            assertComesBack(plain, 6);
            assertComesBack(Arrays.copyOf(plain, 1500 + length), 6);
        }
    }

    @ParameterizedTest
    @CsvSource({"32768, 32900", "32769, 33069"})
    void a_match_reaches_back_32768_bytes_and_no_farther(int distance, int bound) {
        byte[] plain = noise(distance + 300, 256, new Random(3));
        System.arraycopy(plain, 0, plain, distance, 300);

        int size = assertComesBack(plain, 6);

        assertThat(size < bound).isEqualTo(distance == Symbols.WINDOW);
    }

    @Test
    void noise_does_not_outgrow_its_bound() {
        for (int length : new int[] {1, 100, 4999, 5000, 65535, 65536, BLOCK - 1, BLOCK}) {
            byte[] plain = noise(length, 256, new Random(length));

            assertThat(assertComesBack(plain, 6)).isLessThanOrEqualTo(length + 10 + 5 * (1 + length / 5000));
        }
    }

    @Test
    void noise_beside_text_does_not_keep_text_from_shrinking() {
        byte[] plain = noise(BLOCK, 256, new Random(5));
        byte[] text = words(BLOCK / 2, 6, 300, new Random(6));
        System.arraycopy(text, 0, plain, 0, text.length);

        assertThat(assertComesBack(plain, 6)).isLessThan(BLOCK / 2 + text.length * 4 / 10);
    }

    @Test
    void skewed_frequencies_come_back() {
        byte[] plain = new byte[BLOCK];
        int at = 0;
        int previous = 1;
        int count = 1;
        for (int value = 0; at < plain.length; value++) {
            int end = Math.min(plain.length, at + count);
            Arrays.fill(plain, at, end, (byte) value);
            at = end;
            int next = previous + count;
            previous = count;
            count = next;
        }
        byte mostFrequent = plain[plain.length / 2];
        shuffle(plain, 20, new Random(8));

        for (int bitsBeforeTheRarest = 0; bitsBeforeTheRarest < 8; bitsBeforeTheRarest++) {
            byte[] later = new byte[bitsBeforeTheRarest + plain.length];
            Arrays.fill(later, 0, bitsBeforeTheRarest, mostFrequent);
            System.arraycopy(plain, 0, later, bitsBeforeTheRarest, plain.length);

            assertComesBack(later, 6);
        }
    }

    @Test
    void the_same_input_gives_the_same_bytes_whatever_came_before() {
        DeflateCompressor used = new DeflateCompressor(6);
        for (int seed = 0; seed < 300; seed++) {
            byte[] plain = Mixtures.ofSize(1 + seed * 100, new Random(seed));
            byte[] packed = new byte[DeflateCompressor.mostBytes(plain.length)];
            byte[] packedAnew = new byte[packed.length];

            int length = used.compressPiece(plain, plain.length, packed, 0);
            int lengthAnew = new DeflateCompressor(6).compressPiece(plain, plain.length, packedAnew, 0);

            assertThat(Arrays.copyOf(packed, length)).isEqualTo(Arrays.copyOf(packedAnew, lengthAnew));
        }
    }

    @Test
    void places_of_gigabytes_ago_are_forgotten() {
        byte[] plain = Mixtures.ofSize(500, new Random(2));
        byte[] packed = new byte[DeflateCompressor.mostBytes(plain.length)];
        int end = level(6).compressPiece(plain, plain.length, packed, 0);
        byte[] expected = Arrays.copyOf(packed, end);

        for (int i = 0; i < 40_000; i++) {
            end = level(6).compressPiece(plain, plain.length, packed, 0);
            assertThat(Arrays.equals(expected, 0, expected.length, packed, 0, end))
                    .isTrue();
        }
    }

    @Test
    void bytes_behind_the_input_and_outside_the_room_have_no_part() {
        byte[] plain = words(3000, 5, 50, new Random(9));
        byte[] longer = Arrays.copyOf(plain, 4000);
        Arrays.fill(longer, plain.length, longer.length, plain[0]);
        byte[] packed = filled(DeflateCompressor.mostBytes(plain.length) + 2 * OFFSET);
        byte[] packedOfLonger = filled(packed.length);

        int end = level(6).compressPiece(plain, plain.length, packed, OFFSET);
        int endOfLonger = level(6).compressPiece(longer, plain.length, packedOfLonger, OFFSET);

        assertThat(endOfLonger).isEqualTo(end);
        assertThat(packedOfLonger).isEqualTo(packed);
        assertThat(Arrays.copyOf(packed, OFFSET)).containsOnly('#');
        assertThat(Arrays.copyOfRange(packed, packed.length - OFFSET, packed.length))
                .containsOnly('#');
    }

    @Test
    void too_little_room_is_refused() {
        byte[] plain = noise(1000, 256, new Random(10));

        assertThatThrownBy(() -> level(6).compressWhole(plain, plain.length, new byte[900], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertComesBack(plain, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void a_level_is_one_of_nine(int level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeflateCompressor(level))
                .withMessage("level must be 1 to 9");
    }

    /** @return the size of the whole stream */
    private int assertComesBack(byte[] plain, int level) {
        byte[] packed = new byte[OFFSET + DeflateCompressor.mostBytes(plain.length)];

        int end = level(level).compressPiece(plain, plain.length, packed, OFFSET);
        Inflated piece = Inflated.of(Arrays.copyOfRange(packed, OFFSET, end));
        assertThat(piece.plain()).isEqualTo(plain);
        assertThat(piece.isFinished()).isFalse();
        assertThat(piece.leftOver()).isZero();

        end = level(level).compressWhole(plain, plain.length, packed, OFFSET);
        Inflated whole = Inflated.of(Arrays.copyOfRange(packed, OFFSET, end));
        assertThat(whole.plain()).isEqualTo(plain);
        assertThat(whole.isFinished()).isTrue();
        assertThat(whole.leftOver()).isZero();
        return end - OFFSET;
    }

    private DeflateCompressor level(int level) {
        if (levels[level] == null) {
            levels[level] = new DeflateCompressor(level);
        }
        return levels[level];
    }

    private static byte[] noise(int size, int alphabet, Random random) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) random.nextInt(alphabet);
        }
        return bytes;
    }

    private static byte[] words(int size, int wordLength, int count, Random random) {
        byte[] dictionary = noise(wordLength * count, 256, random);
        byte[] bytes = new byte[size];
        for (int at = 0; at < size; at += wordLength) {
            int word = random.nextInt(count) * wordLength;
            System.arraycopy(dictionary, word, bytes, at, Math.min(wordLength, size - at));
        }
        return bytes;
    }

    private static byte[] repeat(byte[] pattern, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = pattern[i % pattern.length];
        }
        return bytes;
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) '#');
        return bytes;
    }

    private static void shuffle(byte[] bytes, int from, Random random) {
        for (int i = bytes.length - 1; i > from; i--) {
            int other = from + random.nextInt(i + 1 - from);
            byte value = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = value;
        }
    }
}
