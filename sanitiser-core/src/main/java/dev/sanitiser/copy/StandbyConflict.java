package dev.sanitiser.copy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.SqlFailures;
import java.util.Optional;

/** What a hot standby does to a reader who sees rows that it must remove (manual, "Handling Query Conflicts"). */
final class StandbyConflict {

    /** {@code serialization_failure}: a transaction that only reads under a snapshot meets no other. */
    private static final String SQL_STATE = "40001";

    private StandbyConflict() {}

    /** @return empty if the failure is something else */
    static Optional<SanitiserException> in(Exception failure) {
        return SqlFailures.sqlState(failure)
                .filter(SQL_STATE::equals)
                .map(state -> new SanitiserException(
                        FailureKind.ENVIRONMENT,
                        "The standby ended the run: it had to replay changes of the primary that remove rows which the"
                                + " run's snapshot still saw. Set hot_standby_feedback to on there, or raise"
                                + " max_standby_streaming_delay, and run again."));
    }
}
