package dev.sanitiser.copy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.function.Supplier;

/** Reads the source under the run's snapshot, in transactions that cannot write. */
final class SnapshotReader {

    private static final String SERIALIZATION_FAILURE = "40001";

    private final CopyContext context;

    SnapshotReader(CopyContext context) {
        this.context = context;
    }

    /** Begins a transaction that sees the snapshot and lasts as long as the session. */
    void begin(Session session) {
        session.beginReading(context.plan().snapshot());
        session.readInPhysicalOrder();
        context.key().handTo(session);
    }

    /** A worker that lost the snapshot knows the consequence only. */
    <T> T whileSnapshotIsHeld(Supplier<T> work) {
        try {
            T result = work.get();
            context.leader().confirm();
            return result;
        } catch (SanitiserException e) {
            context.cancellation().throwIfCancelled();
            context.leader().confirm();
            throw e;
        }
    }

    static SanitiserException failure(TablePlan table, Exception e) {
        if (LockWaits.ended(e)) {
            return LockWaits.gaveWay(table.name());
        }
        // A transaction that only reads under a snapshot meets no other serialization failure.
        return SqlFailures.sqlState(e).filter(SERIALIZATION_FAILURE::equals).isPresent()
                ? new SanitiserException(
                        FailureKind.ENVIRONMENT,
                        "The standby ended the run because it could not replay changes of the primary otherwise, while"
                                + " the rows of " + table.name()
                                + " were read. Set hot_standby_feedback to on there, or raise"
                                + " max_standby_streaming_delay, and run again.")
                : SqlFailures.environment("copy the rows of " + table.name(), e);
    }
}
