package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rows of all tables, and the structure, are of the moment at which the plan stood. */
class OneMomentTest {

    private static TestDatabase source;

    @TempDir
    Path folder;

    @BeforeAll
    static void create_source() {
        source = TestDatabase.create().run("""
                CREATE TABLE account (id int PRIMARY KEY, balance int);
                CREATE TABLE booking (id int PRIMARY KEY, account int REFERENCES account, amount int);
                INSERT INTO account SELECT n, 100 FROM generate_series(1, 50) n;
                INSERT INTO booking SELECT n, n, 100 FROM generate_series(1, 50) n;
                """);
    }

    @AfterAll
    static void drop_source() {
        source.close();
    }

    @Test
    void what_others_do_during_the_run_is_not_in_the_copy() {
        List<String> restored = restoredAfter(
                plan -> {
                    source.run("INSERT INTO account VALUES (51, 5); INSERT INTO booking VALUES (51, 51, 5);"
                            + " UPDATE account SET balance = balance + 7; DELETE FROM booking WHERE id < 10;"
                            + " CREATE TABLE late (id int); CREATE INDEX late_index ON booking (amount)");
                    assertThatThrownBy(() -> source.run("SET lock_timeout = 20; TRUNCATE booking"))
                            .hasMessageContaining("lock timeout");
                    assertThatThrownBy(() ->
                                    source.run("SET lock_timeout = 20; ALTER TABLE account ALTER balance TYPE text"))
                            .hasMessageContaining("lock timeout");
                },
                "SELECT (SELECT sum(balance) FROM account), (SELECT sum(amount) FROM booking), to_regclass('late'),"
                        + " to_regclass('late_index')");

        assertThat(restored).containsExactly("5000|5000|null|null");
        source.run("DROP TABLE late; TRUNCATE booking; DELETE FROM account;"
                + " INSERT INTO account SELECT n, 100 FROM generate_series(1, 50) n;"
                + " INSERT INTO booking SELECT n, n, 100 FROM generate_series(1, 50) n; DROP INDEX late_index");
    }

    private List<String> restoredAfter(Consumer<SanitisationPlan> meanwhile, String query) {
        Path dump = folder.resolve("moment.dump");
        Sanitiser.dump(
                Source.of(source.dataSource()),
                AllowList.parse(
                        "{\"account\": [\"id\", \"balance\"], \"booking\": [\"id\", \"account\", \"amount\"]}",
                        "list.json"),
                DumpOptions.defaults(),
                DumpTarget.file(dump),
                new DumpListener() {
                    @Override
                    public void planned(SanitisationPlan plan) {
                        meanwhile.accept(plan);
                    }
                });
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(CommandLine.run("pg_restore", "-d", copy.name(), dump.toString()))
                    .isEqualTo(new CommandLine(0, "", ""));
            return copy.query(query);
        }
    }
}
