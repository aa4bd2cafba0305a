package dev.sanitiser.archive.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedSizeTest {

    private static final int SIZE = 256 << 10;

    @ParameterizedTest
    @EnumSource
    void the_text_of_COPY_gets_at_most_half_a_percent_larger_than_by_zlib(CopyTexts table) {
        byte[] plain = table.ofSize(SIZE);
        byte[] packed = new byte[DeflateCompressor.mostBytes(SIZE)];

        for (int level = 1; level <= 9; level++) {
            assertThat(new DeflateCompressor(level).compressPiece(plain, SIZE, packed, 0))
                    .as("level %s", level)
                    .isLessThanOrEqualTo(zlib(plain, level) * 1005 / 1000);
        }
    }

    private static int zlib(byte[] plain, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(plain);
        int size = deflater.deflate(new byte[2 * SIZE], 0, 2 * SIZE, Deflater.SYNC_FLUSH);
        deflater.end();
        return size;
    }
}
