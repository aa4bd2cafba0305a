package dev.sanitiser.cli.demo;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client program of PostgreSQL that is installed on this machine.
 *
 * @param version as it prints it, such as {@code 15.18}
 */
record ClientProgram(String name, String version, int majorVersion) {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)\\S*)");

    /**
     * @throws SanitiserException of kind ENVIRONMENT if it is missing or older than the server, with the line to run
     */
    static ClientProgram find(String name, int serverMajorVersion) {
        ClientProgram program = parse(name, versionLine(name));
        if (program.majorVersion() < serverMajorVersion) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    name + " is version " + program.version() + "; the demo's server needs version "
                            + serverMajorVersion + " or newer. Run: apt-get install --yes postgresql-client-"
                            + serverMajorVersion);
        }
        return program;
    }

    private static ClientProgram parse(String name, String versionLine) {
        Matcher matcher = VERSION.matcher(versionLine);
        if (!matcher.find()) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, name + " --version did not print a version of PostgreSQL.");
        }
        return new ClientProgram(name, matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    private static String versionLine(String name) {
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    name + " was not found; the demo needs PostgreSQL's client programs. Run: "
                            + "apt-get install --yes postgresql-client");
        }
    }
}
