package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Databases;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A migration that is under way when a run begins: the run waits for it and copies what it leaves. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangedMeanwhileTest {

    @TempDir
    Path folder;

    private FailingRuns runs;

    @BeforeEach
    void begin() {
        runs = FailingRuns.of(folder);
    }

    @AfterEach
    void end() {
        runs.close();
    }

    @Test
    void a_dropped_column_that_the_list_keeps_ends_the_run() {
        Run run = runDuring("ALTER TABLE orders DROP COLUMN user_id");

        assertThat(run).isEqualTo(new Run(3, "", """
                Checking the source
                Planning
                The allow list does not fit the database (1 problem):
                - %s:1:36  table "orders" has no column "user_id"
                """.formatted(runs.allowList())));
        runs.changedNothing();
    }

    @Test
    void a_dropped_column_that_would_be_faked_is_not_in_the_copy() {
        Run run = runDuring("ALTER TABLE orders DROP COLUMN note", "--quiet");

        assertThat(run).isEqualTo(new Run(0, "", ""));
        runs.succeeded();
        assertThat(script()).contains("COPY public.orders (\"id\", \"user_id\") FROM stdin");
    }

    @Test
    void a_new_table_is_locked_and_copied_too() {
        runs.layOut("{\"$options\": {\"unlisted\": \"fake\"}, \"users\": [\"id\"], \"orders\": [\"id\", \"user_id\"]}");

        Run run = runDuring(
                "ALTER TABLE orders ADD COLUMN paid boolean;"
                        + " CREATE TABLE payments (id int); INSERT INTO payments VALUES (1), (2)",
                "--quiet");

        assertThat(run).isEqualTo(new Run(0, "", ""));
        runs.succeeded();
        assertThat(script()).contains("COPY public.payments (\"id\") FROM stdin");
    }

    /** Runs while a migration is open, and commits that once the run waits for it. */
    private Run runDuring(String migration, String... options) {
        try (Hold hold = Hold.by(runs.source(), migration)) {
            String[] arguments = runs.arguments(options);
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> Run.of(arguments));
            Databases.await(runs.source(), "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)");
            hold.commit();
            Run result = run.join();
            runs.sourceHasChanged();
            return result;
        }
    }

    private String script() {
        return CommandLine.run("pg_restore", "--file=-", runs.dump().toString()).output();
    }
}
