package dev.sanitiser.catalog;

import java.util.List;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

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
            with recursive needed(oid) as (
                select a.atttypid
                from pg_catalog.pg_attribute a
                join pg_catalog.pg_class c on c.oid = a.attrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relpersistence <> 't'
                    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and a.attnum > 0 and not a.attisdropped
                union
                select p.oid
                from needed
                join pg_catalog.pg_type t on t.oid = needed.oid
                cross join lateral (
                    select t.typbasetype where t.typtype = 'd'
                    union all
                    select e.oid from pg_catalog.pg_type e where e.oid = t.typelem and e.typarray = t.oid
                    union all
                    select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid
                    union all
                    select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid
                    union all
                    select a.atttypid
                    from pg_catalog.pg_attribute a
                    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
                ) p(oid)
            )
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
            from needed
            join pg_catalog.pg_type t on t.oid = needed.oid
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            left join pg_catalog.pg_type e on e.oid = t.typelem and e.typarray = t.oid
            left join pg_catalog.pg_range r on r.rngtypid = t.oid
            left join pg_catalog.pg_range m on m.rngmultitypid = t.oid
            order by t.oid
            """;

    private static final String LABELS = """
            select e.enumtypid::pg_catalog.int8 as owner, e.enumlabel::pg_catalog.text as label
            from pg_catalog.pg_enum e
            order by e.enumtypid, e.enumsortorder
            """;

    private static final String ATTRIBUTES = """
            select a.attrelid::pg_catalog.int8 as owner,
                   a.attname::pg_catalog.text as name,
                   a.atttypid::pg_catalog.int8 as type,
                   a.atttypmod as modifier,
                   a.attndims::pg_catalog.int4 as dimensions,
                   pg_catalog.format_type(a.atttypid, a.atttypmod) as formatted
            from pg_catalog.pg_attribute a
            where a.attrelid = any ({0}::pg_catalog.oid[]) and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum
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

    /** The types of all columns and all types that these are made of. */
    Result<Record> types() {
        return db.fetch(TYPES);
    }

    Result<Record> labels() {
        return db.fetch(LABELS);
    }

    /** @param relations the {@code typrelid} of the composite types that are needed */
    Result<Record> attributes(List<Long> relations) {
        return db.fetch(ATTRIBUTES, DSL.val(relations.toArray(Long[]::new)));
    }

    Result<Record> domainChecks() {
        return db.fetch(DOMAIN_CHECKS);
    }
}
