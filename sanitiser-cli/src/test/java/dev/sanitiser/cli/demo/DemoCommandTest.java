package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {

    @TempDir
    private Path folder;

    @Test
    void dumps_restores_and_compares() {
        Path dump = folder.resolve("my demo.dump");
        StringWriter output = new StringWriter();
        CommandLine command = new CommandLine(new DemoCommand()).setOut(new PrintWriter(output));

        int exitCode = command.execute("--output", dump.toString());

        assertThat(exitCode).isZero();
        assertThat(dump).isNotEmptyFile();
        assertThat(output.toString().lines())
                .contains(
                        "users",
                        "orders",
                        "audit.log",
                        "session: 2,500 rows before, 0 after; its structure is there.",
                        "Restore it anywhere: createdb demo_copy && pg_restore -d demo_copy '" + dump + "'")
                .filteredOn(line -> line.startsWith("  before"))
                .hasSize(9)
                .anyMatch(line -> line.contains("elif.tregenza@quillmail.example"));
        assertThat(output.toString().lines().filter(line -> line.startsWith("  after")))
                .hasSize(9)
                .noneMatch(line -> line.contains(".example") && line.contains("elif.tregenza"));
    }
}
