package dev.sanitiser.catalog;

import java.util.List;
import java.util.Map;
import org.jooq.Allow;
import org.jooq.DSLContext;

/**
 * Reads the queries of views, for the whole database at once.
 *
 * <p>Plain SQL, because static queries of the catalog read best in the manual's own language; nothing is spliced in.
 */
@Allow.PlainSQL
final class ViewReader {

    private static final String VIEWS = """
            select c.oid::pg_catalog.int8 as oid,
                   pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';') as definition
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm') and c.relpersistence <> 't'
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            order by c.oid
            """;

    private static final String READS = """
            select distinct r.ev_class::pg_catalog.int8 as owner,
                   d.refobjid::pg_catalog.int8 as relation,
                   d.refobjsubid::pg_catalog.int4 as number
            from pg_catalog.pg_rewrite r
            join pg_catalog.pg_class c on c.oid = r.ev_class
            join pg_catalog.pg_depend d
                on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
                and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid <> r.ev_class
            where c.relkind in ('v', 'm') and r.rulename = '_RETURN'
            order by 1, 2, 3
            """;

    private ViewReader() {}

    /** In the order of their oids. */
    static List<View> read(DSLContext db) {
        Map<Long, List<View.Read>> reads = Rows.byOwner(
                db.fetch(READS), row -> new View.Read(Rows.number(row, "relation"), Rows.integer(row, "number")));
        return db.fetch(VIEWS)
                .map(row -> new View(
                        Rows.number(row, "oid"),
                        Rows.text(row, "definition"),
                        reads.getOrDefault(Rows.number(row, "oid"), List.of())));
    }
}
