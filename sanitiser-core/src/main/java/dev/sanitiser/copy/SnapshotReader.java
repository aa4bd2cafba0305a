package dev.sanitiser.copy;

import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.function.Supplier;

/** Reads the source under the run's snapshot, in transactions that cannot write. */
final class SnapshotReader {

    private final CopyContext context;

    SnapshotReader(CopyContext context) {
        this.context = context;
    }

    /** Begins a transaction that sees the snapshot and lasts as long as the session. */
    void begin(Session session) {
        session.beginReading(context.plan().snapshot());
        ReadingRole.assume(context.plan().plan().options(), session);
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
        return LockWaits.ended(e)
                ? LockWaits.gaveWay(table.name())
                : StandbyConflict.in(e).orElseGet(() -> SqlFailures.environment("copy the rows of " + table.name(), e));
    }
}
