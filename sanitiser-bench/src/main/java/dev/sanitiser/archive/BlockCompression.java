package dev.sanitiser.archive;

import dev.sanitiser.bench.jmh.CopyText;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Blocks of COPY text through a worker of the pool, one after another, beside the same blocks through the JDK's zlib.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class BlockCompression {

    private static final int BLOCKS = 32;

    @Param({"1", "6"})
    public int level;

    private final byte[] packed = new byte[2 * Block.SIZE];
    private byte[] rows = new byte[0];
    private CompressionPool pool = new CompressionPool(1);
    private Deflater zlib = new Deflater();

    @Setup
    public void prepare() {
        rows = CopyText.ofBytes(BLOCKS * Block.SIZE);
        pool = new CompressionPool(1);
        zlib = new Deflater(level, true);
    }

    @TearDown
    public void cleanUp() {
        pool.close();
        zlib.end();
    }

    /** @return bytes of all blocks once they are compressed */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public long pool() {
        StreamFormat format = new ZlibStream();
        long length = 0;
        for (int i = 0; i < BLOCKS; i++) {
            Block block = pool.takeBlock();
            block.fill(rows, i * Block.SIZE, Block.SIZE);
            length +=
                    pool.compress(block, format, new Compression(level)).join().length();
        }
        return length;
    }

    /** @return bytes of all blocks once they are compressed */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public long zlib() {
        long length = 0;
        for (int i = 0; i < BLOCKS; i++) {
            zlib.reset();
            zlib.setInput(rows, i * Block.SIZE, Block.SIZE);
            length += zlib.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        }
        return length;
    }
}
