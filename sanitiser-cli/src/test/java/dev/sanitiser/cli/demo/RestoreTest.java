package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.Cancellation;
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
        Restore restore = restoreBy("15.18", 15, "pg_restore: error: disk full");

        assertThatThrownBy(() -> run(restore))
                .hasMessage("pg_restore 15.18 did not restore the demo's dump:\npg_restore: error: disk full");
    }

    @Test
    void accepts_that_an_older_server_lacks_transaction_timeout() throws IOException {
        Restore restore = restoreBy("17.2", 17, UNKNOWN_TIMEOUT);

        assertThatCode(() -> run(restore)).doesNotThrowAnyException();
    }

    @Test
    void accepts_nothing_beside_the_missing_timeout() throws IOException {
        Restore restore = restoreBy("17.2", 17, UNKNOWN_TIMEOUT + "\npg_restore: error: disk full");

        assertThatThrownBy(() -> run(restore)).hasMessageEndingWith("\npg_restore: error: disk full");
    }

    private void run(Restore restore) {
        restore.run(folder.resolve("a.dump"), new ConnectionSettings("localhost", 1, "copy", "me", "", Map.of()));
    }

    private Restore restoreBy(String version, int majorVersion, String messages) throws IOException {
        Path program = folder.resolve("pg_restore");
        Files.writeString(program, "#!/bin/sh\ncat <<'END' >&2\n" + messages + "\nEND\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Restore(new ClientProgram(program.toString(), version, majorVersion), new Cancellation());
    }
}
