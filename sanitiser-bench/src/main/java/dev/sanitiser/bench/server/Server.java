package dev.sanitiser.bench.server;

import dev.sanitiser.bench.measure.ServerProcess;
import dev.sanitiser.postgres.ConnectionSettings;
import java.util.Optional;

/** The PostgreSQL server that is benchmarked. */
public sealed interface Server extends AutoCloseable permits PrivateServer, GivenServer {

    /** How to reach one of its databases. */
    ConnectionSettings settings(String database);

    /** The database to connect to for making others. */
    String maintenanceDatabase();

    /** Empty where its processes are not ours to look at. */
    Optional<ServerProcess> process();

    @Override
    void close();
}
