package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
                .hasSize(18)
                .anyMatch(line -> line.contains("elif.tregenza@quillmail.example"));
        assertThat(output.toString().lines().filter(line -> line.startsWith("  after")))
                .hasSize(18)
                .noneMatch(line -> line.contains(".example") && line.contains("elif.tregenza"));
    }

    @Test
    void says_how_to_replace_programs_that_are_too_old() throws IOException {
        Path pgDump = Files.writeString(folder.resolve("pg_dump"), "#!/bin/sh\necho 'pg_dump (PostgreSQL) 13.9'\n");
        Files.setPosixFilePermissions(pgDump, PosixFilePermissions.fromString("rwx------"));
        DemoCommand command = new CommandLine(new DemoCommand())
                .parseArgs("--pg-dump", pgDump.toString())
                .commandSpec()
                .commandLine()
                .getCommand();

        assertThatThrownBy(command::call)
                .hasMessage(pgDump + " is version 13.9; the demo's server needs version 15 or newer. "
                        + "Run: apt-get install --yes postgresql-client-15");
    }
}
