package dev.sanitiser.cli;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.cli.report.DraftJson;
import dev.sanitiser.cli.report.DraftText;
import dev.sanitiser.draft.AllowListDraft;
import dev.sanitiser.postgres.Source;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
        Surroundings surroundings = parent.surroundings();
        AllowListDraft draft = Sanitiser.draft(Source.of(connection.settings(surroundings)), drafting.toDraftOptions());
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
        return ExitCodes.DONE;
    }

    /** The options of this command alone. */
    static final class View {
        @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}")
        private PlanCommand.Format format = PlanCommand.Format.text;
    }
}
