package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Test
    void a_connection_lost_between_two_transactions_is_a_failure_of_the_environment() {
        try (TestDatabase database = TestDatabase.create();
                Session session =
                        Session.open(Source.of(database.dataSource()), Duration.ZERO, new Cancellation())) {
            database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

            assertThatThrownBy(session::begin)
                    .isInstanceOf(SanitiserException.class)
                    .hasNoCause()
                    .hasMessage("Could not begin a transaction: terminating connection due to administrator command"
                            + " (SQLSTATE 57P01)");
        }
    }
}
