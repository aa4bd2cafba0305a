package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServerTest {

    @Test
    void says_where_it_runs_when_it_does_not_run_here() {
        assertThatThrownBy(() -> DemoServer.refuseOtherPlatforms("Mac OS X", "aarch64"))
                .hasMessage("The demo brings a PostgreSQL for Linux on amd64; this is Mac OS X on aarch64. "
                        + "The other commands work here: try ./sanitiser dump with a database of your own.");
    }

    @Test
    void its_folder_goes_with_all_it_holds(@TempDir Path outside) throws IOException {
        Path kept = Files.writeString(outside.resolve("kept"), "");
        TemporaryFolder folder = TemporaryFolder.create("sanitiser-test-");
        Files.createDirectories(folder.path().resolve("a/b"));
        Files.createSymbolicLink(folder.path().resolve("a/link"), outside);

        folder.close();

        assertThat(folder.path()).doesNotExist();
        assertThat(kept).exists();
    }
}
