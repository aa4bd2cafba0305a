package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClientProgramTest {

    @Test
    void knows_its_version() {
        ClientProgram program = ClientProgram.find("pg_restore", 14);

        assertThat(program.version()).startsWith(program.majorVersion() + ".");
    }

    @Test
    void says_how_to_install_what_is_missing() {
        assertThatThrownBy(() -> ClientProgram.find("pg_nothing", 15))
                .hasMessage("pg_nothing was not found; the demo needs PostgreSQL's client programs. "
                        + "Run: apt-get install --yes postgresql-client");
    }

    @Test
    void says_how_to_replace_what_is_too_old() {
        String version = ClientProgram.find("pg_restore", 14).version();

        assertThatThrownBy(() -> ClientProgram.find("pg_restore", 99))
                .hasMessage("pg_restore is version " + version + "; the demo's server needs version 99 or newer. "
                        + "Run: apt-get install --yes postgresql-client-99");
    }
}
