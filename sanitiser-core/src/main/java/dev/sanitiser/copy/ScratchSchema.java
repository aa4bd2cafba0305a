package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The schema in the source that holds the sanitised copies while they wait for the archive. Its comment says whose it
 * is; only a schema with name and comment of this form is ever dropped, and in it only tables named as we name them.
 *
 * <p>Plain SQL: COMMENT ON SCHEMA and SET STORAGE have no form in jOOQ; names go in as {@code Name}, the text inlined.
 */
@Allow.PlainSQL
final class ScratchSchema {

    private static final String PREFIX = "sanitiser_scratch_";
    private static final String MARK = "Sanitiser scratch schema, format 1.";
    private static final String TABLE_PREFIX = "t_";
    private static final int TABLES_IN_ONE_TRANSACTION = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;

    private ScratchSchema(String name) {
        this.name = name;
    }

    /** Creates the schema and its comment in one transaction, so that no unmarked schema can be left behind. */
    static ScratchSchema create(Session session) {
        byte[] random = new byte[6];
        RANDOM.nextBytes(random);
        ScratchSchema schema = new ScratchSchema(PREFIX + HexFormat.of().formatHex(random));
        try {
            session.begin();
            session.database().createSchema(name(schema.name)).execute();
            session.database().execute("COMMENT ON SCHEMA {0} IS {1}", name(schema.name), inline(comment()));
            session.commit();
            return schema;
        } catch (DataAccessException e) {
            throw SqlFailures.environment("create the scratch schema", e);
        }
    }

    private static String comment() {
        return MARK + " Holds sanitised copies of tables while a dump is made; made "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + ". It is dropped when the run ends; if no run is active, the next one drops it.";
    }

    QualifiedName tableFor(long oid) {
        return new QualifiedName(name, TABLE_PREFIX + oid);
    }

    /**
     * Drops what killed runs left behind. The caller holds the advisory lock, so no run is active; what still works on
     * a leftover is a backend whose client is gone, and is ended.
     */
    static void dropLeftovers(Session session) {
        try {
            session.begin();
            List<String> leftovers = leftovers(session);
            session.commit();
            for (String leftover : leftovers) {
                endOrphans(session, leftover);
                new ScratchSchema(leftover).drop(session);
            }
        } catch (DataAccessException e) {
            throw SqlFailures.environment("drop the scratch schema that an earlier run left behind", e);
        }
    }

    private static List<String> leftovers(Session session) {
        Field<String> schema = field(name("n", "nspname"), String.class);
        Field<String> comment = function(
                name("pg_catalog", "obj_description"),
                SQLDataType.VARCHAR,
                field(name("n", "oid")),
                inline("pg_namespace"));
        return session.database()
                .select(schema)
                .from(table(name("pg_catalog", "pg_namespace")).as("n"))
                .where(schema.likeRegex(inline("^" + PREFIX + "[0-9a-f]{12}$")))
                .and(comment.startsWith(inline(MARK)))
                .fetch(schema);
    }

    /**
     * Creating a table locks its schema, and filling it locks the table; whoever holds such a lock works on the
     * leftover.
     */
    private static void endOrphans(Session session, String leftover) {
        session.begin();
        Table<?> locks = table(name("pg_catalog", "pg_locks")).as("l");
        Field<Integer> pid = field(name("l", "pid"), Integer.class);
        session.database()
                .selectDistinct(function(name("pg_catalog", "pg_terminate_backend"), SQLDataType.BOOLEAN, pid))
                .from(locks)
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(isLockOfSchema().or(isLockOfWriter()))
                .join(table(name("pg_catalog", "pg_database")).as("d"))
                .on(field(name("d", "oid")).eq(field(name("l", "database"))))
                .where(field(name("n", "nspname")).eq(inline(leftover)))
                .and(field(name("d", "datname"))
                        .eq(function(name("pg_catalog", "current_database"), SQLDataType.VARCHAR)))
                .and(pid.ne(function(name("pg_catalog", "pg_backend_pid"), SQLDataType.INTEGER)))
                .fetch();
        session.commit();
    }

    private static Condition isLockOfSchema() {
        return field(name("l", "locktype"))
                .eq(inline("object"))
                .and(field(name("n", "oid")).eq(field(name("l", "objid"))))
                .and(isNamespace());
    }

    private static Condition isLockOfWriter() {
        return field(name("l", "locktype"))
                .eq(inline("relation"))
                .and(field(name("l", "mode")).eq(inline("RowExclusiveLock")))
                .and(field(name("l", "relation"))
                        .in(DSL.select(field(name("r", "oid")))
                                .from(table(name("pg_catalog", "pg_class")).as("r"))
                                .where(field(name("r", "relnamespace")).eq(field(name("n", "oid"))))));
    }

    private static Condition isNamespace() {
        return field(name("l", "classid"))
                .eq(DSL.select(field(name("c", "oid")))
                        .from(table(name("pg_catalog", "pg_class")).as("c"))
                        .where(field(name("c", "relname")).eq(inline("pg_namespace")))
                        .and(field(name("c", "relnamespace"))
                                .eq(DSL.select(field(name("p", "oid")))
                                        .from(table(name("pg_catalog", "pg_namespace"))
                                                .as("p"))
                                        .where(field(name("p", "nspname")).eq(inline("pg_catalog"))))));
    }

    /** Spares the server the reading and writing of documents that are put together as text and read as text. */
    void storeAsText(Session session, TablePlan table) {
        alterColumns(
                session,
                tableFor(table.oid()).name(),
                table.textInClone().stream().map(Column::name).toList(),
                "ALTER COLUMN {0} TYPE pg_catalog.text");
    }

    /**
     * Spares the server the compression of long values, which are read once and dropped. What is compressed in the
     * source stays so.
     */
    void storeUncompressed(Session session) {
        try {
            extendedColumns(session)
                    .forEach(
                            (t, columns) -> alterColumns(session, t, columns, "ALTER COLUMN {0} SET STORAGE EXTERNAL"));
        } catch (DataAccessException e) {
            session.rollback();
            throw SqlFailures.environment("prepare the scratch tables", e);
        }
    }

    private void alterColumns(Session session, String table, List<String> columns, String action) {
        if (!columns.isEmpty()) {
            session.database()
                    .execute(
                            "ALTER TABLE {0} {1}",
                            name(name, table),
                            DSL.list(columns.stream()
                                    .map(c -> DSL.sql(action, name(c)))
                                    .toList()));
        }
    }

    /** By table, the columns whose long values PostgreSQL would compress. */
    private Map<String, List<String>> extendedColumns(Session session) {
        Field<String> relation = field(name("c", "relname"), String.class);
        Field<String> column = field(name("a", "attname"), String.class);
        return session.database()
                .select(relation, column)
                .from(table(name("pg_catalog", "pg_attribute")).as("a"))
                .join(table(name("pg_catalog", "pg_class")).as("c"))
                .on(field(name("c", "oid")).eq(field(name("a", "attrelid"))))
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .where(field(name("n", "nspname")).eq(inline(name)))
                .and(field(name("c", "relkind")).in(inline("r")))
                .and(field(name("a", "attnum"), Integer.class).gt(inline(0)))
                .and(field(name("a", "attstorage")).eq(inline("x")))
                .fetchGroups(relation, column);
    }

    /** Its tables. */
    List<Heap> heaps(Session session) {
        return Heaps.inSchema(session, name);
    }

    /** Drops one table, so that its space is free again. */
    void dropTable(Session session, long oid) {
        session.begin();
        dropTables(session, List.of(tableFor(oid).name()));
    }

    /**
     * Drops the tables, some in each transaction because each takes a lock, and then the schema. Nothing is dropped
     * that is not ours: neither statement cascades. Waits for whoever reads the tables, a backup perhaps.
     */
    void drop(Session session) {
        try {
            session.begin();
            List<String> tables = tables(session);
            session.commit();
            for (int from = 0; from < tables.size(); from += TABLES_IN_ONE_TRANSACTION) {
                beginPatiently(session);
                dropTables(session, tables.subList(from, Math.min(tables.size(), from + TABLES_IN_ONE_TRANSACTION)));
            }
            beginPatiently(session);
            session.database().dropSchema(name(name)).restrict().execute();
            session.commit();
        } catch (DataAccessException e) {
            session.rollback();
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "Could not drop the scratch schema " + name + ": " + SqlFailures.describe(e)
                            + ". If it holds objects that are not Sanitiser's, move them elsewhere and drop it.");
        }
    }

    private static void beginPatiently(Session session) {
        session.begin();
        session.setLocal("lock_timeout", "0");
    }

    private void dropTables(Session session, List<String> tables) {
        tables.forEach(t -> session.database().dropTable(name(name, t)).execute());
        session.commit();
    }

    private List<String> tables(Session session) {
        Field<String> table = field(name("c", "relname"), String.class);
        return session.database()
                .select(table)
                .from(table(name("pg_catalog", "pg_class")).as("c"))
                .join(table(name("pg_catalog", "pg_namespace")).as("n"))
                .on(field(name("n", "oid")).eq(field(name("c", "relnamespace"))))
                .where(field(name("n", "nspname")).eq(inline(name)))
                .and(field(name("c", "relkind")).in(inline("r")))
                .and(table.likeRegex(inline("^" + TABLE_PREFIX + "[0-9]+$")))
                .fetch(table);
    }
}
