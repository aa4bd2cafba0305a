package dev.sanitiser.draft;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.draft.References.ColumnOf;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The columns that the current role may not read.
 *
 * <p>Plain SQL, because a static query of the catalog reads best in the manual's own language; nothing is spliced in.
 */
@Allow.PlainSQL
final class Unreadable {

    private static final String COLUMNS = """
            select a.attrelid::pg_catalog.int8 as relation, a.attnum::pg_catalog.int4 as number
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and (pg_catalog.has_schema_privilege(n.oid, 'USAGE') is not true
                    or pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT') is not true)
            """;

    private Unreadable() {}

    static Set<ColumnOf> columns(DSLContext db, CatalogIndex index) {
        return db.fetch(COLUMNS).stream()
                .flatMap(row -> index.find(number(row, "relation")).stream()
                        .flatMap(table -> table.columns().stream()
                                .filter(c -> c.number() == number(row, "number"))
                                .map(c -> new ColumnOf(table, c))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long number(Record row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
