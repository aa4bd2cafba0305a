package dev.sanitiser.postgres;

import javax.sql.DataSource;

/**
 * The database to copy: connections for us, settings for pg_dump.
 *
 * @param dataSource gives connections to one database; each is used for transactions only and returned as it was
 * @param settings how pg_dump reaches the same database
 */
public record Source(DataSource dataSource, ConnectionSettings settings) {}
