package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.List;
import java.util.function.Predicate;
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
     * Checks that the role that connects can lock and read what the dump holds; pg_dump locks every table, also those
     * that do not travel.
     *
     * @param options say whose structure travels, and whether another role reads rows
     * @throws SanitiserException of kind ENVIRONMENT with every missing privilege
     */
    public static void checkReading(Session session, Catalog catalog, PlanOptions options) {
        try {
            new ConnectingRole(session, catalog, options).check();
        } catch (DataAccessException e) {
            throw SqlFailures.environment("check the privileges", e);
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
