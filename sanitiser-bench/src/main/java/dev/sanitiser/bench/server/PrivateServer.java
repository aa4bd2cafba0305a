package dev.sanitiser.bench.server;

import dev.sanitiser.bench.measure.ServerProcess;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A server of the benchmark's own, from the binaries on the class path. It is set up like a small production server,
 * but for two things that would blur the figures: it does not wait for the disk, and nothing is vacuumed behind its
 * back.
 */
public final class PrivateServer implements Server {

    /** As docs/performance.md lists them. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("shared_buffers", "1GB"),
            Map.entry("max_wal_size", "8GB"),
            Map.entry("max_locks_per_transaction", "256"),
            Map.entry("max_connections", "60"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("fsync", "off"),
            Map.entry("autovacuum", "off"),
            Map.entry("unix_socket_directories", ""));

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final ServerProcess process;

    private PrivateServer(EmbeddedPostgres server, ServerProcess process) {
        this.server = server;
        this.process = process;
    }

    /**
     * Starts the server.
     *
     * @param folder for its programs and its data; the caller deletes it once the server is closed
     */
    public static PrivateServer start(Path folder) {
        Path data = folder.resolve("data");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setDataDirectory(data)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres server = builder.start();
            return new PrivateServer(server, new ServerProcess(postmaster(data)));
        } catch (IOException | IllegalStateException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The benchmark's PostgreSQL did not start in " + folder + ": " + e.getMessage()
                            + "\nIt is for Linux on amd64; --url names a server to use instead.");
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    /** The server trusts connections from this machine, so there is no password. */
    @Override
    public ConnectionSettings settings(String database) {
        return new ConnectionSettings("127.0.0.1", server.getPort(), database, USER, "", Map.of());
    }

    @Override
    public String maintenanceDatabase() {
        return USER;
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.of(process);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ProcessHandle.of(process.postmaster()).ifPresent(p -> p.onExit().join());
        }
    }
}
