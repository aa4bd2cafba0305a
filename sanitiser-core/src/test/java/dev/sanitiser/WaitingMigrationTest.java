package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that comes while the leader holds its locks waits for them, and every new reader waits behind it. */
class WaitingMigrationTest {

    private static final String WAITS =
            "SELECT count(*) FROM pg_locks, pg_sleep(0.02) WHERE NOT granted AND mode = 'AccessExclusiveLock' AND "
                    + "relation = 'users'::regclass";

    @TempDir
    Path folder;

    @Test
    void ends_the_run_instead_of_both_waiting_for_ever() {
        try (TestDatabase source = TestDatabase.create()) {
            source.run("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1)");
            Migration migration = new Migration(source);

            assertThatThrownBy(() -> Sanitiser.dump(
                            Source.of(source.dataSource()),
                            AllowList.parse("{\"users\": [\"id\"]}", "allow_list.json"),
                            DumpOptions.defaults().withLockTimeout(Duration.ofMillis(200)),
                            DumpTarget.file(folder.resolve("x.dump")),
                            migration))
                    .isInstanceOfSatisfying(SanitiserException.class, e -> {
                        assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT);
                        assertThat(e)
                                .hasMessage(
                                        "The run gave way to another session that waits for an ACCESS EXCLUSIVE lock on users (a "
                                                + "migration, perhaps). Run again when it has ended.");
                    });

            migration.running.join();
            assertThat(source.query("SELECT note FROM users")).containsExactly("null");
            assertThat(folder).isEmptyDirectory();
        }
    }

    /** Starts when the workers are about to, and returns once it waits. */
    private static final class Migration implements DumpListener {
        private final TestDatabase source;
        private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

        Migration(TestDatabase source) {
            this.source = source;
        }

        @Override
        public void stepStarted(DumpStep step) {
            if (step == DumpStep.FILL) {
                running = CompletableFuture.runAsync(() -> source.run("ALTER TABLE users ADD note text"));
                while (source.query(WAITS).contains("0")) {
                    assertThat(running).isNotDone();
                }
            }
        }
    }
}
