package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AdlerSumTest {

    @RepeatedTest(200)
    void joined_sums_of_random_pieces_equal_the_sum_of_the_whole(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] whole = new byte[random.nextInt(200_000)];
        random.nextBytes(whole);

        int joined = AdlerSum.INITIAL;
        for (int start = 0; start < whole.length; ) {
            int length = Math.min(random.nextInt(70_000), whole.length - start);
            joined = AdlerSum.join(joined, sumOf(whole, start, length), length);
            start += length;
        }

        assertThat(joined).isEqualTo(sumOf(whole, 0, whole.length));
    }

    @Test
    void a_piece_of_the_highest_bytes_does_not_overflow() {
        byte[] piece = new byte[Block.SIZE];
        Arrays.fill(piece, (byte) 0xff);
        Adler32 whole = new Adler32();

        int joined = AdlerSum.INITIAL;
        for (int i = 0; i < 20; i++) {
            whole.update(piece);
            joined = AdlerSum.join(joined, sumOf(piece, 0, piece.length), piece.length);
        }

        assertThat(joined).isEqualTo((int) whole.getValue());
    }

    private static int sumOf(byte[] bytes, int offset, int length) {
        Adler32 sum = new Adler32();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }
}
