package dev.sanitiser.postgres;

import java.util.Map;

/**
 * How to reach a database, for pgjdbc and for PostgreSQL's own programs alike.
 *
 * @param password empty where there is none to send; {@link #toString()} hides it
 * @param tls TLS settings by their libpq names ({@code sslmode}, {@code sslrootcert}, {@code sslcert}, {@code sslkey},
 *     …), for both pgjdbc and pg_dump
 */
public record ConnectionSettings(
        String host, int port, String database, String user, String password, Map<String, String> tls) {
    public ConnectionSettings {
        tls = Map.copyOf(tls);
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
