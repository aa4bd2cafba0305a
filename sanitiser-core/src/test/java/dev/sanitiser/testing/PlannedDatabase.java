package dev.sanitiser.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpTarget;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A database that a test makes plans for; allow lists are called {@code list.json}. */
public record PlannedDatabase(TestDatabase database) implements AutoCloseable {

    public static PlannedDatabase of(String script) {
        return new PlannedDatabase(TestDatabase.create().run(script));
    }

    public SanitisationPlan plan(String allowList) {
        return plan(allowList, PlanOptions.defaults());
    }

    public SanitisationPlan plan(String allowList, PlanOptions options) {
        return Sanitiser.plan(database.dataSource(), AllowList.parse(allowList, "list.json"), options);
    }

    /** The plan of one table in schema {@code public}. */
    public TablePlan table(String name, String allowList) {
        return plan(allowList).tables().stream()
                .filter(t -> t.name().equals(new QualifiedName("public", name)))
                .findFirst()
                .orElseThrow();
    }

    /** The problems for which a plan is refused, each on a line of its own that begins with a hyphen. */
    public String refusal(String allowList) {
        return refusal(allowList, PlanOptions.defaults());
    }

    public String refusal(String allowList, PlanOptions options) {
        SanitiserException refusal = catchThrowableOfType(SanitiserException.class, () -> plan(allowList, options));
        assertThat(refusal).as("the plan must be refused").isNotNull();
        assertThat(refusal.kind()).isEqualTo(FailureKind.PLAN);
        String problems = Objects.requireNonNull(refusal.getMessage());
        long count = problems.lines().filter(l -> l.startsWith("- ")).count();
        String headline =
                "The allow list does not fit the database (" + count + (count == 1 ? " problem):\n" : " problems):\n");
        assertThat(problems).startsWith(headline);
        return problems.substring(headline.length());
    }

    /** A dump, restored by stock pg_restore without a word. */
    public TestDatabase copy(String allowList, DumpOptions options) {
        try {
            Path folder = Files.createTempDirectory("planned");
            Path dump = folder.resolve("copy.dump");
            Sanitiser.dump(
                    Source.of(database.dataSource()),
                    AllowList.parse(allowList, "list.json"),
                    options,
                    DumpTarget.file(dump),
                    DumpListener.silent());
            TestDatabase copy = TestDatabase.create();
            assertThat(CommandLine.run("pg_restore", "-d", copy.name(), dump.toString()))
                    .isEqualTo(new CommandLine(0, "", ""));
            Files.delete(dump);
            Files.delete(folder);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
