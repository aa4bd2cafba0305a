package dev.sanitiser.bench.server;

import dev.sanitiser.bench.measure.ServerProcess;
import dev.sanitiser.postgres.ConnectionSettings;
import java.util.Optional;

/**
 * A server that runs already. Its processes are not looked at, wherever they are.
 *
 * @param settings of a database that the role may connect to; the role may create others
 */
public record GivenServer(ConnectionSettings settings) implements Server {

    @Override
    public ConnectionSettings settings(String database) {
        return settings.withDatabase(database);
    }

    @Override
    public String maintenanceDatabase() {
        return settings.database();
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
