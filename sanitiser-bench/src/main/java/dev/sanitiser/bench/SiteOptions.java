package dev.sanitiser.bench;

import dev.sanitiser.bench.server.GivenServer;
import dev.sanitiser.bench.server.PrivateServer;
import dev.sanitiser.bench.server.Server;
import dev.sanitiser.bench.server.ServerPrograms;
import dev.sanitiser.bench.server.WorkFolder;
import dev.sanitiser.bench.variant.Program;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server and which Sanitiser are measured, and where. */
final class SiteOptions {

    private static final Path BUNDLED = Path.of("bundled");

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often everything is measured. Default: ${DEFAULT-VALUE}")
    private int rounds = 3;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the figures, and every single measurement, to this file.")
    private @Nullable Path json;

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            description = "For Sanitiser's JVM, such as --java-options=-Xmx64m")
    private String javaOptions = "";

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The sanitiser.jar to measure, instead of the one built from the sources here.")
    private @Nullable Path jar;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A server to use instead of one of the benchmark's own; the role must be allowed to create"
                    + " databases. Its CPU time is not measured.")
    private @Nullable String url;

    @Option(
            names = "--programs",
            paramLabel = "DIR",
            description = "The programs of the PostgreSQL server to measure, such as /usr/lib/postgresql/15/bin, or"
                    + " @|bold bundled|@. Default: the newest in /usr/lib/postgresql, else the bundled ones")
    private @Nullable Path programs;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the server and the dumps lie: six times the size of the database, at the most."
                    + " Default: target, beside the script")
    private @Nullable Path folder;

    /** @throws SanitiserException of kind USAGE for values that no run can have */
    void check() {
        if (rounds < 1) {
            throw new SanitiserException(FailureKind.USAGE, "--rounds must be 1 or more.");
        }
        if (programs != null && url != null) {
            throw new SanitiserException(FailureKind.USAGE, "--programs and --url exclude each other.");
        }
        if (programs != null && !programs.equals(BUNDLED) && !new ServerPrograms(programs).areThere()) {
            throw new SanitiserException(
                    FailureKind.USAGE, "There are no initdb, pg_ctl and postgres in " + programs + ".");
        }
        if (jar != null && !Files.isReadable(jar)) {
            throw new SanitiserException(FailureKind.USAGE, "There is no jar " + jar + " that can be read.");
        }
    }

    int rounds() {
        return rounds;
    }

    Optional<Path> json() {
        return Optional.ofNullable(json);
    }

    Path folder(Path home) {
        return folder == null ? home.resolve("target") : folder;
    }

    Program program(Path home) {
        return new Program(
                home.resolve("sanitiser"),
                Optional.ofNullable(jar).map(Path::toAbsolutePath),
                javaOptions.isBlank() ? List.of() : List.of(javaOptions.strip().split("\\s+")));
    }

    Server server(WorkFolder work) {
        return url == null
                ? privateServer(work.subfolder("server"))
                : new GivenServer(ConnectionSettings.resolve(
                        Optional.of(url), System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    private Server privateServer(Path data) {
        if (programs == null) {
            return PrivateServer.start(data);
        }
        return programs.equals(BUNDLED)
                ? PrivateServer.bundled(data)
                : PrivateServer.installed(data, new ServerPrograms(programs));
    }
}
