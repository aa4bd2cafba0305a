package dev.sanitiser.cli;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.ReadAllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.cli.report.DriftReport;
import dev.sanitiser.drift.AllowListRewriter;
import dev.sanitiser.drift.Drift;
import dev.sanitiser.drift.Finding;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code check}: whether the allow list and the schema agree. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Says whether the allow list and the schema of a database agree. Reads the structure and no row: a freshly"
                    + " migrated, empty database and a role that may connect are enough. Exit code 0 if they agree, 3 if"
                    + " not. With --strict, each table must be listed as well, unless the list sets unlisted."
        })
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SanitiserCommand parent;

    @ArgGroup(validate = false, heading = "%nSource:%n", order = 1)
    private ConnectionOption connection = new ConnectionOption();

    @ArgGroup(validate = false, heading = "%nWhat is checked:%n", order = 2)
    private SelectionOptions selection = new SelectionOptions();

    @ArgGroup(validate = false, heading = "%nWhat becomes of it:%n", order = 3)
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() {
        return selection.examineAllowList().match(list -> check(list.allowList()), this::unreadable);
    }

    private int unreadable(ReadAllowList.Unreadable list) {
        return report(Drift.of(list), List.of());
    }

    private int check(AllowList allowList) {
        PlanOptions options = selection.toPlanOptions();
        Catalog catalog = Sanitiser.catalog(Source.of(connection.settings(parent.surroundings())));
        Drift drift = Drift.between(catalog, allowList, options);
        if (!outcome.write) {
            return report(drift, List.of());
        }
        List<Finding> mended = AllowListRewriter.rewrite(selection.allowList(), allowList, drift);
        return report(Drift.between(catalog, selection.readAllowList(), options), mended);
    }

    private int report(Drift drift, List<Finding> mended) {
        Surroundings surroundings = parent.surroundings();
        DriftReport text = DriftReport.text(surroundings.colours());
        DriftReport wanted = switch (outcome.format) {
            case text -> text;
            case json -> DriftReport.json();
            case junit -> DriftReport.junit();
            case github -> DriftReport.github(workspace());
            case sarif -> DriftReport.sarif(workspace());
        };
        if (outcome.output == null) {
            surroundings.output().print(wanted.of(drift, mended));
        } else {
            write(outcome.output, wanted.of(drift, mended));
            surroundings.output().print(text.of(drift, mended));
        }
        return drift.exists() ? ExitCodes.of(FailureKind.PLAN) : ExitCodes.DONE;
    }

    /** What paths of annotations are relative to: the repository in GitHub's own runners, otherwise where we are. */
    private Path workspace() {
        String workspace = parent.surroundings().environment().getOrDefault("GITHUB_WORKSPACE", "");
        return Path.of(workspace).toAbsolutePath();
    }

    private static void write(Path file, String report) {
        try {
            Files.writeString(file, report);
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    "The report cannot be written to " + file
                            + ": --output must name a file in a folder that exists and" + " takes new files.");
        }
    }

    /** The options of this command alone. */
    static final class Outcome {
        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "text, json, junit (XML), github (annotations of a workflow run) or sarif. Default:"
                        + " ${DEFAULT-VALUE}")
        private Format format = Format.text;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "Write the report to this file, and text to standard output.")
        private @Nullable Path output;

        @Option(
                names = "--write",
                description = "Update the allow list: remove what does not exist any more and, with --strict, add new"
                        + " columns under fake. Everything else in the file stays as it is. What is left to decide is"
                        + " reported.")
        private boolean write;
    }

    /** picocli shows the constants as they are. */
    enum Format {
        text,
        json,
        junit,
        github,
        sarif
    }
}
