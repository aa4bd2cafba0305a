package dev.sanitiser.catalog;

import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/**
 * The catalog queries about relations, each for the whole database.
 *
 * <p>Plain SQL, because static queries of the catalog read best in the manual's own language; nothing is spliced in.
 */
@Allow.PlainSQL
final class RelationQueries {

    private static final String DATABASE = """
            select pg_catalog.current_setting('server_version_num')::pg_catalog.int4 as version,
                   pg_catalog.pg_encoding_to_char(d.encoding)::pg_catalog.text as encoding,
                   pg_catalog.array_to_string(pg_catalog.current_schemas(false), ',') as search_path
            from pg_catalog.pg_database d
            where d.datname = pg_catalog.current_database()
            """;

    private static final String SCHEMAS = """
            select n.nspname::pg_catalog.text as name
            from pg_catalog.pg_namespace n
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """;

    private static final String RELATIONS = """
            select c.oid::pg_catalog.int8 as oid,
                   n.nspname::pg_catalog.text as schema,
                   c.relname::pg_catalog.text as name,
                   c.relkind::pg_catalog.text as kind,
                   c.relpersistence::pg_catalog.text as persistence,
                   e.extname::pg_catalog.text as extension,
                   c.relrowsecurity and pg_catalog.row_security_active(c.oid) as row_security,
                   d.description as comment,
                   case when c.relispartition
                       then pg_catalog.pg_get_partition_constraintdef(c.oid) end as partition_constraint,
                   c.reltuples::pg_catalog.int8 as row_count,
                   case when c.relkind in ('r', 'm')
                       then coalesce(pg_catalog.pg_table_size(c.oid), 0)
                       else 0 end as size
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_description d
                on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objoid = c.oid and d.objsubid = 0
            left join pg_catalog.pg_depend m
                on m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and m.objid = c.oid and m.objsubid = 0 and m.deptype = 'e'
            left join pg_catalog.pg_extension e on e.oid = m.refobjid
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relpersistence <> 't'
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """;

    private static final String COLUMNS = """
            select a.attrelid::pg_catalog.int8 as owner,
                   a.attnum::pg_catalog.int4 as number,
                   a.attname::pg_catalog.text as name,
                   a.atttypid::pg_catalog.int8 as type,
                   a.atttypmod as modifier,
                   a.attndims::pg_catalog.int4 as dimensions,
                   pg_catalog.format_type(a.atttypid, a.atttypmod) as formatted,
                   a.attnotnull as not_null,
                   a.attgenerated::pg_catalog.text as generation,
                   a.attidentity::pg_catalog.text as identity,
                   pg_catalog.pg_get_expr(f.adbin, f.adrelid) as default_expression,
                   s.nspname::pg_catalog.text as collation_schema,
                   o.collname::pg_catalog.text as collation_name,
                   o.collisdeterministic as deterministic,
                   d.description as comment
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
            left join pg_catalog.pg_collation o
                on o.oid = a.attcollation
                and o.oid <> case t.typtype
                    when 'd' then 'pg_catalog."default"'::pg_catalog.regcollation
                    else t.typcollation end
            left join pg_catalog.pg_namespace s on s.oid = o.collnamespace
            left join pg_catalog.pg_description d
                on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objoid = a.attrelid and d.objsubid = a.attnum
            where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and c.relpersistence <> 't'
                and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum
            """;

    private static final String ANCESTORS = """
            select i.inhrelid::pg_catalog.int8 as owner,
                   i.inhparent::pg_catalog.int8 as ancestor,
                   c.relispartition as is_partition
            from pg_catalog.pg_inherits i
            join pg_catalog.pg_class c on c.oid = i.inhrelid
            where c.relkind in ('r', 'p', 'f')
            order by i.inhrelid, i.inhseqno
            """;

    /**
     * A key expression's columns stand in its node tree only: {@code pg_depend} does not tell which key names them.
     * Each modulus divides the next larger one, so hash partitions are complete if their shares of the largest add up
     * to it.
     */
    private static final String PARTITIONINGS = """
            select p.partrelid::pg_catalog.int8 as owner,
                   p.partstrat::pg_catalog.text as strategy,
                   p.partattrs::pg_catalog.int2[]::pg_catalog.int4[] as keys,
                   array(
                       select v.match[1]::pg_catalog.int4
                       from pg_catalog.regexp_matches(p.partexprs::pg_catalog.text, ':varattno ([0-9]+)', 'g')
                           as v(match)
                   ) as inside_expressions,
                   exists (
                       select from pg_catalog.pg_opclass k
                       where k.oid = any (p.partclass::pg_catalog.oid[])
                           and k.opcintype = 'pg_catalog.anyenum'::pg_catalog.regtype
                   ) as by_enum,
                   p.partdefid <> 0 or coalesce((
                       select pg_catalog.sum(l.largest / l.modulus) = pg_catalog.max(l.largest)
                       from (
                           select m.modulus, pg_catalog.max(m.modulus) over () as largest
                           from (
                               select pg_catalog.substring(
                                   pg_catalog.pg_get_expr(c.relpartbound, c.oid), 'modulus ([0-9]+)')::pg_catalog.int8
                               from pg_catalog.pg_inherits i
                               join pg_catalog.pg_class c on c.oid = i.inhrelid
                               where i.inhparent = p.partrelid and p.partstrat = 'h'
                           ) m(modulus)
                       ) l
                   ), false) as routes_every_row
            from pg_catalog.pg_partitioned_table p
            """;

    private static final String SEQUENCES = """
            select c.oid::pg_catalog.int8 as oid,
                   n.nspname::pg_catalog.text as schema,
                   c.relname::pg_catalog.text as name,
                   s.seqstart as start, s.seqmin as minimum, s.seqmax as maximum,
                   s.seqincrement as increment, s.seqcycle as cycles,
                   exists (
                       select from pg_catalog.pg_depend m
                       where m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                           and m.objid = c.oid and m.objsubid = 0 and m.deptype = 'e'
                   ) as owned_by_extension
            from pg_catalog.pg_sequence s
            join pg_catalog.pg_class c on c.oid = s.seqrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relpersistence <> 't'
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """;

    private static final String SEQUENCE_USES = """
            select u.sequence::pg_catalog.int8 as owner,
                   u.relation::pg_catalog.int8 as relation,
                   u.number::pg_catalog.int4 as number
            from (
                select d.objid, d.refobjid, d.refobjsubid
                from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.refobjsubid > 0 and d.deptype in ('a', 'i')
                union
                select d.refobjid, f.adrelid, f.adnum
                from pg_catalog.pg_depend d
                join pg_catalog.pg_attrdef f on f.oid = d.objid
                where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            ) u(sequence, relation, number)
            join pg_catalog.pg_sequence s on s.seqrelid = u.sequence
            join pg_catalog.pg_class c on c.oid = u.relation
            where c.relpersistence <> 't'
            order by u.relation, u.number
            """;

    private static final String EXTENSIONS = """
            select e.extname::pg_catalog.text as name,
                   e.extversion as version,
                   n.nspname::pg_catalog.text as schema
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            order by e.extname
            """;

    private final DSLContext db;

    RelationQueries(DSLContext db) {
        this.db = db;
    }

    Record database() {
        return db.fetchSingle(DATABASE);
    }

    Result<Record> schemas() {
        return db.fetch(SCHEMAS);
    }

    Result<Record> relations() {
        return db.fetch(RELATIONS);
    }

    /**
     * In the order of their numbers. With the fields of composite types, and the columns of the system's relations,
     * because a column's type may be any relation's row.
     */
    Result<Record> columns() {
        return db.fetch(COLUMNS);
    }

    /** Partitioned tables of partitions and inherited tables of heirs, the latter in the order they are declared. */
    Result<Record> ancestors() {
        return db.fetch(ANCESTORS);
    }

    Result<Record> partitionings() {
        return db.fetch(PARTITIONINGS);
    }

    Result<Record> sequences() {
        return db.fetch(SEQUENCES);
    }

    Result<Record> sequenceUses() {
        return db.fetch(SEQUENCE_USES);
    }

    Result<Record> extensions() {
        return db.fetch(EXTENSIONS);
    }
}
