package dev.sanitiser.cli;

import dev.sanitiser.cli.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program itself: without a command it shows what there is. */
@Command(
        name = "sanitiser",
        description = {
            "Makes a sanitised copy of a PostgreSQL database: a dump that stock pg_restore restores, with the same"
                    + " structure and row counts, and not one real value outside your allow list.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DumpCommand.class,
            InitCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            GeneratorsCommand.class,
            InfoCommand.class,
            DemoCommand.class
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "Options:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a bug in Sanitiser",
            "2:the command line is wrong",
            "3:the allow list or the plan does not fit the database; no sanitised copy",
            "4:the database, a program, a privilege or the file system stood in the way",
            "5:the finished archive is not what the plan promised",
            "130:interrupted"
        },
        footer = {"%nTo see it work on invented data: sanitiser demo"})
final class SanitiserCommand implements Runnable {

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    SanitiserCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing");
    }
}
