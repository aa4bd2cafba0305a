package dev.sanitiser.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Holds {@link StatementProof} against tables' statements, on a thread of its own while the database gives proofs. */
final class StatementChecks implements AutoCloseable {

    private final SideThread thread = new SideThread("sanitiser-statements");
    private final List<CompletableFuture<Integer>> begun = new ArrayList<>();

    void begin(List<TablePlan> tables) {
        begun.add(thread.begin(() -> check(tables)));
    }

    private static int check(List<TablePlan> tables) {
        for (TablePlan table : tables) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            StatementProof.require(table);
        }
        return tables.size();
    }

    /**
     * Waits until all have been looked at.
     *
     * @throws IllegalStateException if one might read more than it may: a defect of ours
     */
    void require() {
        begun.forEach(SideThread::result);
    }

    /** Ends what is still going on. */
    @Override
    public void close() {
        thread.close();
    }
}
