package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An allow list that cannot be read or does not fit ends a run with exit code 3 and without consequences. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnfitAllowListTest {

    @TempDir
    Path folder;

    private FailingRuns runs;

    @BeforeEach
    void begin() {
        runs = FailingRuns.of(folder);
    }

    @AfterEach
    void nothing_has_changed() {
        try (FailingRuns ending = runs) {
            ending.changedNothing();
        }
    }

    @Test
    void a_missing_list() {
        Path missing = folder.resolve("no such list.json");

        assertThat(runs.run("--allow-list", missing.toString())).isEqualTo(failure("""
                The allow list cannot be read (1 problem):
                - %s  does not exist
                """.formatted(missing)));
    }

    @Test
    void an_empty_file() {
        runs.layOut("");

        assertThat(runs.run()).isEqualTo(failure("""
                The allow list cannot be read (1 problem):
                - %s  is empty. An empty allow list never means "nothing to hide": list at least one table, for example \
                {"users": ["id"]}
                """.formatted(runs.allowList())));
    }

    @Test
    void an_empty_list() {
        runs.layOut("{}");

        assertThat(runs.run()).isEqualTo(failure("""
                The allow list cannot be read (1 problem):
                - %s:1:1  lists no table. An empty allow list never means "nothing to hide": list at least one table, \
                for example {"users": ["id"]}
                """.formatted(runs.allowList())));
    }

    @Test
    void a_malformed_list() {
        runs.layOut("{\"users\": [\"id\", \"orders\": []}");

        assertThat(runs.run()).isEqualTo(failure("""
                The allow list cannot be read (1 problem):
                - %s:1:26  invalid JSON: expected "," or "]", found ":"
                """.formatted(runs.allowList())));
    }

    @Test
    void unknown_tables_and_columns_and_a_view_all_at_once() {
        runs.layOut("""
                {
                  "user": ["id"],
                  "orders": ["id", "user_di"],
                  "emails": ["email"]
                }
                """);

        assertThat(runs.run()).isEqualTo(failure("""
                Checking the source
                Planning
                The allow list does not fit the database (3 problems):
                - %1$s:2:3  there is no table "user"; did you mean "users"?
                - %1$s:3:20  table "orders" has no column "user_di"; did you mean "user_id"?
                - %1$s:4:3  "emails" is a view; only tables hold rows. Remove it.
                """.formatted(runs.allowList())));
    }

    private static Run failure(String errors) {
        return new Run(3, "", errors);
    }
}
