package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.SourceReads;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record5;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the current role may not read, column by column.
 *
 * @param schemas that it may not use
 * @param tables whose rows it may not read in full, by name
 */
record ReadPrivileges(Set<String> schemas, Map<QualifiedName, Gaps> tables) {

    private static final Name TABLE = name("c");
    private static final Name COLUMN = name("a");
    private static final Name SCHEMA = name("n");
    private static final Field<Object> OID = field(TABLE.append("oid"));

    /**
     * Of one table.
     *
     * @param columns that the role may not read; {@code ctid} may be among them
     * @param countable whether it may read one at least, which counting rows takes
     * @param rowSecurity whether row security could hide rows from it
     */
    record Gaps(Set<String> columns, boolean countable, boolean rowSecurity) {
        static final Gaps NONE = new Gaps(Set.of(), true, false);
    }

    /** Asks for the role that the session acts as. */
    static ReadPrivileges of(Session session) {
        try {
            return new ReadPrivileges(unusableSchemas(session), gaps(session));
        } catch (DataAccessException e) {
            throw SqlFailures.environment("check the privileges of the role that reads rows", e);
        }
    }

    private static Set<String> unusableSchemas(Session session) {
        Field<String> schema = field(SCHEMA.append("nspname"), String.class);
        return session.database()
                .select(schema)
                .from(table(name("pg_catalog", "pg_namespace")).as(SCHEMA))
                .where(may("has_schema_privilege", field(SCHEMA.append("oid")), inline("USAGE"))
                        .not())
                .fetchSet(schema);
    }

    private static Map<QualifiedName, Gaps> gaps(Session session) {
        Field<String> schema = field(SCHEMA.append("nspname"), String.class);
        Field<String> relation = field(TABLE.append("relname"), String.class);
        Field<String> column = field(COLUMN.append("attname"), String.class);
        Field<Integer> number = field(COLUMN.append("attnum"), Integer.class);
        Field<Boolean> countable = DSL.field(may("has_any_column_privilege", OID, inline("SELECT")));
        Field<Boolean> rowSecurity = DSL.field(DSL.condition(field(TABLE.append("relrowsecurity"), Boolean.class))
                .and(may("row_security_active", OID)));
        Condition unreadable = field(COLUMN.append("attrelid"))
                .eq(OID)
                .and(number.gt(inline(0)).or(column.eq(inline(SourceReads.PLACE))))
                .and(DSL.condition(field(COLUMN.append("attisdropped"), Boolean.class))
                        .not())
                .and(may("has_column_privilege", OID, number, inline("SELECT")).not());
        Map<QualifiedName, Gaps> gaps = new HashMap<>();
        session.database()
                .select(schema, relation, column, countable, rowSecurity)
                .from(table(name("pg_catalog", "pg_class")).as(TABLE))
                .join(table(name("pg_catalog", "pg_namespace")).as(SCHEMA))
                .on(field(SCHEMA.append("oid")).eq(field(TABLE.append("relnamespace"))))
                .leftJoin(table(name("pg_catalog", "pg_attribute")).as(COLUMN))
                .on(unreadable)
                .where(field(TABLE.append("relkind"), String.class).in(inline("r"), inline("p")))
                .and(column.isNotNull().or(DSL.condition(countable).not()).or(DSL.condition(rowSecurity)))
                .fetch()
                .intoGroups(r -> new QualifiedName(r.value1(), r.value2()))
                .forEach((table, rows) -> gaps.put(
                        table,
                        new Gaps(
                                rows.stream()
                                        .map(Record5::value3)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()),
                                rows.get(0).value4(),
                                rows.get(0).value5())));
        return gaps;
    }

    private static Condition may(String question, Field<?>... arguments) {
        return DSL.condition(function(name("pg_catalog", question), SQLDataType.BOOLEAN, arguments));
    }

    Gaps of(QualifiedName table) {
        return tables.getOrDefault(table, Gaps.NONE);
    }
}
