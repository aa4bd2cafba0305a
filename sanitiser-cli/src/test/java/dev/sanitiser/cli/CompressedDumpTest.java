package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes a newer pg_restore says so wherever somebody looks. */
class CompressedDumpTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void the_summary_the_report_and_info_name_the_oldest_pg_restore(String method) throws IOException {
        Path report = elsewhere.resolve("report.json");
        try (FailingRuns runs = FailingRuns.of(folder)) {
            Run dump = runs.run("--compress", method + ":9", "--report", report.toString());
            Run info = Run.of("info", runs.dump().toString());

            assertThat(dump.exitCode()).as(dump.errors()).isZero();
            assertThat(dump.output().lines()).contains("  compressed by " + method + ": takes pg_restore 16 or newer");
            JsonNode json = new ObjectMapper().readTree(Files.readString(report));
            assertThat(json.path("compression").asText()).isEqualTo(method + ":9");
            assertThat(json.path("oldestPgRestore").asInt()).isEqualTo(16);
            assertThat(info.exitCode()).isZero();
            assertThat(info.output()).contains("in the table of contents; " + method + ", for pg_restore 16 or newer");
        }
    }
}
