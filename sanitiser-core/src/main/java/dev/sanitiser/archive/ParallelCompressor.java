package dev.sanitiser.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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
    private final Deque<Future<PackedBlock>> underWay = new ArrayDeque<>();
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

    /**
     * Appends what was compressed elsewhere.
     *
     * @return the last of its bytes before they were compressed; empty if there are none
     */
    Optional<Byte> append(RowSegment segment) throws IOException {
        writeAll();
        Optional<Byte> last = Optional.empty();
        Optional<PackedBlock> block = segment.next();
        while (block.isPresent()) {
            write(block.get());
            last = Optional.of(block.get().lastPlainByte());
            block = segment.next();
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        writeAll();
        pool.giveBack(current);
        out.write(format.tail());
        out.close();
    }

    private void writeAll() throws IOException {
        if (!current.isEmpty()) {
            submitCurrent();
        }
        while (!underWay.isEmpty()) {
            writeOldest();
        }
    }

    private void submitCurrent() throws IOException {
        underWay.add(pool.compress(current, format, compression));
        while (isOldestDone() || underWay.size() >= pool.blocksPerStream()) {
            writeOldest();
        }
        current = pool.takeBlock();
    }

    private boolean isOldestDone() {
        Future<PackedBlock> oldest = underWay.peek();
        return oldest != null && oldest.isDone();
    }

    private void writeOldest() throws IOException {
        write(resultOf(underWay.remove()));
    }

    private void write(PackedBlock block) throws IOException {
        format.append(block);
        block.writeTo(out);
    }

    private static PackedBlock resultOf(Future<PackedBlock> future) throws IOException {
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
