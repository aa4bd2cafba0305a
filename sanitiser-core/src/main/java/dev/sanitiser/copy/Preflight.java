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
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What must hold before anything is locked or read: versions, a primary, privileges. */
public final class Preflight {

    private static final int OLDEST_SERVER = 14;

    private final Session session;

    private Preflight(Session session) {
        this.session = session;
    }

    /**
     * Checks the server against this version and pg_dump.
     *
     * @return the server's version as it says it
     * @throws SanitiserException of kind ENVIRONMENT with what does not fit
     */
    public static String checkServer(Session session, ClientProgram pgDump) {
        try {
            session.beginReading();
            return new Preflight(session).server(pgDump);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("ask the server for its version", e);
        } finally {
            session.rollback();
        }
    }

    private String server(ClientProgram pgDump) {
        int major = Integer.parseInt(setting("server_version_num")) / 10_000;
        String version = setting("server_version");
        if (major < OLDEST_SERVER) {
            throw refusal("The server is PostgreSQL " + version + "; " + OLDEST_SERVER + " is the oldest supported.");
        }
        if (pgDump.majorVersion() < major) {
            throw refusal("pg_dump is version " + pgDump.version() + ", older than the server's " + version
                    + ", and refuses to dump it. Install postgresql-client-" + major + " or newer, or name it with "
                    + "--pg-dump.");
        }
        return version;
    }

    /**
     * Checks what the scratch strategy needs to write.
     *
     * @param letEventTriggersFire whether the source's event triggers may see the scratch schema
     * @throws SanitiserException of kind ENVIRONMENT with what is missing
     */
    public static void checkScratch(Session session, Predicate<String> letEventTriggersFire) {
        try {
            session.beginReading();
            new Preflight(session).scratch(letEventTriggersFire);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("check the privileges", e);
        } finally {
            session.rollback();
        }
    }

    private void scratch(Predicate<String> letEventTriggersFire) {
        if (isStandby()) {
            throw refusal("The server is a standby, where the scratch strategy cannot write. Use --strategy stream, or"
                    + " run against the primary.");
        }
        Field<String> database = function(name("pg_catalog", "current_database"), SQLDataType.VARCHAR);
        if (!answer(function(
                name("pg_catalog", "has_database_privilege"), SQLDataType.BOOLEAN, database, inline("CREATE")))) {
            throw refusal("The role " + currentUser() + " may not create a schema in this database, which the scratch "
                    + "strategy needs. Use --strategy stream, or ask for: GRANT CREATE ON DATABASE … TO "
                    + currentUser()
                    + ".");
        }
        Field<String> trigger = field(name("e", "evtname"), String.class);
        List<String> triggers = session
                .database()
                .select(trigger)
                .from(table(name("pg_catalog", "pg_event_trigger")).as("e"))
                .where(field(name("e", "evtenabled")).in(inline("O"), inline("A")))
                .orderBy(trigger)
                .fetch(trigger)
                .stream()
                .filter(letEventTriggersFire.negate())
                .toList();
        if (!triggers.isEmpty()) {
            throw refusal("The event triggers " + String.join(", ", triggers)
                    + " would fire for the scratch schema and might write to the source. If they do no harm, allow it "
                    + "with --allow-event-triggers.");
        }
    }

    /**
     * Checks what the stream strategy reads.
     *
     * @param tables whose rows are copied
     * @throws SanitiserException of kind ENVIRONMENT if the server is a standby and has no rows of some of them
     */
    public static void checkStream(Session session, List<Relation> tables) {
        List<String> unlogged = tables.stream()
                .filter(t -> t.persistence() == Relation.Persistence.UNLOGGED)
                .map(t -> t.name().toString())
                .toList();
        try {
            if (!unlogged.isEmpty() && new Preflight(session).isStandby()) {
                throw refusal("The server is a standby, which has no rows of unlogged tables: "
                        + String.join(", ", unlogged) + ". Give them \"rows\": \"none\" in the allow list, or run"
                        + " against the primary.");
            }
        } catch (DataAccessException e) {
            throw SqlFailures.environment("ask whether the server is a standby", e);
        }
    }

    private boolean isStandby() {
        return answer(function(name("pg_catalog", "pg_is_in_recovery"), SQLDataType.BOOLEAN));
    }

    /**
     * Checks that the role can read what the dump holds; pg_dump locks every table, also those that do not travel, and
     * needs SELECT for it.
     *
     * @param travels tells whose structure travels
     * @throws SanitiserException of kind ENVIRONMENT with every missing privilege
     */
    public static void checkReading(Session session, Catalog catalog, Predicate<QualifiedName> travels) {
        Preflight preflight = new Preflight(session);
        List<String> problems = new ArrayList<>();
        try {
            problems.addAll(preflight.unreadable(catalog));
        } catch (DataAccessException e) {
            throw SqlFailures.environment("check the privileges", e);
        }
        catalog.relations().stream()
                .filter(r -> travels.test(r.name()) && r.holdsRows() && r.rowSecurityHidesRows())
                .map(r -> r.name() + ": row security hides rows from this role. Grant it BYPASSRLS, or use the owner.")
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw SanitiserException.of(
                    FailureKind.ENVIRONMENT,
                    "The role " + preflight.currentUser() + " may not read what the dump needs",
                    problems);
        }
    }

    private List<String> unreadable(Catalog catalog) {
        Set<QualifiedName> extensionMembers = catalog.relations().stream()
                .filter(r -> r.extension().isPresent())
                .map(Relation::name)
                .collect(Collectors.toSet());
        Field<String> schema = field(name("n", "nspname"), String.class);
        Field<String> relation = field(name("c", "relname"), String.class);
        Field<Boolean> usable = function(
                name("pg_catalog", "has_schema_privilege"),
                SQLDataType.BOOLEAN,
                field(name("n", "oid")),
                inline("USAGE"));
        Field<Boolean> table = function(
                name("pg_catalog", "has_table_privilege"),
                SQLDataType.BOOLEAN,
                field(name("c", "oid")),
                inline("SELECT"));
        Field<Boolean> sequence = function(
                name("pg_catalog", "has_sequence_privilege"),
                SQLDataType.BOOLEAN,
                field(name("c", "oid")),
                inline("SELECT"));
        Field<String> kind = field(name("c", "relkind"), String.class);
        Field<Boolean> readable = DSL.when(kind.eq(inline("S")), sequence).otherwise(table);
        return session
                .database()
                .select(schema, relation, kind, usable)
                .from(table(name("pg_catalog", "pg_class")).as("c"))
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .where(kind.in(inline("r"), inline("p"), inline("S")))
                .and(field(name("c", "relpersistence")).ne(inline("t")))
                .and(schema.notIn(inline("pg_catalog"), inline("information_schema"), inline("pg_toast")))
                .and(DSL.condition(readable).not().or(DSL.condition(usable).not()))
                .orderBy(schema, relation)
                .fetch(r -> new Unreadable(new QualifiedName(r.value1(), r.value2()), r.value3(), r.value4()))
                .stream()
                .filter(u -> !extensionMembers.contains(u.name()))
                .map(Unreadable::problem)
                .distinct()
                .toList();
    }

    private record Unreadable(QualifiedName name, String kind, boolean schemaIsUsable) {
        String problem() {
            if (!schemaIsUsable) {
                return "schema " + name.schema() + ": grant USAGE on it.";
            }
            return (kind.equals("S") ? "sequence " : "table ") + name + ": grant SELECT on it.";
        }
    }

    private String currentUser() {
        return session.database().select(DSL.currentUser()).fetchSingle().value1();
    }

    private String setting(String setting) {
        return session.database()
                .select(function(name("pg_catalog", "current_setting"), SQLDataType.VARCHAR, inline(setting)))
                .fetchSingle()
                .value1();
    }

    private boolean answer(Field<Boolean> question) {
        return session.database().select(question).fetchSingle().value1();
    }

    private static SanitiserException refusal(String message) {
        return new SanitiserException(FailureKind.ENVIRONMENT, message);
    }
}
