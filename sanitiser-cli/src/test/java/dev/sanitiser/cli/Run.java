package dev.sanitiser.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** What the command line did with some arguments, in this JVM. */
record Run(int exitCode, String output, String errors) {

    static Run of(String... arguments) {
        return of(Map.of(), arguments);
    }

    static Run of(Map<String, String> environment, String... arguments) {
        return of(environment, new ByteArrayOutputStream(), arguments);
    }

    /** @param rawOutput what archives go to */
    static Run of(Map<String, String> environment, OutputStream rawOutput, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new PrintWriter(output),
                new PrintWriter(errors),
                rawOutput,
                false,
                false,
                environment,
                Path.of("nowhere"));
        int exitCode = Main.run(arguments, surroundings);
        return new Run(exitCode, output.toString(), errors.toString());
    }
}
