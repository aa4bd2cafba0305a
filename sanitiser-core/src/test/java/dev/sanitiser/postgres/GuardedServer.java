package dev.sanitiser.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A server that lets its users in over TLS only: {@code ann} with a password, {@code bob} and {@code eve} with a
 * certificate.
 */
final class GuardedServer implements AutoCloseable {

    static final String PASSWORD = "s3:c\\ret ü%@/";

    private final EmbeddedPostgres server;

    private GuardedServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static GuardedServer start(Path folder, Certificate server, Path clientAuthorities)
            throws IOException, SQLException {
        Path rules = Files.writeString(folder.resolve("hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                hostssl all ann 127.0.0.1/32 scram-sha-256
                hostssl all bob,eve 127.0.0.1/32 cert
                """);
        GuardedServer guarded = new GuardedServer(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("hba_file", rules.toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", server.certificate().toString())
                .setServerConfig("ssl_key_file", server.key().toString())
                .setServerConfig("ssl_ca_file", clientAuthorities.toString())
                .start());
        try (Connection connection = guarded.server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE ann LOGIN PASSWORD 's3:c\\ret ü%@/'; CREATE ROLE bob LOGIN;"
                    + "CREATE ROLE eve LOGIN; ALTER ROLE ann SET standard_conforming_strings = off;"
                    + "ALTER ROLE ann SET search_path = public; ALTER ROLE ann SET DateStyle = 'SQL, DMY'");
        }
        return guarded;
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
