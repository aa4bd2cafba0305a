package dev.sanitiser.bench;

import dev.sanitiser.bench.measure.ProgramFailure;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** The benchmark's command line. */
public final class Main {

    private static final int FAILED = 4;

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            bench(args);
        }
    }

    private static void bench(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("sanitiser.home", "")).toAbsolutePath();
        System.exit(run(args, home, out, errors));
    }

    /** @param home the repository's root */
    static int run(String[] args, Path home, PrintWriter out, PrintWriter errors) {
        return new CommandLine(new BenchCommand(home))
                .setOut(out)
                .setErr(errors)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((exception, command, parsed) -> report(exception, errors))
                .execute(args);
    }

    private static int report(Exception exception, PrintWriter errors) {
        if (exception instanceof SanitiserException failure) {
            errors.println(failure.getMessage());
            return failure.kind() == FailureKind.USAGE ? CommandLine.ExitCode.USAGE : FAILED;
        }
        if (exception instanceof ProgramFailure) {
            errors.println(exception.getMessage());
            return FAILED;
        }
        exception.printStackTrace(errors);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
