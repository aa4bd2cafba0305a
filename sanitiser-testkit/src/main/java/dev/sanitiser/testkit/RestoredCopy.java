package dev.sanitiser.testkit;

import dev.sanitiser.testkit.postgres.TestDatabase;
import javax.sql.DataSource;

/** A dump's restored copy, in a database of its own; the dump drops it when it is closed. */
public final class RestoredCopy {

    private final SanitisedDump dump;

    RestoredCopy(SanitisedDump dump) {
        this.dump = dump;
    }

    /**
     * Connections to the copy, which is restored now if it was not before.
     *
     * @throws AssertionError if pg_restore failed, or said anything
     * @throws dev.sanitiser.failure.SanitiserException if the dump cannot be made; of kind ENVIRONMENT if there can be
     *     no database for the copy
     */
    public DataSource dataSource() {
        return database().dataSource();
    }

    /** The database, for those who want its URL; errors as {@link #dataSource()}. */
    public TestDatabase database() {
        return dump.restored().orThrow(dump);
    }
}
