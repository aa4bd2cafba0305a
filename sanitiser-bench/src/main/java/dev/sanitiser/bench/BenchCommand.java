package dev.sanitiser.bench;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.bench.report.BenchResult;
import dev.sanitiser.bench.report.BoundsTable;
import dev.sanitiser.bench.report.DatabaseResult;
import dev.sanitiser.bench.report.DatabaseTable;
import dev.sanitiser.bench.report.PlanResult;
import dev.sanitiser.bench.report.PlanTable;
import dev.sanitiser.bench.report.ResultJson;
import dev.sanitiser.bench.server.Shape;
import dev.sanitiser.bench.variant.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: dumps a database in all ways, in turn, and compares what that took. */
@Command(
        name = "./bench",
        mixinStandardHelpOptions = true,
        versionProvider = BenchCommand.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Builds a database and dumps it in turn by pg_dump, by the first system's method and by Sanitiser, round"
                    + " after round; prints medians and ratios. docs/performance.md says how each figure is taken."
        },
        footer = {"", "Inner loops: ./bench jmh [PATTERN]"})
final class BenchCommand implements Callable<Integer> {

    private final Path home;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(validate = false, heading = "%nWhat is dumped:%n", order = 1)
    private ComparisonOptions comparison = new ComparisonOptions();

    @ArgGroup(validate = false, heading = "%nWhere, and by what:%n", order = 2)
    private SiteOptions site = new SiteOptions();

    /** @param home the repository's root */
    BenchCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        comparison.check();
        site.check();
        List<Variant> variants = comparison.variants(site.program(home));
        try (Undo undo = Undo.listening(spec.commandLine().getErr())) {
            run(Bench.open(site, home, undo, spec.commandLine().getErr()), variants);
        }
        return 0;
    }

    private void run(Bench bench, List<Variant> variants) throws IOException, InterruptedException {
        Map<String, String> circumstances = Circumstances.of(bench, comparison);
        print(circumstances.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .toList());
        Comparison dumps = new Comparison(comparison.settings(site.rounds()), variants, bench);
        List<DatabaseResult> databases = new ArrayList<>();
        for (Shape shape : comparison.shapes()) {
            for (BigDecimal size : comparison.sizes()) {
                DatabaseResult database = dumps.run(shape, size);
                databases.add(database);
                print(DatabaseTable.of(database));
            }
        }
        BenchResult result = new BenchResult(circumstances, databases, plan(bench));
        print(BoundsTable.of(result));
        if (site.json().isPresent()) {
            Files.writeString(site.json().get(), ResultJson.of(result) + "\n");
        }
    }

    private Optional<PlanResult> plan(Bench bench) throws IOException, InterruptedException {
        if (!comparison.plans()) {
            return Optional.empty();
        }
        PlanResult plan = new PlanTiming(bench).run(site.rounds());
        print(PlanTable.of(plan));
        return Optional.of(plan);
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        lines.forEach(out::println);
        out.flush();
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Sanitiser " + Sanitiser.version()};
        }
    }
}
