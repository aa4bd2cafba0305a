package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks in the middle of a run: its reason is told, nothing is published, and nothing stays behind. */
class BrokenRunTest {

    private static final DumpOptions OPTIONS = DumpOptions.defaults().withJobs(1);
    private static final String LEADER = "state = 'idle in transaction' AND relation = 'gated'::regclass";
    private static final String WORKER = "locktype = 'advisory' AND objid = 42 AND NOT granted";
    private static final String READER = "state = 'active' AND query LIKE 'COPY %'";

    @TempDir
    Path folder;

    private GatedSource source;
    private Path target;

    @BeforeEach
    void create_source_and_previous_dump() throws SQLException, IOException {
        source = new GatedSource();
        target = Files.writeString(folder.resolve("shop.dump"), "the previous dump");
    }

    @AfterEach
    void drop_source() throws SQLException {
        source.close();
    }

    @Test
    void the_session_that_holds_the_snapshot_is_lost_while_a_table_is_filled() throws Exception {
        Throwable failure = failureOfFillAfter(OPTIONS, () -> {
            source.terminate(LEADER);
            source.openGate();
        });

        isEnvironmentFailure(
                failure,
                "Could not keep the snapshot: the session that holds it was lost, and with it the one moment of the"
                        + " copy: terminating connection due to administrator command (SQLSTATE 57P01)");
        nothingIsLeft();
    }

    @Test
    void a_workers_backend_is_lost_while_a_table_is_filled() throws Exception {
        Throwable failure = failureOfFillAfter(OPTIONS, () -> source.terminate(WORKER));

        isEnvironmentFailure(
                failure,
                "Could not copy the rows of gated: terminating connection due to administrator command"
                        + " (SQLSTATE 57P01)");
        nothingIsLeft();
    }

    @Test
    void the_backend_that_reads_the_rows_out_is_lost() throws Exception {
        source.addMoreLongRowsThanBuffersHold();

        Throwable failure = failureOf(OPTIONS, inTheMiddleOfLongRows(() -> source.terminate(READER)));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessageStartingWith("Could not read the sanitised rows of ")
                .hasNoCause();
        nothingIsLeft();
    }

    @Test
    void the_session_that_guards_the_source_is_lost_and_nothing_is_the_worse_for_it() throws Exception {
        source.closeGate();
        Background run = Background.start(() -> source.dump(target, OPTIONS, DumpListener.silent()));
        source.awaitWorkerAtTheGate();

        source.terminate("locktype = 'advisory' AND granted AND objid = 1");
        source.openGate();

        run.await();
        assertThat(source.scratchSchemas()).isEmpty();
    }

    @Test
    void the_archive_cannot_be_written_in_the_middle_of_a_table() throws Exception {
        source.addMoreLongRowsThanBuffersHold();

        Throwable failure = failureOf(OPTIONS, inTheMiddleOfLongRows(() -> {
            throw new IllegalStateException("the disk is full");
        }));

        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("the disk is full");
        nothingIsLeft();
    }

    @Test
    void one_failing_worker_ends_the_others_and_its_failure_is_the_one_reported() throws Exception {
        source.database().run("""
                CREATE FUNCTION fail(v int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
                BEGIN
                    IF pg_try_advisory_xact_lock_shared(42) THEN RETURN v; END IF;
                    RAISE EXCEPTION 'found %', v;
                END $$;
                CREATE TABLE failing (id int, result int GENERATED ALWAYS AS (fail(id)) STORED);
                INSERT INTO failing VALUES (123456789);
                """);
        source.closeGate();

        Background run = Background.start(() -> Sanitiser.dump(
                Source.of(source.database().dataSource()),
                AllowList.parse("{\"gated\": [\"id\"], \"failing\": [\"id\"]}", "list.json"),
                OPTIONS.withJobs(2),
                DumpTarget.file(target),
                DumpListener.silent()));

        Throwable failure = run.awaitFailure();
        isEnvironmentFailure(
                failure,
                "Could not copy the rows of failing: a function of the database raised an error (SQLSTATE P0001)");
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN 1 / (v - v)",
                "RETURN ('x' || v)::int",
                "RETURN v::numeric * 1e9",
                "RETURN ('\"' || v || '\"')::regclass::oid::int",
                "RAISE EXCEPTION 'found %', v USING DETAIL = v, ERRCODE = '42501'"
            })
    void no_value_is_in_the_failure_of_a_function_that_meets_a_kept_value(String body) throws Exception {
        source.database()
                .run("CREATE FUNCTION meet(v int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN v; END';"
                        + "ALTER TABLE after ADD met int GENERATED ALWAYS AS (meet(id)) STORED;"
                        + "CREATE OR REPLACE FUNCTION meet(v int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS"
                        + " $$ BEGIN v := v + 987654000; " + body + "; RETURN v; END $$");

        Throwable failure = failureOf(OPTIONS, DumpListener.silent());

        assertThat(failure)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessageStartingWith("Could not copy the rows of after: ")
                .hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("987654");
        nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            value = DumpStep.class,
            names = {"PUBLISH"},
            mode = EnumSource.Mode.EXCLUDE)
    void somebody_stops_the_run(DumpStep when) throws Exception {
        Cancellation cancellation = new Cancellation();

        Throwable failure = failureOf(OPTIONS.withCancellation(cancellation), new DumpListener() {
            @Override
            public void stepStarted(DumpStep step) {
                if (step == when) {
                    cancellation.cancel("interrupted");
                }
            }
        });

        isInterruption(failure, "The run was stopped: interrupted");
        nothingIsLeft();
    }

    @Test
    void somebody_stops_the_run_while_a_statement_works() throws Exception {
        Cancellation cancellation = new Cancellation();

        Throwable failure =
                failureOfFillAfter(OPTIONS.withCancellation(cancellation), () -> cancellation.cancel("interrupted"));

        isInterruption(failure, "The run was stopped: interrupted");
        nothingIsLeft();
    }

    @Test
    void the_thread_of_the_run_is_interrupted_while_a_statement_works() throws Exception {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        source.closeGate();
        Background run = Background.start(() -> {
            threads.add(Thread.currentThread());
            source.dump(target, OPTIONS, DumpListener.silent());
        });
        source.awaitWorkerAtTheGate();

        threads.get(0).interrupt();

        isInterruption(run.awaitFailure(), "The run was stopped: its thread was interrupted");
        nothingIsLeft();
    }

    @Test
    void the_run_takes_longer_than_it_may() throws Exception {
        source.closeGate();

        Throwable failure = failureOf(OPTIONS.withMaxDuration(Duration.ofMillis(700)), DumpListener.silent());

        isEnvironmentFailure(
                failure,
                "The run was stopped because it took longer than the 0.7 s allowed (--max-duration). Nothing was"
                        + " published.");
        nothingIsLeft();
    }

    @Test
    void what_ended_one_run_does_not_end_the_next_with_the_same_options() throws Exception {
        DumpOptions options = OPTIONS.withMaxDuration(Duration.ofSeconds(20));
        Background run = Background.start(
                () -> source.dump(target, options.withMaxDuration(Duration.ofMillis(1)), DumpListener.silent()));
        assertThat(run.awaitFailure()).hasMessageContaining("--max-duration");

        assertThatCode(() -> source.dump(target, options, DumpListener.silent()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_statement_takes_longer_than_it_may() throws Exception {
        source.closeGate();

        Throwable failure = failureOf(OPTIONS.withStatementTimeout(Duration.ofSeconds(1)), DumpListener.silent());

        isEnvironmentFailure(
                failure,
                "Could not copy the rows of gated: canceling statement due to statement timeout (SQLSTATE 57014)");
        nothingIsLeft();
    }

    @Test
    void a_migration_waits_for_the_run_when_pg_dump_asks_for_its_locks() throws Exception {
        Throwable failure = failureWithMigrationBegunAt(DumpStep.STRUCTURE);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessageStartingWith(
                        "pg_dump ended with exit code 1: pg_dump: error: query failed: ERROR:  canceling"
                                + " statement due to statement timeout")
                .hasMessageContaining("LOCK TABLE public.");
    }

    @Test
    void a_migration_waits_for_the_run_when_a_worker_asks_for_its_lock() throws Exception {
        isEnvironmentFailure(
                failureWithMigrationBegunAt(DumpStep.FILL),
                "The run gave way to another session that waits for an ACCESS EXCLUSIVE lock on gated (a migration,"
                        + " perhaps). Run again when it has ended.");
    }

    /** The migration gets its lock in the end. */
    private Throwable failureWithMigrationBegunAt(DumpStep when) throws Exception {
        List<Background> migrations = new ArrayList<>();

        Throwable failure = failureOf(OPTIONS.withLockTimeout(Duration.ofMillis(200)), new DumpListener() {
            @Override
            public void stepStarted(DumpStep step) {
                if (step == when) {
                    migrations.add(Background.start(() -> source.database().run("ALTER TABLE gated ADD more int")));
                    source.database()
                            .await("EXISTS (SELECT FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND NOT granted"
                                    + " AND relation = 'gated'::regclass)");
                }
            }
        });

        migrations.get(0).await();
        nothingIsLeft();
        return failure;
    }

    /** Does something once, when some rows of the table are written and the server still sends others. */
    private static DumpListener inTheMiddleOfLongRows(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        return new DumpListener() {
            @Override
            public void rowsWritten(QualifiedName table, long sizeInBytes) {
                if (table.name().equals("long") && !done.getAndSet(true)) {
                    what.run();
                }
            }
        };
    }

    private Throwable failureOfFillAfter(DumpOptions options, Background.Work breakage) throws Exception {
        source.closeGate();
        Background run = Background.start(() -> source.dump(target, options, DumpListener.silent()));
        source.awaitWorkerAtTheGate();
        breakage.run();
        return run.awaitFailure();
    }

    private Throwable failureOf(DumpOptions options, DumpListener listener) throws InterruptedException {
        return Background.start(() -> source.dump(target, options, listener)).awaitFailure();
    }

    private static void isEnvironmentFailure(Throwable failure, String message) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage(message)
                .hasNoCause();
    }

    private static void isInterruption(Throwable failure, String message) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERRUPTED))
                .hasMessage(message);
    }

    private void nothingIsLeft() throws IOException {
        assertThat(target).hasContent("the previous dump");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
        assertThat(source.scratchSchemas()).isEmpty();
        source.awaitQuiet();
    }
}
