package dev.sanitiser.cli;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.cli.report.DraftJson;
import dev.sanitiser.cli.report.DraftText;
import dev.sanitiser.draft.AllowListDraft;
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

/** {@code init}: a first allow list for a live schema. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Drafts an allow list: keys and what looks safe is proposed as kept, everything else is faked. Shows the"
                    + " verdict on every column and why. PostgreSQL itself counts what a sample of the rows looks like;"
                    + " no value leaves the server, and nothing is written there. Read the draft before you use it."
        },
        footer = {
            "",
            "Example:",
            "  sanitiser init --url postgresql://reader@db.example/shop",
            "  sanitiser plan --url postgresql://reader@db.example/shop"
        })
final class InitCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SanitiserCommand parent;

    @ArgGroup(validate = false, heading = "%nSource:%n", order = 1)
    private ConnectionOption connection = new ConnectionOption();

    @ArgGroup(validate = false, heading = "%nWhat is looked at:%n", order = 2)
    private DraftingOptions drafting = new DraftingOptions();

    @ArgGroup(validate = false, heading = "%nWhere the list goes:%n", order = 3)
    private ListTarget target = new ListTarget();

    @ArgGroup(validate = false, heading = "%nHow the verdicts are shown:%n", order = 4)
    private View view = new View();

    @Override
    public Integer call() {
        target.check();
        view.html().ifPresent(ReviewFile::check);
        Surroundings surroundings = parent.surroundings();
        ConnectionSettings settings = connection.settings(surroundings);
        AllowListDraft draft = Sanitiser.draft(Source.of(settings), drafting.toDraftOptions());
        boolean isPrinted = target.isStandardOutput();
        target.write(draft, surroundings.output());
        PrintWriter out = isPrinted ? surroundings.errors() : surroundings.output();
        if (view.format == PlanCommand.Format.json) {
            out.println(DraftJson.of(draft));
        } else {
            new DraftText(surroundings.width(), !isPrinted && surroundings.colours())
                    .of(draft, target.name())
                    .forEach(out::println);
        }
        view.html().ifPresent(file -> file.write(page(draft, settings), inPlaceBut(file)));
        return ExitCodes.DONE;
    }

    private static ReviewPage page(AllowListDraft draft, ConnectionSettings settings) {
        return ReviewPage.of(draft).about(ReviewFile.subject(settings)).madeAt(Instant.now());
    }

    private String inPlaceBut(ReviewFile file) {
        return "The list is in place (" + target.name() + "), but its review page cannot be written to " + file.path()
                + ".";
    }

    /** The options of this command alone. */
    static final class View {
        @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}")
        private PlanCommand.Format format = PlanCommand.Format.text;

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
}
