package dev.sanitiser.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an archive says about itself before its table of contents; {@code pg_restore -l} shows all of it.
 *
 * @param database name of the database the archive says it was made of
 * @param serverVersion such as {@code 15.18 (Debian 15.18-0+deb12u1)}
 * @param pgDumpVersion of the program that made the archive's statements
 * @param createdAt in whole seconds. The format knows no time zone: we write UTC, {@code pg_dump} its local time, and
 *     both are read as UTC
 * @param compression of the data; one answer for the whole archive
 */
public record ArchiveHeader(
        String database,
        String serverVersion,
        String pgDumpVersion,
        Instant createdAt,
        Compression.Method compression) {
    public ArchiveHeader {
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param compressed by gzip, or not at all */
    public ArchiveHeader(
            String database, String serverVersion, String pgDumpVersion, Instant createdAt, boolean compressed) {
        this(
                database,
                serverVersion,
                pgDumpVersion,
                createdAt,
                compressed ? Compression.Method.GZIP : Compression.Method.NONE);
    }
}
