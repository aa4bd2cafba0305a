package dev.sanitiser.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random databases with random allow lists. Each is refused by the plan for a reason, or dumped and restored, and then
 * the copy has what the list keeps and nothing else.
 *
 * <p>Case after case takes the next seed; {@code -Dsanitiser.torture.seed=S -Dsanitiser.torture.cases=N} runs others
 * than usual. A case that fails leaves a script under {@code target}.
 */
class TortureTest {

    private static final long USUAL_SEED = 20_261_122;

    @TempDir
    Path folder;

    @Test
    void random_databases_are_refused_or_restore() throws IOException, SQLException {
        torture(Long.getLong("sanitiser.torture.seed", USUAL_SEED), Integer.getInteger("sanitiser.torture.cases", 25));
    }

    @Test
    @Tag("nightly")
    void many_random_databases_are_refused_or_restore() throws IOException, SQLException {
        long random = ThreadLocalRandom.current().nextInt(1_000_000_000);
        torture(Long.getLong("sanitiser.torture.seed", random), Integer.getInteger("sanitiser.torture.cases", 500));
    }

    private void torture(long firstSeed, int cases) throws IOException, SQLException {
        TortureReport report = new TortureReport();
        for (int i = 0; i < cases; i++) {
            report.add(TortureCase.run(firstSeed + i, folder));
        }
        System.out.println("Torture from seed " + firstSeed + ": " + report.summary());
        assertThat(report.failures()).as("first seed %d", firstSeed).isEmpty();
    }
}
