package dev.sanitiser.testkit;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.catalog.Catalog;
import javax.sql.DataSource;

/** The structure of a migrated database, for assertions; it needs no rows. */
public record DatabaseSchema(Catalog catalog) {

    /**
     * Reads the structure; the database needs no privilege beyond connecting and is not changed.
     *
     * @throws dev.sanitiser.failure.SanitiserException if the database cannot be asked
     */
    public static DatabaseSchema of(DataSource dataSource) {
        return new DatabaseSchema(Sanitiser.catalog(dataSource));
    }
}
