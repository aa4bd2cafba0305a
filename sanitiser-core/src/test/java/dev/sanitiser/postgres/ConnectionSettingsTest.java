package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

    private static final String ME = System.getProperty("user.name");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "postgresql://                                       | localhost   | 5432 | ME   | ME   | ''",
                "postgres://db.example                               | db.example  | 5432 | ME   | ME   | ''",
                "postgresql://db.example:6543                        | db.example  | 6543 | ME   | ME   | ''",
                "postgresql://db.example/shop                        | db.example  | 5432 | shop | ME   | ''",
                "postgresql://ann@db.example                         | db.example  | 5432 | ann  | ann  | ''",
                "postgresql://ann:s3cret@db.example:6543/shop        | db.example  | 6543 | shop | ann  | s3cret",
                "postgresql://ann:a:b?c#d@db.example/shop            | db.example  | 5432 | shop | ann  | a:b?c#d",
                "postgresql://ann:%40%2F%3A%25+%C3%BC@db.example/s   | db.example  | 5432 | s    | ann  | @/:%+ü",
                "postgresql://an%20n@db%2Eexample/sh%2Fop            | db.example  | 5432 | sh/op| an n | ''",
                "postgresql://[::1]:6543/shop                        | ::1         | 6543 | shop | ME   | ''",
                "postgresql://[2001:db8::7]                          | 2001:db8::7 | 5432 | ME   | ME   | ''",
                "postgresql:///shop                                  | localhost   | 5432 | shop | ME   | ''",
                "postgresql://:6543/                                 | localhost   | 6543 | ME   | ME   | ''",
                "postgresql:///shop?host=db.example&port=6543        | db.example  | 6543 | shop | ME   | ''",
                "postgresql://?user=ann&password=a%26b&dbname=shop   | localhost   | 5432 | shop | ann  | a&b",
                "postgresql://h?application_name=x&keepalives=1      | h           | 5432 | ME   | ME   | ''",
                "postgresql://h/?target_session_attrs=any            | h           | 5432 | ME   | ME   | ''",
                "jdbc:postgresql://db.example:6543/shop              | db.example  | 6543 | shop | ME   | ''",
                "jdbc:postgresql://db.example/                       | db.example  | 5432 | ME   | ME   | ''",
                "jdbc:postgresql://[::1]:6543/shop                   | ::1         | 6543 | shop | ME   | ''",
                "jdbc:postgresql:shop                                | localhost   | 5432 | shop | ME   | ''",
                "jdbc:postgresql:/                                   | localhost   | 5432 | ME   | ME   | ''",
                "jdbc:postgresql://h/sh%2Fop?user=ann&password=a+b%26| h           | 5432 | sh/op| ann  | a b&",
                "jdbc:postgresql://h/shop?currentSchema=x&tcpKeepAlive=true | h    | 5432 | shop | ME   | ''",
            })
    void reads_urls_as_libpq_and_pgjdbc_do(
            String url, String host, int port, String database, String user, String password) {
        ConnectionSettings settings = resolve(url, Map.of());

        assertThat(settings)
                .isEqualTo(new ConnectionSettings(
                        host, port, database.replace("ME", ME), user.replace("ME", ME), password, Map.of()));
    }

    @Test
    void takes_what_the_url_leaves_open_from_the_variables() {
        Map<String, String> variables = Map.of(
                "PGHOST", "db.example",
                "PGPORT", "6543",
                "PGDATABASE", "shop",
                "PGUSER", "ann",
                "PGPASSWORD", "s3cret",
                "PGSSLMODE", "require",
                "PGCONNECT_TIMEOUT", "3");

        assertThat(ConnectionSettings.resolve(Optional.empty(), variables, home))
                .isEqualTo(new ConnectionSettings(
                        "db.example",
                        6543,
                        "shop",
                        "ann",
                        "s3cret",
                        Map.of("sslmode", "require"),
                        Duration.ofSeconds(3)));
        assertThat(resolve("postgresql://bob:other@h/?sslmode=disable&connect_timeout=7", variables))
                .isEqualTo(new ConnectionSettings(
                        "h", 6543, "shop", "bob", "other", Map.of("sslmode", "disable"), Duration.ofSeconds(7)));
    }

    @Test
    void treats_an_empty_variable_as_none() {
        assertThat(ConnectionSettings.resolve(Optional.empty(), Map.of("PGHOST", "", "PGUSER", "ann"), home))
                .isEqualTo(new ConnectionSettings("localhost", 5432, "ann", "ann", "", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://ann:s3cret@h/shop | it must begin with postgresql://, postgres:// or jdbc:postgresql://",
                "host=h password=s3cret | it must begin with postgresql://, postgres:// or jdbc:postgresql://",
                "postgresql://ann:s3c@ret@h/shop | it has a stray @; in a password, write @ as %40, / as %2F, : as %3A"
                        + " and % as %25",
                "postgresql://ann:12/s3cret@h/shop | it has a stray @; in a password, write @ as %40, / as %2F, : as"
                        + " %3A and % as %25",
                "postgresql://ann:s3%ret@h/shop | its password has a % that is not followed by two hexadecimal digits"
                        + " (other than 00); write % as %25",
                "postgresql://ann:s3cret%00@h/shop | its password has a % that is not followed by two hexadecimal"
                        + " digits (other than 00); write % as %25",
                "postgresql://ann:%ff@h/shop | its password is not UTF-8",
                "postgresql://[::1/shop | its host cannot be read; write an IPv6 address as [::1]; in a password, write"
                        + " @ as %40, / as %2F, : as %3A and % as %25",
                "postgresql://h1,h2/shop | it names several hosts; name the one to read from",
                "postgresql://h1:1,h2:2/shop | it names several hosts; name the one to read from",
                "jdbc:postgresql://h1,h2/shop | it names several hosts; name the one to read from",
                "postgresql://h?password=s3&cret=1&x=2 | its 2nd parameter has a name that is not known; known are"
                        + " host, port, dbname, user, password, passfile, connect_timeout, sslmode, sslrootcert,"
                        + " sslcert, sslkey, channel_binding (in a password, write & as %26)",
                "postgresql://h?password=s3=cret | parameters are written name=value and joined by &; within a value,"
                        + " write = as %3D and & as %26",
                "postgresql://h?options=-c%20role%3Dx | Sanitiser cannot honour its parameter \"options\" for both its"
                        + " driver and pg_dump; leave the parameter out",
                "postgresql://h?target_session_attrs=primary | Sanitiser cannot honour its parameter"
                        + " \"target_session_attrs\" for both its driver and pg_dump; leave the parameter out",
                "jdbc:postgresql://ann:s3cret@h/shop | a jdbc: URL has no user and password before the host; write"
                        + " ?user=…&password=… at its end, or begin with postgresql://",
                "jdbc:postgresql://h/shop?password=s3&cret | its 2nd parameter has a name that is not known; known are"
                        + " PGDBNAME, PGHOST, PGPORT, channelBinding, connectTimeout, password, sslcert, sslkey,"
                        + " sslmode, sslrootcert, user (in a password, write & as %26)",
                "jdbc:postgresql://h/shop?password=s3%cret | its parameter 1 has a % that is not followed by two"
                        + " hexadecimal digits; write % as %25",
                "jdbc:postgresql://h/shop?sslfactory=x | Sanitiser cannot honour its parameter \"sslfactory\" for both"
                        + " its driver and pg_dump; leave the parameter out",
            })
    void says_which_part_of_a_url_is_wrong_without_quoting_it(String url, String problem) {
        assertThatThrownBy(() -> resolve(url, Map.of()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The connection URL is not valid: " + problem + ".")
                .extracting(e -> ((SanitiserException) e).kind())
                .isEqualTo(FailureKind.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://h:0/", "postgresql://h:65536/", "jdbc:postgresql://h:s3cret/x"})
    void says_that_a_port_is_no_number_without_quoting_it(String url) {
        assertThatThrownBy(() -> resolve(url, Map.of()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The port is not a number from 1 to 65535. Correct it in --url or PGPORT; in a password,"
                        + " write : as %3A and / as %2F.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PGHOST | /var/run/postgresql | The host is the folder of a Unix socket, which Java's driver cannot"
                        + " use. Give a host name, such as localhost, in --url or PGHOST.",
                "PGHOST | h1,h2 | The host is a list. Name the one host to read from in --url or PGHOST.",
                "PGPORT | postgres | The port is not a number from 1 to 65535. Correct it in --url or PGPORT; in a"
                        + " password, write : as %3A and / as %2F.",
                "PGSSLMODE | requre | The value of sslmode is not known. Expected one of disable, allow, prefer,"
                        + " require, verify-ca, verify-full, in --url or PGSSLMODE.",
                "PGCHANNELBINDING | yes | The value of channel_binding is not known. Expected one of disable, prefer,"
                        + " require, in --url or PGCHANNELBINDING.",
                "PGCONNECT_TIMEOUT | 10s | The connect timeout is not a number of seconds. Correct connect_timeout in"
                        + " --url, or PGCONNECT_TIMEOUT; 0 waits without limit.",
                "PGSERVICE | shop | The variable PGSERVICE is set, but Sanitiser cannot honour it for both its driver"
                        + " and pg_dump. Unset it, and say in --url or the other PG variables where to connect.",
                "PGSSLROOTCERT | /nowhere/ca.crt | The file that sslrootcert names cannot be read: /nowhere/ca.crt.",
            })
    void refuses_variables_it_cannot_honour(String variable, String value, String message) {
        assertThatThrownBy(() -> ConnectionSettings.resolve(Optional.empty(), Map.of(variable, value), home))
                .isInstanceOf(SanitiserException.class)
                .hasMessage(message);
    }

    @Test
    void verifying_needs_a_root_certificate() {
        assertThatThrownBy(() -> resolve("postgresql://h?sslmode=verify-full", Map.of()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("sslmode=verify-full needs the certificate of the authority that signed the server's. Give"
                        + " its file as sslrootcert, or put it at " + home.resolve(".postgresql/root.crt") + ".");
        assertThatThrownBy(() -> resolve("postgresql://h?sslmode=require&sslrootcert=system", Map.of()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage(
                        "sslrootcert=system needs sslmode=verify-full, because the system trusts anybody's server.");
    }

    @Test
    void ssl_true_means_what_each_kind_of_url_means_by_it() {
        assertThat(resolve("postgresql://h?ssl=true", Map.of()).tls()).containsExactly(Map.entry("sslmode", "require"));
        assertThat(resolve("jdbc:postgresql://h/?ssl=true&sslrootcert=system", Map.of())
                        .tls())
                .containsOnly(Map.entry("sslmode", "verify-full"), Map.entry("sslrootcert", "system"));
        assertThat(resolve("jdbc:postgresql://h/?ssl=true&sslmode=require", Map.of())
                        .tls())
                .containsExactly(Map.entry("sslmode", "require"));
    }

    @Test
    void knows_whether_a_url_holds_a_password() {
        assertThat(ConnectionSettings.holdsPassword("postgresql://ann:s3cret@h/shop"))
                .isTrue();
        assertThat(ConnectionSettings.holdsPassword("jdbc:postgresql://h/shop?password=s3cret"))
                .isTrue();
        assertThat(ConnectionSettings.holdsPassword("postgresql://ann@h/shop")).isFalse();
    }

    @Test
    void prints_no_password() {
        assertThat(resolve("postgresql://ann:s3cret@[::1]/shop", Map.of()))
                .hasToString("postgresql://ann@[::1]:5432/shop");
    }

    @Test
    void leads_libpqs_programs_to_the_same_database_without_the_password() {
        ConnectionSettings settings =
                resolve("postgresql://ann:s3cret@h:6543/shop?sslmode=require&channel_binding=prefer", Map.of());

        try (PasswordFile passwordFile = PasswordFile.of(settings)) {
            assertThat(settings.environment(passwordFile))
                    .isEqualTo(Map.of(
                            "PGHOST", "h",
                            "PGPORT", "6543",
                            "PGDATABASE", "shop",
                            "PGUSER", "ann",
                            "PGPASSFILE", passwordFile.path().orElseThrow().toString(),
                            "PGSSLMODE", "require",
                            "PGCHANNELBINDING", "prefer",
                            "PGCONNECT_TIMEOUT", "10"));
        }
    }

    private ConnectionSettings resolve(String url, Map<String, String> environment) {
        return ConnectionSettings.resolve(Optional.of(url), environment, home);
    }
}
