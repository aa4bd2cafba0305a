package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    private static final String UNKNOWN_TIMEOUT = "pg_restore: error: could not execute query: "
            + "ERROR:  unrecognized configuration parameter \"transaction_timeout\"";

    @TempDir
    private Path folder;

    @Test
    void says_what_pg_restore_said_when_it_fails() throws IOException {
        Restore restore = restoreBy("15.18", "pg_restore: error: disk full");

        assertThatThrownBy(() -> run(restore))
                .hasMessage("The demo's dump did not restore: pg_restore ended with exit code 1: "
                        + "pg_restore: error: disk full");
    }

    @Test
    void accepts_that_an_older_server_lacks_transaction_timeout() throws IOException {
        Restore restore = restoreBy("17.2", UNKNOWN_TIMEOUT);

        assertThatCode(() -> run(restore)).doesNotThrowAnyException();
    }

    @Test
    void accepts_nothing_beside_the_missing_timeout() throws IOException {
        Restore restore = restoreBy("17.2", UNKNOWN_TIMEOUT + "\npg_restore: error: disk full");

        assertThatThrownBy(() -> run(restore)).hasMessageEndingWith("\npg_restore: error: disk full");
    }

    private void run(Restore restore) {
        restore.run(folder.resolve("a.dump"), new ConnectionSettings("localhost", 1, "copy", "me", "", Map.of()));
    }

    private Restore restoreBy(String version, String messages) throws IOException {
        Path program = folder.resolve("pg_restore");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = --version ]; then
                    echo "pg_restore (PostgreSQL) %s"
                    exit 0
                fi
                echo '%s' >&2
                exit 1
                """.formatted(version, messages));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Cancellation cancellation = new Cancellation();
        return new Restore(ClientProgram.find(program, cancellation), cancellation);
    }
}
