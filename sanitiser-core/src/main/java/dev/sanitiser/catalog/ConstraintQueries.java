package dev.sanitiser.catalog;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/**
 * The catalog queries about constraints and unique indexes, each for the whole database.
 *
 * <p>Plain SQL, because static queries of the catalog read best in the manual's own language; nothing is spliced in.
 *
 * <p>The columns that an expression names are read from its node tree ({@code varattno}, 0 for the whole row), because
 * {@code pg_depend} mixes them with the plain keys and the included columns of the same index.
 */
@Allow.PlainSQL
final class ConstraintQueries {

    private static final String CHECKS = """
            select k.conrelid::pg_catalog.int8 as owner,
                   k.conname::pg_catalog.text as name,
                   pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
                   coalesce(k.conkey::pg_catalog.int4[], array[]::pg_catalog.int4[]) as columns,
                   k.convalidated as validated
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where k.contype = 'c' and c.relpersistence <> 't'
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            order by k.conrelid, k.conname
            """;

    private static final String UNIQUE_INDEXES = """
            select i.indrelid::pg_catalog.int8 as owner,
                   x.relname::pg_catalog.text as name,
                   i.indisprimary as is_primary,
                   i.indkey::pg_catalog.int2[]::pg_catalog.int4[] as keys,
                   i.indnkeyatts::pg_catalog.int4 as key_count,
                   case when i.indexprs is null then array[]::pg_catalog.text[] else array(
                       select pg_catalog.pg_get_indexdef(i.indexrelid, k.position::pg_catalog.int4, false)
                       from pg_catalog.unnest(i.indkey) with ordinality k(number, position)
                       where k.number = 0 and k.position <= i.indnkeyatts
                       order by k.position
                   ) end as expressions,
                   pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
                   array(
                       select v.match[1]::pg_catalog.int4
                       from pg_catalog.regexp_matches(
                           pg_catalog.concat(i.indexprs::pg_catalog.text, i.indpred::pg_catalog.text),
                           ':varattno ([0-9]+)', 'g') as v(match)
                   ) as inside_expressions,
                   {0} as nulls_not_distinct,
                   coalesce({1}, false) as without_overlaps
            from pg_catalog.pg_index i
            join pg_catalog.pg_class x on x.oid = i.indexrelid
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_constraint k
                on k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype in ('p', 'u')
            where i.indisunique and i.indisvalid and i.indisready
                and c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't'
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            order by i.indrelid, x.relname
            """;

    private static final String FOREIGN_KEYS = """
            select k.conrelid::pg_catalog.int8 as owner,
                   k.conname::pg_catalog.text as name,
                   k.confrelid::pg_catalog.int8 as referenced,
                   k.conkey::pg_catalog.int4[] as columns,
                   k.confkey::pg_catalog.int4[] as referenced_columns,
                   k.confmatchtype = 'f' as match_full,
                   k.convalidated as validated
            from pg_catalog.pg_constraint k
            where k.contype = 'f' and k.conparentid = 0
            order by k.conrelid, k.conname
            """;

    private static final String EXCLUSIONS = """
            select k.conrelid::pg_catalog.int8 as owner,
                   k.conname::pg_catalog.text as name,
                   i.indkey::pg_catalog.int2[]::pg_catalog.int4[] as keys,
                   i.indnkeyatts::pg_catalog.int4 as key_count,
                   array(
                       select o.oprname::pg_catalog.text
                       from pg_catalog.unnest(k.conexclop) with ordinality e(operator, position)
                       join pg_catalog.pg_operator o on o.oid = e.operator
                       order by e.position
                   ) as operators,
                   array(
                       select v.match[1]::pg_catalog.int4
                       from pg_catalog.regexp_matches(
                           pg_catalog.concat(i.indexprs::pg_catalog.text, i.indpred::pg_catalog.text),
                           ':varattno ([0-9]+)', 'g') as v(match)
                   ) as inside_expressions
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_index i on i.indexrelid = k.conindid
            where k.contype = 'x'
            order by k.conrelid, k.conname
            """;

    private static final int NULLS_NOT_DISTINCT_SINCE = 150000;
    private static final int WITHOUT_OVERLAPS_SINCE = 180000;

    private final DSLContext db;

    ConstraintQueries(DSLContext db) {
        this.db = db;
    }

    Result<Record> checks() {
        return db.fetch(CHECKS);
    }

    Result<Record> uniqueIndexes(int serverVersion) {
        return db.fetch(
                UNIQUE_INDEXES,
                since(NULLS_NOT_DISTINCT_SINCE, serverVersion, field(name("i", "indnullsnotdistinct"), Boolean.class)),
                since(WITHOUT_OVERLAPS_SINCE, serverVersion, field(name("k", "conperiod"), Boolean.class)));
    }

    Result<Record> foreignKeys() {
        return db.fetch(FOREIGN_KEYS);
    }

    Result<Record> exclusions() {
        return db.fetch(EXCLUSIONS);
    }

    private static Field<Boolean> since(int version, int serverVersion, Field<Boolean> flag) {
        return serverVersion >= version ? flag : inline(false);
    }
}
