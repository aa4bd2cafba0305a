package dev.sanitiser.bench.variant;

import dev.sanitiser.postgres.ConnectionSettings;

/** One way of dumping the database. */
public sealed interface Variant permits PgDump, FirstSystem, SanitiserDump {

    /** One word, for tables and {@code --only}. */
    String name();

    /** What it runs, for {@code --help}. */
    String description();

    /**
     * Makes the dump.
     *
     * @return the peak of the client's memory, in bytes
     */
    long dump(Site site) throws InterruptedException;

    /** The schema that the rows are in once the dump is restored. */
    default String restoredSchema() {
        return "public";
    }

    /** Makes what the dump leaves out, so that it can be restored. */
    default void prepareRestore(ConnectionSettings source, ConnectionSettings target) {}
}
