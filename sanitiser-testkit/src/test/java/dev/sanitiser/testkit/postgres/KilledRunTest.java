package dev.sanitiser.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testkit.Scripts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other JVMs on the same server, as the forks of a build are. */
class KilledRunTest {

    private static final PostgresServer SERVER = PostgresServer.shared();

    /** Makes a database, tells its name, and waits for a line before it ends. */
    static final class OtherRun {
        private OtherRun() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            String name = PostgresServer.shared()
                    .createDatabase(dataSource -> Scripts.run(dataSource, "CREATE TABLE t ()"))
                    .name();
            System.out.println(name);
            System.out.flush();
            System.in.read();
            System.exit(0);
        }
    }

    @Test
    void a_run_that_ends_drops_its_databases_and_one_that_is_killed_leaves_them_to_the_next() throws Exception {
        Process killed = start();
        String leftover = firstLine(killed);
        Process ending = start();
        String shortLived = firstLine(ending);
        assertThat(names()).contains(leftover, shortLived);

        ending.getOutputStream().close();
        assertThat(ending.waitFor()).isZero();
        assertThat(names()).contains(leftover).doesNotContain(shortLived);

        killed.destroyForcibly().waitFor();
        awaitEndOf(leftover);
        Process next = start();
        assertThat(firstLine(next)).isNotEmpty();
        assertThat(names()).doesNotContain(leftover);
        next.getOutputStream().close();
        assertThat(next.waitFor()).isZero();
    }

    /** The server learns of it by the connections that break. */
    private static void awaitEndOf(String database) {
        long key = Mark.keyOf(database).orElseThrow();
        String held = "SELECT count(*) FROM pg_sleep(0.02), pg_locks WHERE locktype = 'advisory'"
                + " AND (classid::bigint << 32) | objid::bigint = " + key;
        try (TestDatabase any = SERVER.createDatabase()) {
            for (int look = 0; look < 1_000; look++) {
                if (Scripts.query(any.dataSource(), held).equals(List.of("0"))) {
                    return;
                }
            }
        }
        throw new AssertionError("The server still holds the lock of a run that was killed");
    }

    private static Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        OtherRun.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SANITISER_TEST_URL", SERVER.toString());
        return builder.start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static List<String> names() {
        try (TestDatabase any = SERVER.createDatabase()) {
            return Scripts.query(any.dataSource(), "SELECT datname FROM pg_database");
        }
    }
}
