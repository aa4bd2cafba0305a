package dev.sanitiser.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Runs the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args, Surroundings.ofProcess()));
    }

    static int run(String[] args, Surroundings surroundings) {
        CommandLine commandLine = commandLine(surroundings);
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            return new FailureReporter(surroundings.errors()).reportBug(e);
        } finally {
            surroundings.output().flush();
            surroundings.errors().flush();
        }
    }

    static CommandLine commandLine(Surroundings surroundings) {
        FailureReporter failures = new FailureReporter(surroundings.errors());
        return new CommandLine(new SanitiserCommand(surroundings))
                .setOut(surroundings.output())
                .setErr(surroundings.errors())
                .setColorScheme(Help.defaultColorScheme(surroundings.colours() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(Math.min(100, surroundings.width()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // An argument that begins with @ is data, not the name of a file to read arguments from.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((exception, command, parsed) -> failures.report(exception, command))
                .setParameterExceptionHandler((exception, args) -> failures.reportUsage(exception));
    }
}
