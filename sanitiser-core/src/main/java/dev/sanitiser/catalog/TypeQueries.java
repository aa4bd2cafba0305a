package dev.sanitiser.catalog;

import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * The catalog queries about types, each for the whole database.
 *
 * <p>Plain SQL, because static queries of the catalog read best in the manual's own language; nothing is spliced in.
 */
@Allow.PlainSQL
final class TypeQueries {

    /**
     * An array is the type that its element names as {@code typarray}; {@code int2vector} and {@code oidvector}, which
     * share the arrays' subscripting, are not.
     */
    private static final String TYPES = """
            select t.oid::pg_catalog.int8 as oid,
                   n.nspname::pg_catalog.text as schema,
                   t.typname::pg_catalog.text as name,
                   t.typtype::pg_catalog.text as kind,
                   t.typrelid::pg_catalog.int8 as relation,
                   e.oid::pg_catalog.int8 as element,
                   r.rngsubtype::pg_catalog.int8 as subtype,
                   m.rngtypid::pg_catalog.int8 as range,
                   t.typnotnull as not_null,
                   t.typbasetype::pg_catalog.int8 as type,
                   t.typtypmod as modifier,
                   t.typndims as dimensions,
                   pg_catalog.format_type(t.typbasetype, t.typtypmod) as formatted
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
            left join pg_catalog.pg_range r on r.rngtypid = t.oid
            left join pg_catalog.pg_range m on m.rngmultitypid = t.oid
            """;

    private static final String LABELS = """
            select e.enumtypid::pg_catalog.int8 as owner, e.enumlabel::pg_catalog.text as label
            from pg_catalog.pg_enum e
            order by e.enumtypid, e.enumsortorder
            """;

    private static final String DOMAIN_CHECKS = """
            select k.contypid::pg_catalog.int8 as owner,
                   k.conname::pg_catalog.text as name,
                   pg_catalog.pg_get_expr(k.conbin, 0) as expression,
                   array[]::pg_catalog.int4[] as columns,
                   k.convalidated as validated
            from pg_catalog.pg_constraint k
            where k.contype = 'c' and k.contypid <> 0
            order by k.contypid, k.conname
            """;

    private final DSLContext db;

    TypeQueries(DSLContext db) {
        this.db = db;
    }

    Result<Record> types() {
        return db.fetch(TYPES);
    }

    Result<Record> labels() {
        return db.fetch(LABELS);
    }

    Result<Record> domainChecks() {
        return db.fetch(DOMAIN_CHECKS);
    }
}
