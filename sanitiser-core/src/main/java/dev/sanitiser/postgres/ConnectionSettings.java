package dev.sanitiser.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach a database, for pgjdbc and for PostgreSQL's own programs alike.
 *
 * @param host a name or an address, an IPv6 address without brackets; never a Unix socket
 * @param password empty where there is none to send; {@link #toString()} hides it
 * @param tls TLS settings by their libpq names ({@code sslmode}, {@code sslrootcert}, {@code sslcert}, {@code sslkey},
 *     {@code channel_binding}), for both pgjdbc and pg_dump
 * @param connectTimeout limit for reaching the server, in whole seconds; zero for none
 */
public record ConnectionSettings(
        String host,
        int port,
        String database,
        String user,
        String password,
        Map<String, String> tls,
        Duration connectTimeout) {

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

    public ConnectionSettings {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be 1 to 65535");
        }
        tls = Map.copyOf(tls);
    }

    /** Settings with a connect timeout of 10 seconds. */
    public ConnectionSettings(
            String host, int port, String database, String user, String password, Map<String, String> tls) {
        this(host, port, database, user, password, tls, DEFAULT_CONNECT_TIMEOUT);
    }

    /**
     * Settles each setting as libpq does: from the URL, else from its {@code PG…} variable, else libpq's default, and
     * the password from {@code ~/.pgpass} where neither gives one. Two differences: without a host it is
     * {@code localhost}, because Java's driver has no Unix sockets, and the connect timeout is 10 seconds.
     *
     * @param url {@code postgresql://…}, {@code postgres://…} with libpq's parameters or {@code jdbc:postgresql:…} with
     *     pgjdbc's
     * @param environment the variables to look at, {@link System#getenv()} as a rule
     * @param home the folder of {@code .pgpass} and {@code .postgresql}
     * @throws dev.sanitiser.failure.SanitiserException of kind USAGE for whatever cannot be understood or passed on to
     *     both pgjdbc and pg_dump; the message says which part, and never quotes the URL
     */
    public static ConnectionSettings resolve(Optional<String> url, Map<String, String> environment, Path home) {
        return new ConnectionResolver(environment, home)
                .resolve(url.map(ConnectionUrl::parse).orElseGet(Map::of));
    }

    /** The same server and role, another database. */
    public ConnectionSettings withDatabase(String other) {
        return new ConnectionSettings(host, port, other, user, password, tls, connectTimeout);
    }

    /** Whether a URL carries a password, so that whoever can read the URL can connect. */
    public static boolean holdsPassword(String url) {
        return ConnectionUrl.parse(url).containsKey("password");
    }

    /**
     * Connections that take text as PostgreSQL writes it, whatever the role's or database's own settings are: string
     * literals conform to the standard, only {@code pg_catalog} is searched, and server messages come without their
     * DETAIL line, which quotes values.
     *
     * @param applicationName what {@code pg_stat_activity} shows
     */
    public PGSimpleDataSource dataSource(String applicationName) {
        return DriverDataSource.of(this, applicationName);
    }

    /**
     * The variables that lead libpq's programs to the same database. The password is not among them: a program finds it
     * in the password file. Of libpq's other variables the program should see none.
     */
    public Map<String, String> environment(PasswordFile passwordFile) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGHOST", host);
        variables.put("PGPORT", Integer.toString(port));
        variables.put("PGDATABASE", database);
        variables.put("PGUSER", user);
        variables.put("PGCONNECT_TIMEOUT", Long.toString(connectTimeout.toSeconds()));
        tls.forEach((keyword, value) -> variables.put(LibpqKeyword.variableOf(keyword), value));
        passwordFile.path().ifPresent(path -> variables.put("PGPASSFILE", path.toString()));
        return variables;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/"
                + database;
    }
}
