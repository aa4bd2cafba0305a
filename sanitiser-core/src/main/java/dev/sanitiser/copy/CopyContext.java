package dev.sanitiser.copy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.postgres.Session;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What every way of copying rows needs.
 *
 * @param leader holds locks and snapshot
 * @param key what pseudonyms are made with
 * @param jobs sessions that work side by side; at least 1
 * @param maxRate bytes of rows per second that leave the source; empty for no limit
 * @param sessions opens a session whose statements end with the given cancellation
 */
public record CopyContext(
        SnapshotPlan plan,
        SnapshotLeader leader,
        PseudonymKey key,
        int jobs,
        OptionalLong maxRate,
        Cancellation cancellation,
        Function<Cancellation, Session> sessions,
        RowCopy.Listener listener) {

    Session openSession() {
        return sessions.apply(cancellation);
    }
}
