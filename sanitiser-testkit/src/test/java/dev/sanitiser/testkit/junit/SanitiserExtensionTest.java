package dev.sanitiser.testkit.junit;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.testkit.DatabaseSchema;
import dev.sanitiser.testkit.RestoredCopy;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.Scripts;
import dev.sanitiser.testkit.postgres.Migrations;
import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class SanitiserExtensionTest {

    private static final String LIST = "src/test/resources/sample/item_list.json";

    /** The databases that the classes below saw. */
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    /** A table with a row. */
    static final class Items implements Migrations {
        @Override
        public void migrate(DataSource dataSource) {
            Scripts.run(dataSource, "CREATE TABLE item (id int PRIMARY KEY, name text)");
            Scripts.run(dataSource, "INSERT INTO item VALUES (1, 'first-real-name')");
        }
    }

    static final class Counted implements Migrations {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @Override
        public void migrate(DataSource dataSource) {
            RUNS.incrementAndGet();
        }
    }

    @SanitiserTest(
            migrations = {Items.class, Counted.class},
            allowList = LIST)
    static class EveryParameter {

        private final DataSource ofConstructor;

        EveryParameter(DataSource ofConstructor) {
            this.ofConstructor = ofConstructor;
        }

        @BeforeEach
        void addRow(TestDatabase database) {
            SEEN.add(database.name());
            Scripts.run(database.dataSource(), "INSERT INTO item VALUES (2, 'second-real-name')");
        }

        @AfterEach
        void see(TestDatabase database) {
            SEEN.add(database.name());
        }

        @Test
        void all_are_of_one_database(
                DataSource dataSource,
                AllowList allowList,
                DatabaseSchema schema,
                SanitisationPlan plan,
                SanitisedDump dump,
                RestoredCopy copy) {
            assertThat(schema).matches(allowList);
            assertThat(plan.copiedTables()).hasSize(1);
            assertThat(dump).restores().keepsRowCounts().holdsNoValueOf("item", "name");
            String ids = "SELECT id FROM item ORDER BY id";
            assertThat(Scripts.query(copy.dataSource(), ids)).containsExactly("1", "2");
            assertThat(Scripts.query(ofConstructor, ids)).containsExactly("1", "2");
            assertThat(Scripts.query(dataSource, ids)).containsExactly("1", "2");
            SEEN.add(copy.database().name());
        }

        @ParameterizedTest
        @ValueSource(ints = {3, 4})
        void each_invocation_has_its_own(int id, DataSource dataSource) {
            Scripts.run(dataSource, "INSERT INTO item VALUES (" + id + ", 'x')");
            assertThat(Scripts.query(dataSource, "SELECT count(*) FROM item")).containsExactly("3");
        }

        @Nested
        class Inside {
            @Test
            void a_nested_class_is_given_the_same(TestDatabase database) {
                assertThat(Scripts.query(database.dataSource(), "SELECT count(*) FROM item"))
                        .containsExactly("2");
            }
        }
    }

    @Test
    void gives_every_test_its_own_database_and_drops_it() {
        EngineExecutionResults results = TestClasses.run(EveryParameter.class);

        assertThat(TestClasses.failures(results)).isEmpty();
        results.testEvents().assertStatistics(s -> s.succeeded(4));
        assertThat(SEEN.stream().distinct()).hasSize(5);
        assertThat(databases()).doesNotContainAnyElementsOf(SEEN);
        assertThat(Counted.RUNS).hasValue(1);
    }

    @SanitiserTest(migrations = Items.class, allowList = LIST, database = DatabaseLifetime.CLASS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OnePerClass {

        OnePerClass(TestDatabase database) {
            SEEN.add(database.name());
        }

        @BeforeAll
        void before(TestDatabase database) {
            SEEN.add(database.name());
        }

        @RepeatedTest(2)
        void test(TestDatabase database, SanitisedDump dump) {
            SEEN.add(database.name());
            SEEN.add(dump.copy().database().name());
        }

        @Nested
        class Inside {
            @Test
            void test(TestDatabase database) {
                SEEN.add(database.name());
            }
        }

        @Nested
        @SanitiserTest(migrations = Items.class, allowList = LIST)
        class WithItsOwn {
            @Test
            void test(TestDatabase database) {
                SEEN.add("own " + database.name());
            }
        }
    }

    @Test
    void shares_one_database_and_one_dump_within_a_class() {
        EngineExecutionResults results = TestClasses.run(OnePerClass.class);

        assertThat(TestClasses.failures(results)).isEmpty();
        results.testEvents().assertStatistics(s -> s.succeeded(4));
        assertThat(SEEN).hasSize(8);
        assertThat(SEEN.stream().distinct()).hasSize(3);
        assertThat(databases()).doesNotContainAnyElementsOf(SEEN);
    }

    @SanitiserTest(migrations = Items.class, allowList = LIST)
    static class Failing {
        @Test
        void fails(TestDatabase database, RestoredCopy copy) {
            SEEN.add(database.name());
            SEEN.add(copy.database().name());
            throw new IllegalStateException("the test's own failure");
        }
    }

    @Test
    void drops_the_databases_of_a_test_that_fails() {
        EngineExecutionResults results = TestClasses.run(Failing.class);

        assertThat(TestClasses.failures(results)).containsExactly("the test's own failure");
        assertThat(SEEN).hasSize(2);
        assertThat(databases()).doesNotContainAnyElementsOf(SEEN);
    }

    @SanitiserTest(migrations = Items.class, allowList = LIST)
    static class Many {
        private static final Map<String, String> THREADS = new ConcurrentHashMap<>();

        @RepeatedTest(8)
        void test(TestDatabase database, DataSource dataSource) {
            THREADS.put(database.name(), Thread.currentThread().getName());
            Scripts.run(dataSource, "INSERT INTO item VALUES (2, 'x')");
        }
    }

    @Test
    void runs_tests_in_parallel() {
        EngineExecutionResults results = TestClasses.runInParallel(Many.class);

        assertThat(TestClasses.failures(results)).isEmpty();
        assertThat(Many.THREADS).hasSize(8);
        assertThat(Many.THREADS.values().stream().distinct()).hasSizeGreaterThan(1);
    }

    static class Programmatic {
        @RegisterExtension
        static final SanitiserExtension SANITISER = SanitiserExtension.builder()
                .server(PostgresServer::shared)
                .migrations(new Items())
                .migrations(dataSource -> Scripts.run(dataSource, "INSERT INTO item VALUES (2, NULL)"))
                .allowList(Path.of(LIST))
                .sharedByClass()
                .build();

        @BeforeAll
        static void before(DataSource dataSource) {
            Scripts.run(dataSource, "INSERT INTO item VALUES (3, NULL)");
        }

        @Test
        void test(SanitisedDump dump) {
            assertThat(Scripts.query(dump.copy().dataSource(), "SELECT count(*) FROM item"))
                    .containsExactly("3");
        }
    }

    static class OwnDataSource {
        static final TestDatabase MINE = PostgresServer.shared().createDatabase(new Items());

        @RegisterExtension
        static final SanitiserExtension SANITISER = SanitiserExtension.builder()
                .dataSource(MINE::dataSource)
                .allowList(AllowList.parse("{\"item\": [\"id\"]}", "list.json"))
                .build();

        @Test
        void test(SanitisedDump dump) {
            assertThat(dump).restores().holdsNoValueOf("item", "name");
        }

        @Test
        void there_is_no_test_database(TestDatabase database) {}
    }

    @Test
    void is_built_in_code() {
        assertThat(TestClasses.failures(TestClasses.run(Programmatic.class))).isEmpty();
    }

    @Test
    void takes_a_database_of_the_users_own_and_leaves_it_alone() {
        EngineExecutionResults results = TestClasses.run(OwnDataSource.class);

        assertThat(TestClasses.failures(results))
                .containsExactly("Failed to resolve parameter"
                        + " [dev.sanitiser.testkit.postgres.TestDatabase database] in method [void"
                        + " dev.sanitiser.testkit.junit.SanitiserExtensionTest$OwnDataSource.there_is_no_test_database("
                        + "dev.sanitiser.testkit.postgres.TestDatabase)]: The test brings its own database, so there is"
                        + " no TestDatabase: take the DataSource.");
        assertThat(databases()).contains(OwnDataSource.MINE.name());
        OwnDataSource.MINE.close();
    }

    @SanitiserTest
    static class WithMethod {

        // region method
        @Migrate
        static void schema(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE item (id int)");
            }
        }
        // endregion

        @Test
        void test(DataSource dataSource) {
            assertThat(Scripts.query(dataSource, "SELECT count(*) FROM item")).containsExactly("0");
        }
    }

    @Test
    void migrates_by_a_static_method() {
        assertThat(TestClasses.failures(TestClasses.run(WithMethod.class))).isEmpty();
    }

    private static List<String> databases() {
        try (TestDatabase any = PostgresServer.shared().createDatabase()) {
            return Scripts.query(any.dataSource(), "SELECT datname FROM pg_database");
        }
    }
}
