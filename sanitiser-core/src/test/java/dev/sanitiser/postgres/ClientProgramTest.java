package dev.sanitiser.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.testing.Background;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientProgramTest {

    private static final String NAMES_ITSELF =
            "[ \"$1\" = --version ] && echo 'pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)' && exit\n";

    @TempDir
    Path folder;

    private final Cancellation cancellation = new Cancellation();

    @Test
    void knows_the_version_of_the_program_on_the_path() {
        ClientProgram program = ClientProgram.find(Path.of("pg_dump"), cancellation);

        assertThat(program.majorVersion()).isGreaterThanOrEqualTo(14);
        assertThat(program.version()).startsWith(Integer.toString(program.majorVersion()));
    }

    @Test
    void reads_odd_versions() throws IOException {
        Path program = script("echo 'pg_dump (PostgreSQL) 18beta1'");

        assertThat(ClientProgram.find(program, cancellation).majorVersion()).isEqualTo(18);
        assertThat(ClientProgram.find(program, cancellation).version()).isEqualTo("18beta1");
    }

    @Test
    void says_what_to_do_if_the_program_is_missing() {
        fails(
                () -> ClientProgram.find(folder.resolve("pg_restore"), cancellation),
                "Could not start " + folder.resolve("pg_restore") + ". Install PostgreSQL's client programs (Debian:"
                        + " apt-get install postgresql-client) or say where it is with --pg-restore.");
    }

    @Test
    void refuses_a_program_that_is_not_postgresqls() throws IOException {
        Path program = script("echo 'mysqldump 10'");

        fails(
                () -> ClientProgram.find(program, cancellation),
                program + " --version did not name a PostgreSQL version. Is it PostgreSQL's?");
    }

    @Test
    void gives_the_programs_own_words_if_it_fails() throws IOException {
        ClientProgram program = program("echo half; echo 'pg_dump: error: it broke' >&2; exit 3");

        fails(() -> run(program), "pg_dump ended with exit code 3: pg_dump: error: it broke");
    }

    @Test
    void gives_the_programs_own_words_if_the_reader_stumbles_over_the_consequence() throws IOException {
        ClientProgram program = program("echo 'pg_dump: error: it broke' >&2; exit 1");

        fails(
                () -> program.run(List.of(), Map.of(), cancellation, output -> {
                    throw new IllegalStateException("the archive ends too early");
                }),
                "pg_dump ended with exit code 1: pg_dump: error: it broke");
    }

    @Test
    void gives_the_readers_failure_if_the_program_succeeds() throws IOException {
        ClientProgram program = program("head -c 1000000 /dev/zero");

        assertThatThrownBy(() -> program.run(List.of(), Map.of(), cancellation, output -> {
                    throw new IllegalStateException("the archive is damaged");
                }))
                .hasMessage("the archive is damaged");
    }

    @Test
    void says_so_if_the_program_says_nothing() throws IOException {
        ClientProgram program = program("exit 1");

        fails(() -> run(program), "pg_dump ended with exit code 1: it said nothing");
    }

    @Test
    void is_not_held_up_by_a_program_that_says_too_much() throws IOException {
        ClientProgram program = program("yes 'pg_dump: warning: again' | head -c 3000000 >&2; echo done; exit 1");

        assertThatThrownBy(() -> run(program))
                .isInstanceOf(SanitiserException.class)
                .hasMessageStartingWith("pg_dump ended with exit code 1: pg_dump: warning: again\n")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(4_100));
    }

    @Test
    void shows_the_program_only_the_given_variables_of_libpq() throws IOException {
        ClientProgram program = program("env | grep ^PG | sort");

        assertThat(program.run(List.of(), Map.of("PGHOST", "db.example"), cancellation, ClientProgramTest::text))
                .doesNotContain("PGPASSWORD")
                .contains("PGHOST=db.example\n");
    }

    @Test
    void passes_arguments_on_as_they_are() throws IOException {
        ClientProgram program = program("printf '<%s>' \"$@\"");

        assertThat(program.run(List.of("a b", "$(id)", "'", "*", ""), Map.of(), cancellation, ClientProgramTest::text))
                .isEqualTo("<a b><$(id)><'><*><>");
    }

    @Test
    void a_cancellation_ends_the_program_and_what_it_started() throws Exception {
        ClientProgram program = program("sleep 600; echo survived");
        List<ProcessHandle> started = new CopyOnWriteArrayList<>();
        CountDownLatch running = new CountDownLatch(1);

        Background run = Background.start(() -> program.run(List.of(), Map.of(), cancellation, output -> {
            ProcessHandle.current()
                    .descendants()
                    .filter(p -> p.info().commandLine().orElse("").contains(folder.toString()))
                    .forEach(started::add);
            running.countDown();
            return text(output);
        }));
        running.await();
        cancellation.cancel("interrupted");

        assertThat(run.awaitFailure())
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INTERRUPTED))
                .hasMessage("The run was stopped: interrupted");
        assertThat(started).isNotEmpty().allSatisfy(p -> p.onExit().join());
    }

    @Test
    void does_not_start_for_a_run_that_is_over() throws IOException {
        ClientProgram program = program("sleep 600");
        cancellation.cancel("interrupted");

        assertThatThrownBy(() -> run(program)).hasMessage("The run was stopped: interrupted");
    }

    private void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SanitiserException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.ENVIRONMENT))
                .hasMessage(message)
                .hasNoCause();
    }

    private String run(ClientProgram program) {
        return program.run(List.of(), Map.of(), cancellation, ClientProgramTest::text);
    }

    private static String text(InputStream output) throws IOException {
        return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }

    private ClientProgram program(String body) throws IOException {
        return ClientProgram.find(script(NAMES_ITSELF + body), cancellation);
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("pg_dump"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
