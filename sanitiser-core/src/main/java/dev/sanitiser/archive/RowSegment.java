package dev.sanitiser.archive;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive rows of a table on their way into an archive: one thread writes them, they are compressed at once, and
 * another thread {@linkplain TableDataStream#append appends} them when their turn has come. What waits is bounded:
 * whoever writes further ahead is held up.
 */
public final class RowSegment {

    /** Of blocks that wait; a block counts by its plain size until it is compressed. */
    static final long MOST_WAITING_BYTES = 4 << 20;

    private final CompressionPool pool;
    private final Supplier<StreamFormat> formats;
    private final Compression compression;
    private final Deque<CompletableFuture<PackedBlock>> waiting = new ArrayDeque<>();
    private @Nullable Block current;
    private long waitingBytes;
    private boolean complete;
    private boolean failed;

    RowSegment(CompressionPool pool, Supplier<StreamFormat> formats, Compression compression) {
        this.pool = pool;
        this.formats = formats;
        this.compression = compression;
    }

    /**
     * Takes rows as the server's {@code COPY … TO STDOUT} gives them; a call may end within a row.
     *
     * @throws SanitiserException of kind INTERRUPTED when the segment has failed, or the thread is interrupted while it
     *     is held up
     */
    public void write(byte[] copyText, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (current == null) {
                current = pool.takeBlock();
            }
            done += current.fill(copyText, offset + done, length - done);
            if (current.isFull()) {
                submit(current);
            }
        }
    }

    /** Says that no more rows will come. */
    public void complete() {
        if (current != null) {
            submit(current);
        }
        synchronized (this) {
            complete = true;
            notifyAll();
        }
    }

    /** Says that the rest of the rows will never come, or is not wanted; after {@link #complete} it does nothing. */
    public synchronized void fail() {
        failed = !complete;
        notifyAll();
    }

    private void submit(Block block) {
        current = null;
        StreamFormat format = formats.get();
        synchronized (this) {
            awaitRoom();
            waitingBytes += Block.SIZE;
            CompletableFuture<PackedBlock> packed = pool.compress(block, format, compression);
            waiting.add(packed);
            var unused = packed.thenAccept(p -> release(Block.SIZE - (long) p.length()));
            notifyAll();
        }
    }

    private void awaitRoom() {
        try {
            while (waitingBytes + Block.SIZE > MOST_WAITING_BYTES && !failed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended();
        }
        if (failed) {
            throw ended();
        }
    }

    private static SanitiserException ended() {
        return new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: its rows are not wanted any more");
    }

    private synchronized void release(long bytes) {
        waitingBytes -= bytes;
        notifyAll();
    }

    /**
     * The next block; waits for it.
     *
     * @return empty at the end
     * @throws IllegalStateException if the rows will never be complete
     */
    Optional<PackedBlock> next() throws InterruptedIOException {
        try {
            Optional<CompletableFuture<PackedBlock>> packed = nextUnderWay();
            if (packed.isEmpty()) {
                return Optional.empty();
            }
            PackedBlock block = packed.get().get();
            release(block.length());
            return Optional.of(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a compression worker failed", e.getCause());
        }
    }

    private synchronized Optional<CompletableFuture<PackedBlock>> nextUnderWay() throws InterruptedException {
        while (waiting.isEmpty() && !complete && !failed) {
            wait();
        }
        if (failed) {
            throw new IllegalStateException("the rows of a segment ended early");
        }
        return Optional.ofNullable(waiting.poll());
    }
}
