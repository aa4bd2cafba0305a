package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.impl.DSL;

/** A PostgreSQL server in a temporary folder; closing it stops the server and deletes the folder. */
final class DemoServer implements AutoCloseable {

    /** What the binaries on the class path are. */
    static final int MAJOR_VERSION = 15;

    private static final String USER = "postgres";

    private final TemporaryFolder folder;
    private final EmbeddedPostgres server;

    private DemoServer(TemporaryFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static DemoServer start() {
        refuseOtherPlatforms(System.getProperty("os.name"), System.getProperty("os.arch"));
        TemporaryFolder folder = TemporaryFolder.create("sanitiser-demo-");
        try {
            return new DemoServer(folder, startIn(folder));
        } catch (IOException | IllegalStateException e) {
            folder.close();
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The demo's PostgreSQL did not start in " + folder.path() + ": " + e.getMessage()
                            + "\nIt needs a free port and 200 MB there; set java.io.tmpdir in JAVA_OPTS for another folder.");
        }
    }

    static void refuseOtherPlatforms(String system, String architecture) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || !architecture.matches("amd64|x86_64")) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The demo brings a PostgreSQL for Linux on amd64; this is " + system + " on " + architecture
                            + ". The other commands work here: try ./sanitiser dump with a database of your own.");
        }
    }

    private static EmbeddedPostgres startIn(TemporaryFolder folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.path().resolve("programs").toFile())
                .setDataDirectory(folder.path().resolve("data"))
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
    }

    DataSource createDatabase(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            Database.on(connection).createDatabase(DSL.name(name)).execute();
        }
        return server.getDatabase(USER, name);
    }

    /** The server trusts connections from this machine, so there is no password. */
    ConnectionSettings settings(String database) {
        return new ConnectionSettings("localhost", server.getPort(), database, USER, "", Map.of());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "The demo's PostgreSQL did not stop: " + e.getMessage());
        } finally {
            folder.close();
        }
    }
}
