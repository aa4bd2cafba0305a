package dev.sanitiser.cli;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.cli.report.PlanJson;
import dev.sanitiser.cli.report.PlanText;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.review.ReviewPage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code plan}: what a dump would do, without reading a row. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Shows what dump would do with every column of every table, and why. Reads the structure of the database and"
                    + " no row."
        })
final class PlanCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SanitiserCommand parent;

    @ArgGroup(validate = false, heading = "%nSource:%n", order = 1)
    private ConnectionOption connection = new ConnectionOption();

    @ArgGroup(validate = false, heading = "%nWhat is copied, and what of it is real:%n", order = 2)
    private PlanningOptions planning = new PlanningOptions();

    @ArgGroup(validate = false, heading = "%nHow it is shown:%n", order = 3)
    private View view = new View();

    @Override
    public Integer call() {
        Surroundings surroundings = parent.surroundings();
        AllowList allowList = planning.readAllowList();
        view.html().ifPresent(ReviewFile::check);
        ConnectionSettings settings = connection.settings(surroundings);
        Source source = Source.of(settings);
        SanitisationPlan plan = Sanitiser.plan(source, allowList, planning.toPlanOptions(), planning.key());
        PrintWriter out = surroundings.output();
        if (view.format == Format.json) {
            out.println(view.sql ? PlanJson.withSql(plan) : PlanJson.of(plan));
        } else {
            PlanText text = new PlanText(surroundings.width(), surroundings.colours());
            (view.sql ? text.withSql(plan) : text.of(plan)).forEach(out::println);
        }
        view.html().ifPresent(file -> file.write(page(plan, settings)));
        return ExitCodes.DONE;
    }

    private static ReviewPage page(SanitisationPlan plan, ConnectionSettings settings) {
        return ReviewPage.of(plan).about(ReviewFile.subject(settings)).madeAt(Instant.now());
    }

    /** The options of this command alone. */
    static final class View {
        @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}")
        private Format format = Format.text;

        @Option(names = "--sql", description = "Add the statement that reads each table.")
        private boolean sql;

        @Option(
                names = "--html",
                paramLabel = "FILE",
                description =
                        "Also write a page for reviewers to this file: one HTML file to search, filter and print.")
        private @Nullable Path html;

        Optional<ReviewFile> html() {
            return Optional.ofNullable(html).map(ReviewFile::new);
        }
    }

    /** picocli shows the constants as they are. */
    enum Format {
        text,
        json
    }
}
