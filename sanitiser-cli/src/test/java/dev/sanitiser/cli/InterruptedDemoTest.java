package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedDemoTest {

    @TempDir
    Path folder;

    @Test
    void stops_its_server_and_deletes_its_folder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path output = folder.resolve("demo.dump");
        GatedPgDump pgDump = GatedPgDump.in(folder);
        List<String> launcher = List.of("env", "JDK_JAVA_OPTIONS=-Djava.io.tmpdir=" + temporary);
        String[] demo = {
            "demo", "--output", output.toString(), "--pg-dump", pgDump.program().toString()
        };

        try (ChildRun run = ChildRun.start(launcher, demo)) {
            pgDump.awaitRun();
            assertThat(FailingRuns.filesIn(temporary)).anyMatch(f -> f.startsWith("sanitiser-demo"));
            run.signal("TERM");

            Run ended = run.end();

            assertThat(ended.exitCode()).isEqualTo(130);
            assertThat(ended.errors()).endsWith("Interrupted; cleaning up ...\n");
        }
        assertThat(output).doesNotExist();
        assertThat(FailingRuns.filesIn(temporary)).noneMatch(f -> f.startsWith("sanitiser-demo"));
    }
}
