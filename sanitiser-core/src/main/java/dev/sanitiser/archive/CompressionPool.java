package dev.sanitiser.archive;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads that compress, shared by all streams of a run; it keeps their compressors and buffers for reuse.
 * Thread-safe.
 */
public final class CompressionPool implements AutoCloseable {

    private final int jobs;
    private final ExecutorService workers;
    private final Queue<Compressors> idleCompressors = new ConcurrentLinkedQueue<>();
    private final Queue<Block> idleBlocks = new ConcurrentLinkedQueue<>();

    /** @param jobs how many threads compress; at least 1 */
    public CompressionPool(int jobs) {
        this.jobs = jobs;
        this.workers = Executors.newFixedThreadPool(jobs, CompressionPool::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sanitiser-compression");
        thread.setDaemon(true);
        return thread;
    }

    /** How many blocks one stream may have under way: enough to keep every worker busy, and no more. */
    int blocksPerStream() {
        return 2 * jobs + 2;
    }

    /** An empty block, which belongs to the caller until it comes back through {@link #giveBack}. */
    Block takeBlock() {
        Block idle = idleBlocks.poll();
        return idle == null ? new Block() : idle;
    }

    void giveBack(Block block) {
        block.clear();
        idleBlocks.add(block);
    }

    /** Compresses a block and takes it back. */
    CompletableFuture<PackedBlock> compress(Block block, StreamFormat format, Compression compression) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Compressors idle = idleCompressors.poll();
                    Compressors compressors = idle == null ? new Compressors() : idle;
                    format.compress(block, compression, compressors);
                    idleCompressors.add(compressors);
                    PackedBlock packed = block.toPacked();
                    giveBack(block);
                    return packed;
                },
                workers);
    }

    /** Ends the threads; streams that are still open fail. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        idleCompressors.clear();
        idleBlocks.clear();
    }
}
