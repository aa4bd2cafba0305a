package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the role that connects must be granted: it locks tables, pg_dump runs as it, and it reads rows unless another
 * does.
 */
final class ConnectingRole {

    private static final int FIRST_WITH_LOCKS_FOR_WRITERS = 160_000;
    private static final int FIRST_WITH_MAINTAIN = 170_000;

    private static final Field<Object> OID = field(name("c", "oid"));

    private final Session session;
    private final Catalog catalog;
    private final PlanOptions options;

    ConnectingRole(Session session, Catalog catalog, PlanOptions options) {
        this.session = session;
        this.catalog = catalog;
        this.options = options;
    }

    /** @throws SanitiserException of kind ENVIRONMENT with every missing privilege */
    void check() {
        List<Missing> missing = missing();
        List<String> problems =
                new ArrayList<>(missing.stream().map(this::problem).distinct().toList());
        if (options.readAs().isEmpty()) {
            problems.addAll(rowSecurity());
        }
        if (!problems.isEmpty()) {
            String role =
                    session.database().select(DSL.currentUser()).fetchSingle().value1();
            boolean readsRows = options.readAs().isEmpty();
            SanitiserException refusal = SanitiserException.of(
                    FailureKind.ENVIRONMENT,
                    "The role " + role + " may not " + (readsRows ? "read" : "lock or read") + " what the dump needs",
                    problems);
            throw readsRows && missing.stream().anyMatch(Missing::mayReadColumns) ? withWayOut(refusal, role) : refusal;
        }
    }

    private SanitiserException withWayOut(SanitiserException refusal, String role) {
        return new SanitiserException(
                refusal.kind(),
                refusal.getMessage() + "\n" + role + " may read some columns, which is not enough for LOCK TABLE and"
                        + " pg_dump. Let a role connect that has these privileges and is a member of " + role
                        + ", and read rows as this one: --strategy stream --read-as " + role);
    }

    private List<String> rowSecurity() {
        return catalog.relations().stream()
                .filter(r -> options.selects(r.name()) && r.holdsRows() && r.rowSecurityHidesRows())
                .map(r -> r.name() + ": row security hides rows from this role. Grant it BYPASSRLS, or use the owner.")
                .toList();
    }

    private List<Missing> missing() {
        Set<QualifiedName> extensionMembers = catalog.relations().stream()
                .filter(r -> r.extension().isPresent())
                .map(Relation::name)
                .collect(Collectors.toSet());
        Field<String> schema = field(name("n", "nspname"), String.class);
        Field<String> relation = field(name("c", "relname"), String.class);
        Field<String> kind = field(name("c", "relkind"), String.class);
        Condition usable = may("has_schema_privilege", field(name("n", "oid")), inline("USAGE"));
        Condition table = may("has_table_privilege", OID, inline(String.join(", ", privileges())));
        Condition sequence = may("has_sequence_privilege", OID, inline("SELECT"));
        Field<Boolean> columns = DSL.field(kind.ne(inline("S"))
                .and(may("has_any_column_privilege", OID, inline("SELECT")))
                .and(table.not()));
        return session
                .database()
                .select(schema, relation, kind, DSL.field(usable), columns)
                .from(table(name("pg_catalog", "pg_class")).as("c"))
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .where(kind.in(inline("r"), inline("p"), inline("S")))
                .and(field(name("c", "relpersistence")).ne(inline("t")))
                .and(schema.notIn(inline("pg_catalog"), inline("information_schema"), inline("pg_toast")))
                .and(DSL.condition(DSL.when(kind.eq(inline("S")), DSL.field(sequence))
                                .otherwise(DSL.field(table)))
                        .not()
                        .or(usable.not()))
                .orderBy(schema, relation)
                .fetch(r -> new Missing(
                        new QualifiedName(r.value1(), r.value2()), r.value3().equals("S"), r.value4(), r.value5()))
                .stream()
                .filter(u -> !extensionMembers.contains(u.name()))
                .toList();
    }

    private static Condition may(String question, Field<?>... arguments) {
        return DSL.condition(function(name("pg_catalog", question), SQLDataType.BOOLEAN, arguments));
    }

    /** Those of which one lets the role lock a table in ACCESS SHARE mode, and read it if that is its business. */
    private List<String> privileges() {
        if (options.readAs().isEmpty() || catalog.serverVersion() < FIRST_WITH_LOCKS_FOR_WRITERS) {
            return List.of("SELECT");
        }
        List<String> all = new ArrayList<>(List.of("INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE"));
        if (catalog.serverVersion() >= FIRST_WITH_MAINTAIN) {
            all.add(0, "MAINTAIN");
        }
        return all;
    }

    private String problem(Missing missing) {
        if (!missing.schemaIsUsable()) {
            return "schema " + missing.name().schema() + ": grant USAGE on it.";
        }
        return missing.isSequence()
                ? "sequence " + missing.name() + ": grant SELECT on it."
                : "table " + missing.name() + ": grant " + privileges().get(0) + " on it.";
    }

    private record Missing(QualifiedName name, boolean isSequence, boolean schemaIsUsable, boolean mayReadColumns) {}
}
