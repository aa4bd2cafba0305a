package dev.sanitiser.bench.server;

import dev.sanitiser.bench.measure.ServerProcess;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A server of the benchmark's own. It is set up like a small production server, but for two things that would blur the
 * figures: it does not wait for the disk, and nothing is vacuumed behind its back.
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

    private final int port;
    private final ServerProcess process;
    private final Runnable stop;

    private PrivateServer(int port, Path data, Runnable stop) {
        this.port = port;
        this.process = new ServerProcess(postmaster(data));
        this.stop = stop;
    }

    /**
     * Starts a server that is installed on this machine, the newest one, and if there is none, the {@linkplain #bundled
     * bundled} one.
     *
     * @param folder for its data; the caller deletes it once the server is closed
     */
    public static PrivateServer start(Path folder) {
        return ServerPrograms.newest().map(p -> installed(folder, p)).orElseGet(() -> bundled(folder));
    }

    /**
     * Starts an installed server.
     *
     * @param folder for its data; the caller deletes it once the server is closed
     */
    public static PrivateServer installed(Path folder, ServerPrograms programs) {
        Path data = folder.resolve("data");
        int port = freePort();
        programs.initialise(data, USER);
        programs.start(data, port, SETTINGS);
        return new PrivateServer(port, data, () -> programs.stop(data));
    }

    /**
     * Starts the server whose programs are on the class path.
     *
     * @param folder for its programs and its data; the caller deletes it once the server is closed
     */
    public static PrivateServer bundled(Path folder) {
        Path data = folder.resolve("data");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setDataDirectory(data)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8");
        SETTINGS.forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres server = builder.start();
            return new PrivateServer(server.getPort(), data, () -> close(server));
        } catch (IOException | IllegalStateException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The benchmark's PostgreSQL did not start in " + folder + ": " + e.getMessage()
                            + "\nIt is for Linux on amd64; --programs names the programs of another server, --url a"
                            + " server to use instead.");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long postmaster(Path data) {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server trusts connections from this machine, so there is no password. */
    @Override
    public ConnectionSettings settings(String database) {
        return new ConnectionSettings("127.0.0.1", port, database, USER, "", Map.of());
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
            stop.run();
        } finally {
            ProcessHandle.of(process.postmaster()).ifPresent(p -> p.onExit().join());
        }
    }
}
