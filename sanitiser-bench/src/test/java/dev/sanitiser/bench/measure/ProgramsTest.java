package dev.sanitiser.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    private static final String COUNT = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void counts_the_CPU_time_of_children_and_of_theirs() throws Exception {
        Duration before = ClientCpu.total();

        new Programs(folder).run(shell("sh -c '" + COUNT + "'; true"), Map.of());

        assertThat(ClientCpu.total().minus(before)).isPositive();
    }

    @Test
    void tells_the_memory_of_a_program_that_lives_long_enough() throws Exception {
        long peak = new Programs(folder).run(shell(COUNT + COUNT), Map.of());

        assertThat(peak).isBetween(100_000L, 100_000_000L);
    }

    @Test
    void fails_with_the_program_s_own_words() {
        assertThatThrownBy(() -> new Programs(folder).run(shell("echo no luck >&2; exit 3"), Map.of()))
                .isInstanceOf(ProgramFailure.class)
                .hasMessage("sh ended with exit code 3: no luck");
    }

    @Test
    void says_what_is_missing() {
        assertThatThrownBy(() -> new Programs(folder).run(List.of("no-such-program"), Map.of()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("Could not start no-such-program. The benchmark needs PostgreSQL's client programs (Debian:"
                        + " apt-get install postgresql-client).");
    }

    @Test
    void starts_nothing_once_closed() {
        Programs programs = new Programs(folder);
        programs.close();

        assertThatThrownBy(() -> programs.run(shell("true"), Map.of())).hasMessage("The benchmark was stopped.");
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }
}
