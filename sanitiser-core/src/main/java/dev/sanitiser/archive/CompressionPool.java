package dev.sanitiser.archive;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;

/**
 * The threads that compress, shared by all streams of a run; it keeps their deflaters and buffers for reuse.
 * Thread-safe.
 */
public final class CompressionPool implements AutoCloseable {

    private final int jobs;
    private final ExecutorService workers;
    private final Map<Integer, Queue<Deflater>> idleDeflaters = new ConcurrentHashMap<>();
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
                    Queue<Deflater> idle =
                            idleDeflaters.computeIfAbsent(compression.level(), l -> new ConcurrentLinkedQueue<>());
                    Deflater known = idle.poll();
                    Deflater deflater = known == null
                            ? new Deflater(Math.min(compression.level(), Deflater.BEST_COMPRESSION), true)
                            : known;
                    format.compress(block, deflater);
                    deflater.reset();
                    idle.add(deflater);
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
        idleDeflaters.values().forEach(idle -> idle.forEach(Deflater::end));
        idleDeflaters.clear();
        idleBlocks.clear();
    }
}
