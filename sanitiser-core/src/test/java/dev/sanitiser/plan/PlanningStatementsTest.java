package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testing.HookedSource;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanningStatementsTest {

    private static final Set<String> ASKING = Set.of("createStatement", "prepareStatement", "setSavepoint");

    @Test
    void twice_as_many_tables_columns_and_checks_need_no_more_statements() throws SQLException {
        assertThat(statementsForTables(12)).isEqualTo(statementsForTables(6));
    }

    @Test
    void proofs_share_statements() throws SQLException {
        int few = statementsForTables(6);
        int many = statementsForTables(6 + 100);

        assertThat(many - few).isPositive().isLessThan(100 / 5);
    }

    /** Each table has a check of one column, one of two columns, a domain and a unique column. */
    private static int statementsForTables(int count) throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect()) {
            database.run("CREATE DOMAIN level AS int CHECK (value > 0)");
            database.run(IntStream.rangeClosed(1, count)
                    .mapToObj(t -> """
                            CREATE TABLE table_%1$d (
                                id int PRIMARY KEY,
                                status text CHECK (status IN ('new', 'done')),
                                level level,
                                low int NOT NULL,
                                high int NOT NULL,
                                email text,
                                CHECK (low <= high));
                            CREATE UNIQUE INDEX ON table_%1$d (email);
                            """.formatted(t))
                    .collect(Collectors.joining()));
            AllowList list = AllowList.parse(
                    IntStream.rangeClosed(1, count)
                            .mapToObj(t -> "\"table_" + t + "\": [\"id\"]")
                            .collect(Collectors.joining(", ", "{", "}")),
                    "list.json");
            Map<String, Integer> calls = new HashMap<>();

            Sanitiser.plan(
                    HookedSource.lending(database, connection, c -> calls.merge(c, 1, Integer::sum)),
                    list,
                    PlanOptions.defaults());

            return ASKING.stream().mapToInt(c -> calls.getOrDefault(c, 0)).sum();
        }
    }
}
