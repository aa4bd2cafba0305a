package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourceGuardTest {

    private static TestDatabase database;

    @BeforeAll
    static void create_database() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop_database() {
        database.close();
    }

    @Test
    void lets_one_run_in_and_refuses_the_second() {
        try (SourceGuard first = take()) {
            assertThatThrownBy(SourceGuardTest::take)
                    .isInstanceOfSatisfying(
                            SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                    .hasMessage("Another run of Sanitiser is copying this database. Wait until it has ended.");
        }
    }

    @Test
    void gives_the_connection_of_the_refused_run_back() {
        try (SourceGuard first = take()) {
            assertThatThrownBy(SourceGuardTest::take).isInstanceOf(SanitiserException.class);

            database.await("(SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) = 2");
        }
    }

    @Test
    void lets_the_next_run_in_when_the_first_has_ended() {
        take().close();

        assertThatCode(() -> take().close()).doesNotThrowAnyException();
    }

    @Test
    void lets_the_next_run_in_when_the_first_was_killed() {
        try (SourceGuard first = take()) {
            List<String> killed = database.query("SELECT pg_terminate_backend(pid, 10000) FROM pg_locks"
                    + " WHERE locktype = 'advisory' AND database ="
                    + " (SELECT oid FROM pg_database WHERE datname = current_database())");
            assertThat(killed).containsExactly("t");

            assertThatCode(() -> take().close()).doesNotThrowAnyException();
        }
    }

    @Test
    void guards_each_database_for_itself() {
        try (TestDatabase other = TestDatabase.create();
                SourceGuard first = take();
                SourceGuard second = SourceGuard.take(CopySessions.open(other))) {
            assertThat(second).isNotSameAs(first);
        }
    }

    private static SourceGuard take() {
        Session session = CopySessions.open(database);
        return SourceGuard.take(session);
    }
}
