package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

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
    private final Duration lockTimeout;
    private final Cancellation cancellation;
    private final Function<Cancellation, Session> sessions;
    private final FillListener listener;

    ScratchFill(
            ScratchSchema scratch,
            String snapshot,
            Duration lockTimeout,
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            FillListener listener) {
        this.scratch = scratch;
        this.snapshot = snapshot;
        this.lockTimeout = lockTimeout;
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
        Cancellation workersOnly = new Cancellation();
        ExecutorService executor = Executors.newFixedThreadPool(jobs);
        try (Cancellation.Registration registration =
                cancellation.onCancel(() -> workersOnly.cancel("the run was cancelled"))) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(jobs, tables.size()); i++) {
                workers.add(executor.submit(() -> work(queue, rowCounts, workersOnly)));
            }
            await(workers, workersOnly);
            return rowCounts;
        } finally {
            executor.shutdownNow();
        }
    }

    private void work(Queue<TablePlan> queue, Map<Long, Long> rowCounts, Cancellation workersOnly) {
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
            workersOnly.cancel("another worker failed");
            throw e;
        }
    }

    private long fill(Session session, TablePlan table) {
        try {
            session.beginWithSnapshot(snapshot);
            session.readInPhysicalOrder();
            session.setLocal("lock_timeout", Long.toString(Math.max(1, lockTimeout.toMillis())));
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
            throw failure(table, e);
        }
    }

    /** A migration that waits for the leader's lock keeps the worker waiting behind it: neither would ever go on. */
    private static SanitiserException failure(TablePlan table, DataAccessException cause) {
        if (SqlFailures.sqlState(cause)
                .filter(SqlFailures.LOCK_NOT_AVAILABLE::equals)
                .isEmpty()) {
            return SqlFailures.environment("copy the rows of " + table.name(), cause);
        }
        return new SanitiserException(
                FailureKind.ENVIRONMENT,
                "Could not lock " + table.name() + " for copying its rows: another session waits for an ACCESS "
                        + "EXCLUSIVE lock on it (a migration, perhaps). Run again when it has ended.");
    }

    private static long insert(Session session, QualifiedName copy, TablePlan table) {
        List<? extends Field<?>> columns = table.storedColumns().stream()
                .map(c -> field(name(c.column().name())))
                .toList();
        if (columns.isEmpty()) {
            return session.database().execute("INSERT INTO {0} {1}", copy.toName(), table.select());
        }
        return session.database()
                .execute("INSERT INTO {0} ({1}) {2}", copy.toName(), DSL.list(columns), table.select());
    }

    /** The first failure is the run's; the cancellations that follow from it are not. */
    private void await(List<Future<?>> workers, Cancellation workersOnly) {
        RuntimeException first = null;
        for (Future<?> worker : workers) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                RuntimeException failure = asRuntimeException(e);
                first = first == null || isConsequence(first) ? failure : first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                workersOnly.cancel("its thread was interrupted");
                first = new SanitiserException(
                        FailureKind.INTERRUPTED, "The run was stopped: its thread was interrupted");
            }
        }
        cancellation.throwIfCancelled();
        if (first != null) {
            throw first;
        }
    }

    private static boolean isConsequence(RuntimeException failure) {
        return failure instanceof SanitiserException known && known.kind() == FailureKind.INTERRUPTED;
    }

    private static RuntimeException asRuntimeException(ExecutionException e) {
        return e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
    }
}
