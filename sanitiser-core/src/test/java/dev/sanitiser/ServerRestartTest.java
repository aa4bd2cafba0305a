package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Background;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own: no other test would survive what is done to it. */
class ServerRestartTest {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    void a_run_during_which_the_server_goes_away_publishes_nothing_and_the_next_one_cleans_up() throws Exception {
        Path target = Files.writeString(folder.resolve("shop.dump"), "the previous dump");
        int port;
        Throwable failure;
        try (EmbeddedPostgres server = start(0)) {
            port = server.getPort();
            try (Connection gatekeeper = server.getPostgresDatabase().getConnection()) {
                gatekeeper.createStatement().execute(GatedSource.SCRIPT + "; SELECT pg_advisory_lock(42)");
                Background run = Background.start(() -> dump(server, target));
                while (!answer(gatekeeper, "SELECT " + GatedSource.SOMEBODY_WAITS_AT_THE_GATE)
                        .equals("t")) {
                    gatekeeper.createStatement().execute("SELECT pg_sleep(0.02)");
                }

                server.close();

                failure = run.awaitFailure();
            }
        }

        assertThat(failure)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage(
                        "Could not keep the snapshot: the session that holds it was lost, and with it the one moment"
                                + " of the copy: terminating connection due to administrator command (SQLSTATE 57P01)");
        assertThat(failure.getSuppressed()[0]).hasMessageStartingWith("Could not connect to postgresql://postgres@");
        assertThat(target).hasContent("the previous dump");
        onlyTheDumpIsThere(target);

        try (EmbeddedPostgres server = start(port);
                Connection connection = server.getPostgresDatabase().getConnection()) {
            assertThat(scratchSchemas(connection)).isEqualTo("1");

            dump(server, target);

            assertThat(scratchSchemas(connection)).isEqualTo("0");
            onlyTheDumpIsThere(target);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setDataDirectory(data.resolve("cluster"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static void dump(EmbeddedPostgres server, Path target) {
        Sanitiser.dump(
                Source.of(server.getPostgresDatabase()),
                GatedSource.ALLOW_LIST,
                DumpOptions.defaults(),
                DumpTarget.file(target),
                DumpListener.silent());
    }

    private static String scratchSchemas(Connection connection) throws SQLException {
        return answer(connection, "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'sanitiser%'");
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void onlyTheDumpIsThere(Path target) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }
}
