package dev.sanitiser.postgres;

import javax.sql.DataSource;

/**
 * The database to copy: connections for us, settings for pg_dump.
 *
 * @param dataSource gives connections to one database; each is used for transactions only and returned as it was
 * @param settings how pg_dump reaches the same database
 */
public record Source(DataSource dataSource, ConnectionSettings settings) {

    /** A database by its address; each connection is a new one, named {@code sanitiser} in the server's views. */
    public static Source of(ConnectionSettings settings) {
        return new Source(settings.dataSource("sanitiser"), settings);
    }

    /**
     * A database that an application can reach already. The settings for pg_dump are read from pgjdbc's own data
     * sources, also through {@link DataSource#unwrap}; any other is asked for one connection's URL and user, and
     * pg_dump's password must then stand where libpq looks for it: {@code ~/.pgpass}.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind USAGE if pg_dump cannot be led to the same database; of
     *     kind ENVIRONMENT if there is no connection to be had
     */
    public static Source of(DataSource dataSource) {
        return new Source(dataSource, DataSourceSettings.of(dataSource));
    }
}
