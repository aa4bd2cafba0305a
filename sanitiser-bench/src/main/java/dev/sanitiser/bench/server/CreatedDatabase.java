package dev.sanitiser.bench.server;

import dev.sanitiser.postgres.ConnectionSettings;

/** A database of the benchmark's own; closing it drops it, whoever is connected. */
public record CreatedDatabase(Databases databases, ConnectionSettings settings) implements AutoCloseable {

    @Override
    public void close() {
        databases.drop(settings.database());
    }
}
