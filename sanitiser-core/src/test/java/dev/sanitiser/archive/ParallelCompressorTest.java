package dev.sanitiser.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelCompressorTest {

    private static final Compression GZIP = Compression.standard();

    private final CompressionPool pool = new CompressionPool(2);

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6, 4",
        "262143, 6, 1000000",
        "262144, 1, 262144",
        "262145, 9, 262144",
        "3000000, 1, 77777",
        "3000000, 6, 3000000",
        "3000000, 9, 65536"
    })
    void the_jdk_reads_back_random_and_repetitive_data(int size, int level, int pieceSize) throws IOException {
        byte[] plain = new byte[size];
        new Random(size).nextBytes(plain);
        Arrays.fill(plain, size / 3, size / 2, (byte) 'x');

        byte[] zlib = compress(plain, new ZlibStream(), new Compression(level), pieceSize);
        byte[] gzip = compress(plain, new GzipMembers(), new Compression(level), pieceSize);

        try (InputStream ofZlib = new InflaterInputStream(new ByteArrayInputStream(zlib));
                InputStream ofGzip = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            assertThat(ofZlib.readAllBytes()).isEqualTo(plain);
            assertThat(ofGzip.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    @Timeout(60)
    void a_writer_waits_when_enough_blocks_are_under_way() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        Thread writer = new Thread(() -> writeBlocks(40, new WaitingFormat(released), taken));

        writer.start();
        while (writer.getState() != Thread.State.WAITING && writer.isAlive()) {
            Thread.onSpinWait();
        }

        assertThat(taken).hasValueLessThanOrEqualTo(pool.blocksPerStream());
        released.countDown();
        writer.join();
        assertThat(taken).hasValue(40);
    }

    @Test
    void a_failing_worker_fails_the_writer() {
        StreamFormat broken = new WaitingFormat(new CountDownLatch(0)) {
            @Override
            public void compress(Block block, Compression compression, Compressors compressors) {
                throw new UnsupportedOperationException("broken");
            }
        };

        assertThatThrownBy(() -> compress(new byte[40 * Block.SIZE], broken, GZIP, Block.SIZE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a compression worker failed")
                .hasRootCauseMessage("broken");
    }

    @Test
    void an_interrupted_writer_stops_waiting() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        TableDataStream rows = new RowStream(
                new ParallelCompressor(pool, new WaitingFormat(released), GZIP, sink), Path.of("folder"), () -> {});

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(SanitiserException.class)
                    .isThrownBy(() -> rows.write(new byte[40 * Block.SIZE], 0, 40 * Block.SIZE))
                    .withMessage("The run was stopped: writing the archive was interrupted.")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
            released.countDown();
        }

        rows.close();
        assertThat(sink.size()).isZero();
    }

    private byte[] compress(byte[] plain, StreamFormat format, Compression compression, int pieceSize)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ParallelCompressor(pool, format, compression, packed)) {
            for (int start = 0; start < plain.length; start += pieceSize) {
                out.write(plain, start, Math.min(pieceSize, plain.length - start));
            }
        }
        return packed.toByteArray();
    }

    private void writeBlocks(int count, StreamFormat format, AtomicInteger taken) {
        try (OutputStream out = new ParallelCompressor(pool, format, GZIP, OutputStream.nullOutputStream())) {
            for (int i = 0; i < count; i++) {
                out.write(new byte[Block.SIZE]);
                taken.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A format whose workers do nothing until they are released. */
    private static class WaitingFormat implements StreamFormat {
        private final CountDownLatch released;

        WaitingFormat(CountDownLatch released) {
            this.released = released;
        }

        @Override
        public byte[] head() {
            return new byte[0];
        }

        @Override
        public void compress(Block block, Compression compression, Compressors compressors) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void append(PackedBlock block) {}

        @Override
        public byte[] tail() {
            return new byte[0];
        }
    }
}
