package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.ConnectionSettings;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own; closing drops it, whoever is still connected. */
public final class TestDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final ConnectionSettings settings;

    TestDatabase(PostgresServer server, ConnectionSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** The server that holds it. */
    public PostgresServer server() {
        return server;
    }

    /** A name that no other test has. */
    public String name() {
        return settings.database();
    }

    /** Gives a new connection at each call, with the server's own settings for role and database. */
    public DataSource dataSource() {
        return Connections.to(settings);
    }

    /** For whoever wants a URL, such as {@code jdbc:postgresql://localhost:5432/…}; without user and password. */
    public String jdbcUrl() {
        PGSimpleDataSource dataSource = Connections.to(settings);
        return dataSource.getUrl();
    }

    /** The role to connect as. */
    public String user() {
        return settings.user();
    }

    /** The role's password; empty where the server asks for none. */
    public String password() {
        return settings.password();
    }

    ConnectionSettings settings() {
        return settings;
    }

    /** Drops the database; does nothing at the second call. */
    @Override
    public void close() {
        server.drop(name());
    }
}
