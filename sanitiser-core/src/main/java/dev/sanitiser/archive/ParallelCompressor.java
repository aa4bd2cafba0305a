package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Cuts a stream into blocks, has them compressed by the pool and writes them in order.
 *
 * <p>The number of blocks under way is bounded: a caller that is faster than the workers waits for the oldest block.
 */
final class ParallelCompressor extends OutputStream {

    private final CompressionPool pool;
    private final StreamFormat format;
    private final Compression compression;
    private final OutputStream out;
    private final Deque<Future<Block>> underWay = new ArrayDeque<>();
    private Block current;

    /** @param out is closed when this stream is */
    ParallelCompressor(CompressionPool pool, StreamFormat format, Compression compression, OutputStream out)
            throws IOException {
        this.pool = pool;
        this.format = format;
        this.compression = compression;
        this.out = out;
        this.current = pool.takeBlock();
        out.write(format.head());
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            done += current.fill(bytes, offset + done, length - done);
            if (current.isFull()) {
                submitCurrent();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!current.isEmpty()) {
            submitCurrent();
        }
        while (!underWay.isEmpty()) {
            writeOldest();
        }
        pool.giveBack(current);
        out.write(format.tail());
        out.close();
    }

    private void submitCurrent() throws IOException {
        underWay.add(pool.compress(current, format, compression));
        while (isOldestDone() || underWay.size() >= pool.blocksPerStream()) {
            writeOldest();
        }
        current = pool.takeBlock();
    }

    private boolean isOldestDone() {
        Future<Block> oldest = underWay.peek();
        return oldest != null && oldest.isDone();
    }

    private void writeOldest() throws IOException {
        Block block = resultOf(underWay.remove());
        format.append(block);
        block.writePackedTo(out);
        pool.giveBack(block);
    }

    private static Block resultOf(Future<Block> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a compression worker failed", e.getCause());
        }
    }
}
