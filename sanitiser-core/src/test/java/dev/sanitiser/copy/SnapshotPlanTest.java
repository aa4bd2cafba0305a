package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.HookedSource;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotPlanTest {

    private static final AllowList EVERYTHING =
            AllowList.parse("{\"$options\": {\"unlisted\": \"fake\"}, \"t\": [\"a\"]}", "list.json");

    private TestDatabase database;
    private Session scout;
    private SnapshotLeader leader;

    @BeforeEach
    void create_database() {
        database = TestDatabase.create().run("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
        scout = CopySessions.open(database);
        leader = new SnapshotLeader(CopySessions.open(database));
    }

    @AfterEach
    void drop_database() {
        leader.close();
        scout.close();
        database.close();
    }

    @Test
    void a_table_created_between_scouting_and_locking_is_planned_and_locked_as_well() throws Exception {
        SnapshotPlan plan = planWhile("CREATE TABLE late (a int)");

        assertThat(tablesOf(plan)).containsExactlyInAnyOrder("late", "t");
    }

    @Test
    void a_column_added_between_scouting_and_locking_is_planned_as_well() throws Exception {
        SnapshotPlan plan = planWhile("ALTER TABLE t ADD secret text");

        assertThat(plan.plan().copiedTables().get(0).columns())
                .extracting(c -> c.column().name())
                .containsExactly("a", "secret");
    }

    @Test
    void a_listed_column_dropped_between_scouting_and_locking_is_an_error_of_the_list() {
        assertThatThrownBy(() -> planWhile("ALTER TABLE t ADD b int, DROP a"))
                .isInstanceOf(SanitiserException.class)
                .hasMessageContaining("table \"t\" has no column \"a\"");
    }

    @Test
    void holds_locks_on_what_it_reads_and_on_nothing_else() {
        database.run("CREATE TABLE structure_only (a int)");

        SnapshotPlan plan = SnapshotPlan.make(
                leader,
                scout,
                AllowList.parse("{\"t\": [\"a\"]}", "list.json"),
                PlanOptions.defaults(),
                PseudonymKey.random(),
                Duration.ofSeconds(20));

        assertThat(tablesOf(plan)).containsExactly("t");
        assertThat(lockedByLeader()).containsExactly("t");
    }

    @Test
    void gives_up_if_the_schema_keeps_changing() throws Exception {
        AtomicInteger count = new AtomicInteger();

        assertThatThrownBy(() -> planWhile(() -> "CREATE TABLE late_" + count.incrementAndGet() + " (a int)"))
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage("The schema kept changing while its tables were being locked (3 attempts). Run again"
                        + " when no migration is under way.");
        assertThat(count).hasValue(3);
    }

    @Test
    void does_not_wait_for_ever_for_a_table_of_which_the_catalog_asks_the_size() throws Exception {
        database.run("CREATE TABLE not_listed (a int)");
        try (Connection migration = database.connect()) {
            migration.setAutoCommit(false);
            migration.createStatement().execute("LOCK TABLE not_listed");

            assertThatThrownBy(() -> SnapshotPlan.make(
                            leader,
                            scout,
                            EVERYTHING,
                            PlanOptions.defaults(),
                            PseudonymKey.random(),
                            Duration.ofMillis(20)))
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage(
                            "Could not lock the tables to be copied: 3 attempts of 20 ms each, while another session"
                                    + " holds an ACCESS EXCLUSIVE lock on not_listed (a migration, perhaps). Run again when it"
                                    + " has ended, or raise --lock-timeout.");
        }
    }

    private SnapshotPlan planWhile(String migration) throws SQLException {
        Queue<String> once = new ArrayDeque<>(List.of(migration));
        return planWhile(() -> Objects.requireNonNullElse(once.poll(), ""));
    }

    /** Migrates each time the leader begins to lock: it rolls back when it lets go of its locks and when it begins. */
    private SnapshotPlan planWhile(Supplier<String> migration) throws SQLException {
        AtomicInteger rollbacks = new AtomicInteger();
        try (Connection connection = database.connect()) {
            Source source = HookedSource.lending(database, connection, call -> {
                if (call.equals("rollback") && rollbacks.incrementAndGet() % 2 == 0) {
                    database.run(migration.get());
                }
            });
            try (SnapshotLeader hooked = new SnapshotLeader(Session.open(source, Duration.ZERO, new Cancellation()))) {
                return plan(hooked);
            }
        }
    }

    private SnapshotPlan plan(SnapshotLeader with) {
        return SnapshotPlan.make(
                with, scout, EVERYTHING, PlanOptions.defaults(), PseudonymKey.random(), Duration.ofSeconds(20));
    }

    private static List<String> tablesOf(SnapshotPlan plan) {
        return plan.plan().copiedTables().stream().map(t -> t.name().toString()).toList();
    }

    private List<String> lockedByLeader() {
        return database.query("SELECT relation::regclass FROM pg_locks JOIN pg_class ON pg_class.oid = relation"
                + " WHERE relnamespace = 'public'::regnamespace AND pid <> pg_backend_pid() ORDER BY 1::text");
    }
}
