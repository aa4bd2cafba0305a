package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Fills the scratch schema: each worker takes the largest table that is left, clones it unlogged and without indexes,
 * and fills it by one statement under the run's snapshot.
 *
 * <p>Plain SQL: CREATE TABLE (LIKE …) and INSERT without columns have no form in jOOQ; names go in as {@code Name}.
 */
@Allow.PlainSQL
final class ScratchFill {

    private final ScratchSchema scratch;
    private final String snapshot;
    private final PseudonymKey key;
    private final Cancellation cancellation;
    private final Function<Cancellation, Session> sessions;
    private final FillListener listener;
    private final Cancellation workersOnly = new Cancellation();
    private final AtomicReference<@Nullable RuntimeException> firstFailure = new AtomicReference<>();

    ScratchFill(
            ScratchSchema scratch,
            String snapshot,
            PseudonymKey key,
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            FillListener listener) {
        this.scratch = scratch;
        this.snapshot = snapshot;
        this.key = key;
        this.cancellation = cancellation;
        this.sessions = sessions;
        this.listener = listener;
    }

    /** Hears of filled tables, from the workers' threads. */
    @FunctionalInterface
    interface FillListener {
        void filled(QualifiedName table, long rowCount);
    }

    /**
     * Fills all tables.
     *
     * @return row counts by the tables' oids
     */
    Map<Long, Long> fill(List<TablePlan> tables, int jobs) {
        Queue<TablePlan> queue = new ConcurrentLinkedQueue<>(tables.stream()
                .sorted(Comparator.comparingLong(TablePlan::sizeInBytes).reversed())
                .toList());
        Map<Long, Long> rowCounts = new ConcurrentHashMap<>();
        ExecutorService executor = Executors.newFixedThreadPool(jobs, ScratchFill::daemon);
        try (Cancellation.Registration registration = cancellation.passOnTo(workersOnly)) {
            for (int i = 0; i < Math.min(jobs, tables.size()); i++) {
                executor.execute(() -> work(queue, rowCounts));
            }
            executor.shutdown();
            await(executor);
        }
        throwIfFailed();
        return rowCounts;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sanitiser-fill");
        thread.setDaemon(true);
        return thread;
    }

    private void work(Queue<TablePlan> queue, Map<Long, Long> rowCounts) {
        try (Session session = sessions.apply(workersOnly)) {
            TablePlan table = queue.poll();
            while (table != null) {
                workersOnly.throwIfCancelled();
                long rowCount = fill(session, table);
                rowCounts.put(table.oid(), rowCount);
                listener.filled(table.name(), rowCount);
                table = queue.poll();
            }
        } catch (RuntimeException e) {
            end(e);
        } catch (Error e) {
            end(new IllegalStateException("a worker failed", e));
        }
    }

    /** The first failure is the run's; the cancelled statements that follow from it are not. */
    private void end(RuntimeException failure) {
        firstFailure.compareAndSet(null, failure);
        workersOnly.cancel("another worker failed");
    }

    private long fill(Session session, TablePlan table) {
        try {
            session.beginWithSnapshot(snapshot);
            session.readInPhysicalOrder();
            key.handTo(session);
            QualifiedName copy = scratch.tableFor(table.oid());
            session.database()
                    .execute(
                            "CREATE UNLOGGED TABLE {0} (LIKE {1} INCLUDING GENERATED)",
                            copy.toName(), table.name().toName());
            long rowCount = insert(session, copy, table);
            session.commit();
            return rowCount;
        } catch (DataAccessException e) {
            session.rollback();
            throw LockWaits.ended(e) ? gaveWay(table) : SqlFailures.environment("copy the rows of " + table.name(), e);
        }
    }

    /** The run's own lock lets nobody else have the table, and nobody else lets a worker have it. */
    private static SanitiserException gaveWay(TablePlan table) {
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "The run gave way to another session that waits for an ACCESS EXCLUSIVE lock on " + table.name()
                        + " (a migration, perhaps). Run again when it has ended.");
    }

    private static long insert(Session session, QualifiedName copy, TablePlan table) {
        List<? extends Field<?>> columns = table.storedColumns().stream()
                .map(c -> field(name(c.column().name())))
                .toList();
        Query insert = columns.isEmpty()
                ? DSL.query("INSERT INTO {0} {1}", copy.toName(), table.select())
                : DSL.query("INSERT INTO {0} ({1}) {2}", copy.toName(), DSL.list(columns), table.select());
        return session.executeLarge(insert);
    }

    /** Returns only when all workers have ended: until then the scratch schema cannot be dropped. */
    private void await(ExecutorService workers) {
        boolean interrupted = false;
        while (!workers.isTerminated()) {
            try {
                boolean unused = workers.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
                end(new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: its thread was interrupted"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwIfFailed() {
        cancellation.throwIfCancelled();
        RuntimeException failure = firstFailure.get();
        if (failure != null) {
            throw failure;
        }
    }
}
