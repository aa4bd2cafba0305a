package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Measures tables of the database. */
final class Heaps {

    private Heaps() {}

    /** Tables by their oids. */
    static List<Heap> of(Session session, Collection<Long> oids) {
        Field<Long> oid = field(name("c", "oid"), Object.class).cast(SQLDataType.BIGINT);
        return oids.isEmpty()
                ? List.of()
                : find(session, oid.in(oids.stream().map(o -> inline(o)).toList()));
    }

    /** All tables of a schema. */
    static List<Heap> inSchema(Session session, String schema) {
        return find(
                session,
                field(name("c", "relnamespace"))
                        .eq(DSL.select(field(name("n", "oid")))
                                .from(table(name("pg_catalog", "pg_namespace")).as("n"))
                                .where(field(name("n", "nspname")).eq(inline(schema)))));
    }

    private static List<Heap> find(Session session, Condition which) {
        Field<Object> relation = field(name("c", "oid"));
        Field<Long> blockSize = function(
                        name("pg_catalog", "current_setting"), SQLDataType.VARCHAR, inline("block_size"))
                .cast(SQLDataType.BIGINT);
        Field<Long> oid = relation.cast(SQLDataType.BIGINT);
        Field<String> relname = field(name("c", "relname"), String.class);
        Field<Long> blocks = size("pg_relation_size", relation).div(blockSize);
        Field<Long> sizeInBytes = size("pg_table_size", relation);
        Field<Boolean> hasRanges = DSL.field(field(name("a", "amname"))
                .eq(inline("heap"))
                .and(DSL.condition(function(
                        name("pg_catalog", "has_column_privilege"),
                        SQLDataType.BOOLEAN,
                        relation,
                        inline("ctid"),
                        inline("SELECT")))));
        try {
            return session.database()
                    .select(oid, relname, blocks, sizeInBytes, hasRanges)
                    .from(table(name("pg_catalog", "pg_class")).as("c"))
                    .join(table(name("pg_catalog", "pg_am")).as("a"))
                    .on(field(name("a", "oid")).eq(field(name("c", "relam"))))
                    .where(field(name("c", "relkind")).eq(inline("r")))
                    .and(which)
                    .fetch(r -> new Heap(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
        } catch (DataAccessException e) {
            throw SqlFailures.environment("measure the tables", e);
        }
    }

    private static Field<Long> size(String function, Field<Object> relation) {
        return DSL.coalesce(function(name("pg_catalog", function), SQLDataType.BIGINT, relation), inline(0L));
    }
}
