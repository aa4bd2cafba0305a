package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.archive.Compression;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.plan.PseudonymKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DumpOptionsTest {

    private static final PlanOptions PLAN = new PlanOptions(Set.of("shop"), Set.of(), UnclassifiedColumns.ERROR);

    @Test
    void each_method_changes_one_thing_and_keeps_the_others() {
        Cancellation cancellation = new Cancellation();
        PseudonymKey key = PseudonymKey.random();

        DumpOptions options = DumpOptions.defaults()
                .withPlan(PLAN)
                .withStrategy(Strategy.STREAM)
                .withJobs(3)
                .withCompression(Compression.none())
                .withMaxRate(1_000)
                .withLockTimeout(Duration.ofSeconds(1))
                .withStatementTimeout(Duration.ofSeconds(2))
                .withMaxDuration(Duration.ofSeconds(3))
                .withComments(DumpOptions.Comments.KEEP)
                .withEventTriggers(DumpOptions.EventTriggers.LET_FIRE)
                .withLabel("the shop")
                .withPgDump(Path.of("dump"))
                .withPgRestore(Path.of("restore"))
                .withKey(key)
                .withCancellation(cancellation);

        assertThat(options)
                .isEqualTo(new DumpOptions(
                        PLAN,
                        Strategy.STREAM,
                        3,
                        Compression.none(),
                        OptionalLong.of(1_000),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Optional.of(Duration.ofSeconds(3)),
                        DumpOptions.Comments.KEEP,
                        DumpOptions.EventTriggers.LET_FIRE,
                        "the shop",
                        Path.of("dump"),
                        Path.of("restore"),
                        key,
                        cancellation));
    }

    @Test
    void leaves_the_options_alone_that_it_began_with() {
        DumpOptions defaults = DumpOptions.defaults().withJobs(2);

        DumpOptions changed = defaults.withJobs(5);

        assertThat(defaults.jobs()).isEqualTo(2);
        assertThat(changed.jobs()).isEqualTo(5);
    }

    @Test
    void refuses_what_no_run_can_have() {
        DumpOptions defaults = DumpOptions.defaults();

        assertThatThrownBy(() -> defaults.withJobs(0)).hasMessage("jobs must be at least 1");
        assertThatThrownBy(() -> defaults.withMaxRate(0)).hasMessage("maxRate must be at least 1");
        assertThatThrownBy(() -> defaults.withLockTimeout(Duration.ZERO))
                .hasMessage("lockTimeout must be longer than zero");
        assertThatThrownBy(() -> defaults.withStatementTimeout(Duration.ofMillis(-1)))
                .hasMessage("statementTimeout must not be negative");
        assertThatThrownBy(() -> defaults.withMaxDuration(Duration.ZERO))
                .hasMessage("maxDuration must be longer than zero");
    }
}
