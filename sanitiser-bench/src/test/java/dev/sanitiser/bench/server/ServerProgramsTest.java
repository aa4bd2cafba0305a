package dev.sanitiser.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_newest_server_counts_and_client_programs_alone_are_none() throws IOException {
        install("9.6", "initdb", "pg_ctl", "postgres");
        install("15", "initdb", "pg_ctl", "postgres");
        install("9", "initdb", "pg_ctl", "postgres");
        install("100", "pg_dump");

        assertThat(ServerPrograms.newest(folder)).contains(new ServerPrograms(folder.resolve("15/bin")));
        assertThat(ServerPrograms.newest(folder.resolve("15"))).isEmpty();
        assertThat(ServerPrograms.newest(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void an_installed_server_serves_until_it_is_closed() throws SQLException {
        Assumptions.assumeTrue(ServerPrograms.newest().isPresent(), "no PostgreSQL server is installed");
        ServerPrograms programs = ServerPrograms.newest().orElseThrow();

        PrivateServer server = PrivateServer.installed(folder, programs);
        long postmaster = server.process().orElseThrow().postmaster();
        try (server;
                Connection connection =
                        server.settings("postgres").dataSource("test").getConnection();
                ResultSet answer = connection
                        .createStatement()
                        .executeQuery("SELECT current_setting('shared_buffers'), current_setting('fsync'),"
                                + " current_setting('server_version_num')::int / 10000")) {
            answer.next();
            assertThat(List.of(answer.getString(1), answer.getString(2), answer.getString(3)))
                    .containsExactly(
                            "1GB",
                            "off",
                            programs.folder()
                                    .getName(programs.folder().getNameCount() - 2)
                                    .toString());
            assertThat(ProcessHandle.of(postmaster)).isPresent();
        }

        assertThat(ProcessHandle.of(postmaster)).isEmpty();
    }

    @Test
    void a_program_that_fails_is_quoted() throws IOException {
        Path programs = install("15", "initdb");
        Files.writeString(programs.resolve("initdb"), "#!/bin/sh\necho no space left; exit 1\n");

        assertThatThrownBy(() -> PrivateServer.installed(folder, new ServerPrograms(programs)))
                .isInstanceOf(SanitiserException.class)
                .hasMessage(programs.resolve("initdb") + " failed: no space left\n--programs names another server's"
                        + " programs, --url a server to use instead.");
    }

    @Test
    void a_server_that_does_not_start_says_why() {
        Assumptions.assumeTrue(ServerPrograms.newest().isPresent(), "no PostgreSQL server is installed");
        ServerPrograms programs = ServerPrograms.newest().orElseThrow();
        Path data = folder.resolve("data");
        programs.initialise(data, "postgres");

        assertThatThrownBy(() -> programs.start(data, 0, Map.of("shared_buffers", "plenty")))
                .isInstanceOf(SanitiserException.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"plenty\"");
    }

    private Path install(String version, String... programs) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(version).resolve("bin"));
        for (String program : List.of(programs)) {
            Files.createFile(
                    bin.resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return bin;
    }
}
