package dev.sanitiser.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testkit.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    private static final PostgresServer SERVER = PostgresServer.shared();

    @Test
    void migrations_run_once_however_many_ask_at_the_same_time() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Migrations migrations = dataSource -> {
            runs.incrementAndGet();
            Scripts.run(dataSource, "CREATE TABLE t AS SELECT 1 AS a");
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> counts = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        try (TestDatabase database = SERVER.createDatabase(migrations)) {
                            Scripts.run(database.dataSource(), "INSERT INTO t VALUES (2)");
                            return Scripts.query(database.dataSource(), "SELECT count(*) FROM t")
                                    .get(0);
                        }
                    }))
                    .toList();

            for (Future<String> count : counts) {
                assertThat(count.get()).isEqualTo("2");
            }
            assertThat(runs).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void copies_a_database_that_migrations_left_a_connection_to() throws SQLException {
        Connection[] left = new Connection[1];

        try (TestDatabase database = SERVER.createDatabase(dataSource -> left[0] = dataSource.getConnection())) {
            assertThat(database.name()).matches("sanitiser_test_[0-9a-f]{16}_\\d+");
        }
        left[0].close();
    }

    @Test
    void says_how_to_connect() {
        try (TestDatabase database = SERVER.createDatabase()) {
            TestDatabase same = PostgresServer.at(database.jdbcUrl(), database.user(), database.password())
                    .createDatabase();

            assertThat(Scripts.query(same.dataSource(), "SELECT current_user")).containsExactly(database.user());
            same.close();
        }
    }

    @Test
    void a_copy_sorts_as_its_source_does() {
        try (TestDatabase admin = SERVER.createDatabase()) {
            Scripts.run(admin.dataSource(), "CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'");
            DataSource latin = Connections.to(SERVER.settings().withDatabase("latin"));

            try (TestDatabase copy = SERVER.createDatabaseLike(latin)) {
                assertThat(Scripts.query(copy.dataSource(), "SHOW server_encoding"))
                        .containsExactly("LATIN1");
            }
            Scripts.run(admin.dataSource(), "DROP DATABASE latin");
        }
    }

    @Test
    void drops_a_database_that_somebody_uses_and_only_once() throws SQLException {
        TestDatabase database = SERVER.createDatabase();
        try (Connection user = database.dataSource().getConnection()) {
            assertThat(user.isValid(5)).isTrue();

            database.close();
            database.close();
        }

        assertThat(names()).doesNotContain(database.name());
    }

    @Test
    void drops_what_killed_runs_left_and_nothing_else() throws SQLException {
        String dead = "sanitiser_test_00000000000000aa_1";
        String inUse = "sanitiser_test_00000000000000ab_1";
        String unmarked = "sanitiser_test_00000000000000ac_1";
        String alive = "sanitiser_test_ffffffffffffffad_1";
        String foreign = "shop_with_our_comment";
        List<String> all = List.of(dead, inUse, unmarked, alive, foreign);
        Administration administration = new Administration(SERVER.settings());
        Mark living = new Mark(0xffffffffffffffadL, new AtomicInteger());
        // The first database of a run drops leftovers as well.
        try (TestDatabase admin = SERVER.createDatabase();
                Connection lock = administration.hold(living)) {
            List.of(dead, inUse, alive, foreign).forEach(name -> administration.create(name, "template0"));
            Scripts.run(admin.dataSource(), "CREATE DATABASE " + unmarked);
            DataSource used = Connections.to(SERVER.settings().withDatabase(inUse));
            try (Connection user = used.getConnection()) {
                assertThat(user.isValid(5) && lock.isValid(5)).isTrue();

                administration.dropLeftovers();

                assertThat(names()).contains(inUse, unmarked, alive, foreign).doesNotContain(dead);
            }
        } finally {
            all.forEach(administration::drop);
        }
    }

    @Test
    void a_role_that_may_not_create_databases_is_told_so() {
        try (TestDatabase admin = SERVER.createDatabase()) {
            Scripts.run(admin.dataSource(), "CREATE ROLE meek LOGIN PASSWORD 'meek'");
            PostgresServer server = PostgresServer.at(admin.jdbcUrl(), "meek", "meek");

            assertThatThrownBy(server::createDatabase)
                    .isInstanceOf(SanitiserException.class)
                    .hasMessage("The test kit makes a database of its own for each test, and the role of " + server
                            + " may not: give it the right with ALTER ROLE … CREATEDB, or name another role.");
            Scripts.run(admin.dataSource(), "DROP ROLE meek");
        }
    }

    private static Set<String> names() {
        try (TestDatabase any = SERVER.createDatabase()) {
            return Set.copyOf(Scripts.query(any.dataSource(), "SELECT datname FROM pg_database"));
        }
    }
}
