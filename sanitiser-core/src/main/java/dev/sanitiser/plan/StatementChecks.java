package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Holds {@link StatementProof} against tables' statements, on a thread of its own while the database gives proofs. */
final class StatementChecks implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(StatementChecks::daemon);
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sanitiser-statements");
        thread.setDaemon(true);
        return thread;
    }

    void begin(List<TablePlan> tables) {
        begun.add(CompletableFuture.runAsync(() -> tables.forEach(StatementChecks::check), thread));
    }

    private static void check(TablePlan table) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        StatementProof.require(table);
    }

    /**
     * Waits until all have been looked at.
     *
     * @throws IllegalStateException if one might read more than it may: a defect of ours
     */
    void require() {
        try {
            begun.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException defect ? defect : e;
        }
    }

    /** Ends what is still going on. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
