package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same settings must lead pgjdbc and libpq's programs to the same server, past the same guards. */
class ReachingAServerTest {

    @TempDir
    static Path folder;

    private static Certificate serverCertificate;
    private static GuardedServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException, SQLException {
        serverCertificate = Certificate.make(folder, "localhost", "RSA");
        Certificate rsa = Certificate.make(folder, "bob", "RSA");
        Certificate ec = Certificate.make(folder, "eve", "EC");
        Path authorities = Files.writeString(
                folder.resolve("clients.crt"),
                Files.readString(rsa.certificate()) + Files.readString(ec.certificate()));
        server = GuardedServer.start(folder, serverCertificate, authorities);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-ca", "verify-full"})
    void a_password_with_every_odd_character_passes_over_tls(String mode) throws Exception {
        ConnectionSettings settings = settings(
                "ann", Map.of("PGPASSWORD", GuardedServer.PASSWORD, "PGSSLMODE", mode, "PGCHANNELBINDING", "require"));

        assertThat(userSeenBy(settings)).isEqualTo("ann|t");
        assertThat(psql(settings)).isEqualTo("ann|t\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "eve"})
    void a_client_certificate_with_a_pem_key_passes(String user) throws Exception {
        ConnectionSettings settings = settings(
                user,
                Map.of(
                        "PGSSLMODE", "verify-full",
                        "PGSSLCERT", folder.resolve(user + ".crt").toString(),
                        "PGSSLKEY", folder.resolve(user + ".key").toString()));

        assertThat(userSeenBy(settings)).isEqualTo(user + "|t");
        assertThat(psql(settings)).isEqualTo(user + "|t\n");
    }

    @Test
    void mode_require_with_a_root_certificate_verifies_it_in_both_clients() throws Exception {
        ConnectionSettings settings = ConnectionSettings.resolve(
                Optional.of("postgresql://ann@localhost:" + server.port() + "/postgres?sslmode=require"),
                Map.of(
                        "PGPASSWORD",
                        "x",
                        "PGSSLROOTCERT",
                        folder.resolve("bob.crt").toString()),
                folder);

        assertThat(settings.dataSource("test").getSslMode()).isEqualTo("verify-ca");
        assertThat(psql(settings)).contains("certificate verify failed");
    }

    @Test
    void the_session_is_not_what_the_roles_settings_say() throws Exception {
        ConnectionSettings settings =
                settings("ann", Map.of("PGPASSWORD", GuardedServer.PASSWORD, "PGSSLMODE", "require"));

        assertThat(ask(
                        settings,
                        "SELECT concat_ws('|', current_setting('standard_conforming_strings'),"
                                + " current_setting('search_path'), current_setting('DateStyle'),"
                                + " current_setting('IntervalStyle'), current_setting('extra_float_digits'),"
                                + " current_setting('application_name'))"))
                .isEqualTo("on|pg_catalog|ISO, MDY|postgres|3|test");
    }

    private static ConnectionSettings settings(String user, Map<String, String> environment) {
        return ConnectionSettings.resolve(
                Optional.of("postgresql://" + user + "@localhost:" + server.port() + "/postgres?sslrootcert="
                        + serverCertificate.certificate()),
                environment,
                folder);
    }

    private static String userSeenBy(ConnectionSettings settings) throws SQLException {
        return ask(
                settings,
                "SELECT current_user || '|' || (SELECT CASE WHEN ssl THEN 't' ELSE 'f' END"
                        + " FROM pg_stat_ssl WHERE pid = pg_backend_pid())");
    }

    private static String ask(ConnectionSettings settings, String sql) throws SQLException {
        try (Connection connection = settings.dataSource("test").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String psql(ConnectionSettings settings) throws IOException, InterruptedException {
        try (PasswordFile passwordFile = PasswordFile.of(settings)) {
            ProcessBuilder builder = new ProcessBuilder(
                            "psql", "-XAtwc", "SELECT current_user, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                    .redirectErrorStream(true);
            builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
            builder.environment().putAll(settings.environment(passwordFile));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        }
    }
}
