package dev.sanitiser.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole benchmark once, on a database so small that the figures mean nothing. */
class BenchIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int SIGTERM = 128 + 15;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void dumps_in_every_way_restores_and_leaves_nothing_behind() throws Exception {
        Path json = folder.resolve("result.json");
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();

        int exitCode = Main.run(
                new String[] {
                    "--size=0.005",
                    "--rounds=1",
                    "--jar=" + ROOT.resolve("sanitiser-cli/target/sanitiser.jar"),
                    "--java-options=-XX:TieredStopAtLevel=1",
                    "--folder=" + folder.resolve("work"),
                    "--json=" + json
                },
                ROOT,
                new PrintWriter(out),
                new PrintWriter(errors));

        assertThat(exitCode).as(errors.toString()).isZero();
        assertThat(firstWords(out.toString()))
                .containsSubsequence(
                        "variant",
                        "raw",
                        "raw-directory",
                        "first-system",
                        "stream",
                        "stream-directory",
                        "stream-one-job",
                        "scratch",
                        "scratch-directory",
                        "What");
        List<JsonNode> measurements = measurements(json);
        assertThat(measurements).hasSize(8).allSatisfy(m -> {
            assertThat(m.path("wallSeconds").doubleValue()).isPositive();
            assertThat(m.path("serverCpuSeconds").isNumber()).isTrue();
            assertThat(m.path("dumpMegabytes").doubleValue()).isPositive();
            assertThat(m.path("walKilobytes").isNumber()).isTrue();
            assertThat(m.path("restoreSeconds").doubleValue()).isPositive();
        });
        assertThat(measurements.subList(3, 8)).allSatisfy(m -> {
            assertThat(m.path("clientCpuSeconds").doubleValue()).isPositive();
            assertThat(m.path("peakMemoryMegabytes").doubleValue()).isPositive();
            assertThat(m.path("peakHeapMegabytes").doubleValue()).isPositive();
        });
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void ends_cleanly_when_it_is_interrupted() throws Exception {
        Path work = folder.resolve("work");
        Process bench = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.sanitiser.bench.Main",
                        "--only=raw",
                        "--folder=" + work)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader errors = bench.errorReader(StandardCharsets.UTF_8)) {
            assertThat(errors.readLine()).isEqualTo("Building a database: balanced, 1 GB ...");
            ProcessHandle server = ProcessHandle.of(postmaster(work)).orElseThrow();

            bench.toHandle().destroy();

            assertThat(errors.lines()).containsExactly("Interrupted; cleaning up ...");
            assertThat(bench.waitFor()).isEqualTo(SIGTERM);
            assertThat(server.isAlive()).isFalse();
            assertThat(work).isEmptyDirectory();
        }
    }

    private static long postmaster(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            Path pidFile = files.filter(f -> f.endsWith("data/postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        }
    }

    private static List<String> firstWords(String text) {
        return text.lines().map(line -> line.replaceFirst(" .*", "")).toList();
    }

    private static List<JsonNode> measurements(Path json) throws Exception {
        List<JsonNode> measurements = new ArrayList<>();
        new JsonMapper()
                .readTree(Files.readString(json))
                .at("/databases/0/variants")
                .forEach(variant -> measurements.add(variant.at("/rounds/0")));
        return measurements;
    }
}
