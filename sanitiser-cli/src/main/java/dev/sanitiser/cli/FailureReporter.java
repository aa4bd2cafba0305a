package dev.sanitiser.cli;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.cli.report.Printable;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says why a command failed, without any text that could quote a cell or a password, and picks the exit code. */
final class FailureReporter {

    private final PrintWriter errors;

    FailureReporter(PrintWriter errors) {
        this.errors = errors;
    }

    int report(Exception exception, CommandLine command) {
        if (!(exception instanceof SanitiserException failure)) {
            return reportBug(exception);
        }
        int exitCode = ExitCodes.of(failure.kind());
        String message = String.valueOf(failure.getMessage());
        boolean reported = command.getCommand() instanceof FailureListener listener
                && listener.reports(failure.kind(), exitCode, message);
        if (!reported) {
            errors.println(Printable.lines(message));
            if (failure.kind() == FailureKind.USAGE) {
                errors.println(helpHint(command));
            }
        }
        return exitCode;
    }

    /** The class and the frames tell where; the message could quote a value, so it stays out. */
    int reportBug(Throwable bug) {
        errors.println("This is a bug in Sanitiser " + Sanitiser.version()
                + ". Please report it with the lines below, which hold no data.");
        stackOf(bug).forEach(errors::println);
        return ExitCodes.BUG;
    }

    static List<String> stackOf(Throwable bug) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable current = bug;
        while (current != null && seen.add(current)) {
            lines.add((current == bug ? "" : "Caused by: ") + current.getClass().getName());
            for (StackTraceElement frame : current.getStackTrace()) {
                lines.add("    at " + frame);
            }
            current = current.getCause();
        }
        return lines;
    }

    int reportUsage(ParameterException exception) {
        errors.println(
                exception instanceof UnmatchedArgumentException unmatched
                        ? describe(unmatched)
                        : exception.getMessage() + ".");
        errors.println(helpHint(exception.getCommandLine()));
        return ExitCodes.USAGE;
    }

    /** Only what looks like an option is quoted, without its value: the argument may be a URL with a password. */
    private static String describe(UnmatchedArgumentException exception) {
        String argument = exception.getUnmatched().get(0);
        Set<String> commands = exception.getCommandLine().getSubcommands().keySet();
        if (!argument.startsWith("-") && !commands.isEmpty()) {
            return "There is no such command. Expected one of " + String.join(", ", commands) + ".";
        }
        if (!argument.startsWith("-")) {
            return "An argument is not expected here: each value follows the name of its option.";
        }
        String option = argument.replaceFirst("=.*", "");
        List<String> suggestions = exception.getSuggestions();
        return "There is no option " + Printable.of(option) + "."
                + (suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?");
    }

    private static String helpHint(CommandLine command) {
        return "See: " + command.getCommandSpec().qualifiedName() + " --help";
    }
}
