package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong password is refused by the server and echoed by nobody. */
class WrongPasswordTest {

    private static final String WRONG = "n0t-the-p4ssword";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    private Path allowList;
    private Path dump;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Path rules = Files.writeString(folder.resolve("hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                host all ann 127.0.0.1/32 scram-sha-256
                """);
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("hba_file", rules.toString())
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE ann SUPERUSER LOGIN PASSWORD 'the-p4ssword'; CREATE TABLE users (id int)");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void lay_out() throws IOException {
        Path work = Files.createTempDirectory(folder, "run");
        allowList = Files.writeString(work.resolve("list.json"), "{\"users\": [\"id\"]}");
        dump = work.resolve("shop.dump");
    }

    @Test
    void in_the_environment() {
        assertThat(run("ann", WRONG)).isEqualTo(new Run(4, "", refusal()));
        assertThat(dump).doesNotExist();
    }

    @Test
    void in_the_url() {
        assertThat(run("ann:" + WRONG, "")).isEqualTo(new Run(4, "", """
                        The password in --url can be read by every user of this machine; ~/.pgpass or PGPASSWORD keeps \
                        it private.
                        """ + refusal()));
        assertThat(dump).doesNotExist();
    }

    @Test
    void no_password_at_all() {
        assertThat(run("ann", "")).isEqualTo(new Run(4, "", """
                        Checking the source
                        Could not connect to postgresql://ann@127.0.0.1:%d/postgres: The server requested SCRAM-based \
                        authentication, but no password was provided. (SQLSTATE 08004)
                        """.formatted(server.getPort())));
        assertThat(dump).doesNotExist();
    }

    @Test
    void the_right_one_passes() {
        assertThat(run("ann", "the-p4ssword").exitCode()).isZero();
        assertThat(dump).isNotEmptyFile();
    }

    private Run run(String user, String password) {
        return Run.of(
                Map.of("PGPASSWORD", password),
                "dump",
                "--url",
                "postgresql://" + user + "@127.0.0.1:" + server.getPort() + "/postgres",
                "--allow-list",
                allowList.toString(),
                "--output",
                dump.toString());
    }

    private static String refusal() {
        return """
                Checking the source
                Could not connect to postgresql://ann@127.0.0.1:%d/postgres: password authentication failed for user \
                "ann" (SQLSTATE 28P01)
                """.formatted(server.getPort());
    }
}
