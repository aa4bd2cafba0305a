package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --read-as}: one role connects, another reads rows. */
class ReadAsCommandTest {

    private static final String GRANTS = """
            GRANT USAGE ON SCHEMA public TO %1$s;
            GRANT SELECT (id, email) ON users TO %1$s;
            GRANT SELECT (id, user_id, note) ON orders TO %1$s""";

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

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
    void plan_and_dump_say_who_reads_rows() throws IOException {
        Path report = elsewhere.resolve("report.json");
        try (Role reader = Role.in(runs, GRANTS)) {
            Run plan = Run.of(
                    "plan",
                    "--url",
                    runs.url("postgres"),
                    "--allow-list",
                    runs.allowList().toString(),
                    "--read-as",
                    reader.name());
            Run dump = runs.run(
                    "--read-as", reader.name(), "--strategy", "stream", "--report", report.toString(), "--quiet");
            Run loud = runs.run("--read-as", reader.name(), "--strategy", "stream");

            assertThat(plan.exitCode()).as(plan.errors()).isZero();
            assertThat(plan.output().lines()).contains("Rows are read as: " + reader.name());
            assertThat(dump).isEqualTo(new Run(0, "", ""));
            JsonNode json = new ObjectMapper().readTree(Files.readString(report));
            assertThat(json.path("plan").path("readAs").asText()).isEqualTo(reader.name());
            assertThat(loud.output().lines()).contains("  rows read as role " + reader.name());
            runs.succeeded();
        }
    }

    @Test
    void a_dump_names_the_grants_that_are_missing() {
        try (Role reader = Role.in(runs, "GRANT SELECT (id) ON users TO %1$s")) {
            assertThat(runs.run("--read-as", reader.name(), "--strategy", "stream"))
                    .isEqualTo(new Run(4, "", """
                            Checking the source
                            Planning
                            The role %1$s may not read what the plan reads (2 problems):
                            - orders, id, user_id, note: GRANT SELECT ("id", "user_id", "note", "ctid") ON "public"."orders" TO "%1$s";
                            - users, email: GRANT SELECT ("email", "ctid") ON "public"."users" TO "%1$s";
                            To keep NULL where it is, a faked column is read for where it is NULL, unless it is NOT NULL. With the \
                            generator "null" it is not read either.
                            """.formatted(reader.name())));
            runs.changedNothing();
        }
    }

    @Test
    void the_scratch_strategy_is_a_wrong_command_line() {
        assertThat(List.of(runs.run("--read-as", "reader"), runs.run("--read-as", "reader", "--strategy", "scratch")))
                .containsOnly(new Run(2, "", """
                                --read-as goes with --strategy stream only: the statements that fill the scratch schema read and write at \
                                once, and the role that reads rows may not write.
                                See: sanitiser dump --help
                                """));
        runs.changedNothing();
    }
}
