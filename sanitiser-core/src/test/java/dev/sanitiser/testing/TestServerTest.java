package dev.sanitiser.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestServerTest {

    @Test
    void stock_client_programs_reach_a_database_with_an_odd_name() {
        try (TestDatabase database = TestDatabase.named("odd \"name\"; drop")) {
            database.run("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)");

            CommandLine psql = CommandLine.run("psql", "-XAtc", "SELECT count(*) FROM t", database.name());

            assertThat(psql).isEqualTo(new CommandLine(0, "2\n", ""));
        }
    }
}
