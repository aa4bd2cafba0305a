package dev.sanitiser.cli.report;

import dev.sanitiser.drift.Drift;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drift as annotations of a pull request: GitHub's workflow commands, one a line. Errors come first, because GitHub
 * shows ten annotations of a step.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">the manual</a>
 */
final class DriftGithub {

    private final SourcePath paths;

    DriftGithub(SourcePath paths) {
        this.paths = paths;
    }

    String of(Drift drift) {
        String file = paths.of(drift.source());
        return Stream.concat(FindingGroup.of(drift.errors()).stream(), FindingGroup.of(drift.notices()).stream())
                .map(g -> command(file, g) + "\n")
                .collect(Collectors.joining());
    }

    private static String command(String file, FindingGroup group) {
        String place = group.location()
                .map(l -> ",line=" + l.line() + ",col=" + l.column())
                .orElse("");
        String remedy = group.remedy()
                .filter(r -> group.isError())
                .map(r -> "\n" + Printable.of(r.toString()))
                .orElse("");
        return (group.isError() ? "::error" : "::notice") + " file=" + property(Printable.of(file)) + place + ",title="
                + property(group.first().kind().id()) + "::" + data(group.message() + remedy);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
