package dev.sanitiser.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the {@link Catalog} of a database, PostgreSQL 14 to 18, with one query for each kind of object. */
public final class CatalogReader {

    private CatalogReader() {}

    /**
     * Reads the structure that the current transaction sees. Needs no privilege but to connect, and changes nothing.
     *
     * <p>The result is of one moment only where the transaction has one snapshot (REPEATABLE READ) and the tables are
     * locked: PostgreSQL deparses expressions and measures sizes as of now.
     *
     * @param db on a connection whose {@code search_path} is empty, so that expressions name every object in full
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if something was dropped meanwhile
     * @throws IllegalStateException if the search path has a schema other than {@code pg_catalog}
     */
    public static Catalog read(DSLContext db) {
        RelationQueries queries = new RelationQueries(db);
        Record database = queries.database();
        requireEmptySearchPath(Rows.text(database, "search_path"));
        int serverVersion = Rows.integer(database, "version");
        return new Catalog(
                serverVersion,
                Rows.text(database, "encoding"),
                queries.schemas().stream()
                        .map(row -> Rows.text(row, "name"))
                        .sorted()
                        .toList(),
                RelationReader.read(db, serverVersion),
                ViewReader.read(db),
                sequences(queries),
                queries.extensions().map(CatalogReader::extension));
    }

    private static void requireEmptySearchPath(String schemas) {
        if (!schemas.isEmpty() && !schemas.equals("pg_catalog")) {
            throw new IllegalStateException("The catalog must be read with an empty search_path, not " + schemas);
        }
    }

    private static List<Sequence> sequences(RelationQueries queries) {
        Map<Long, List<Sequence.Use>> uses = Rows.byOwner(
                queries.sequenceUses(),
                row -> new Sequence.Use(Rows.number(row, "relation"), Rows.integer(row, "number")));
        return queries.sequences().stream()
                .map(row -> sequence(row, uses))
                .sorted(Comparator.comparing(Sequence::name))
                .toList();
    }

    private static Sequence sequence(Record row, Map<Long, List<Sequence.Use>> uses) {
        long oid = Rows.number(row, "oid");
        return new Sequence(
                oid,
                Rows.qualifiedName(row),
                Rows.number(row, "start"),
                Rows.number(row, "minimum"),
                Rows.number(row, "maximum"),
                Rows.number(row, "increment"),
                Rows.flag(row, "cycles"),
                Rows.flag(row, "owned_by_extension"),
                uses.getOrDefault(oid, List.of()));
    }

    private static Extension extension(Record row) {
        return new Extension(Rows.text(row, "name"), Rows.text(row, "version"), Rows.text(row, "schema"));
    }
}
