package dev.sanitiser.cli;

import dev.sanitiser.cli.report.GeneratorReport;
import dev.sanitiser.fake.GeneratorDescription;
import dev.sanitiser.fake.Generators;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code generators}: what an allow list can name under {@code fake}. */
@Command(
        name = "generators",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists the generators that an allow list can name: what each makes, for which types, with which parameters, and"
                    + " an example. Needs no database."
        })
final class GeneratorsCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SanitiserCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "The language and region of the examples, such as en-GB or de. Default: en-GB")
    private @Nullable String locale;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}")
    private PlanCommand.Format format = PlanCommand.Format.text;

    @Override
    public Integer call() {
        PrintWriter out = parent.surroundings().output();
        List<GeneratorDescription> generators = generators().descriptions();
        if (format == PlanCommand.Format.json) {
            out.println(GeneratorReport.json(generators));
        } else {
            GeneratorReport.lines(generators, parent.surroundings().width()).forEach(out::println);
        }
        return ExitCodes.DONE;
    }

    private Generators generators() {
        Generators all = Generators.discovered();
        if (locale == null) {
            return all;
        }
        try {
            return all.withLocale(Locale.forLanguageTag(locale));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--locale: " + e.getMessage(), e);
        }
    }
}
