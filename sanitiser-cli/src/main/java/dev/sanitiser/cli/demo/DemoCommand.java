package dev.sanitiser.cli.demo;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpTarget;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.cli.signal.Interruption;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.postgres.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: invented data in, a sanitised dump out, and its restore beside the original. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole job on this machine: starts a PostgreSQL of its own with invented data, dumps it with the"
                    + " demo's allow list, restores the dump with pg_restore and prints rows before and after.",
            "Nothing stays but the dump."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final String PRODUCTION = "demo_production";
    private static final String COPY = "demo_copy";

    /** The launcher sets it to the repository's root. */
    private static final String HOME_PROPERTY = "sanitiser.home";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "demo.dump",
            description = "The dump to make; an existing file is replaced. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--pg-dump",
            paramLabel = "PROGRAM",
            defaultValue = "pg_dump",
            description = "Which pg_dump to use. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path pgDump;

    @Option(
            names = "--pg-restore",
            paramLabel = "PROGRAM",
            defaultValue = "pg_restore",
            description = "Which pg_restore to use. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path pgRestore;

    @Override
    public Integer call() {
        Cancellation cancellation = new Cancellation();
        try (Interruption interruption =
                Interruption.listen(cancellation, spec.commandLine().getErr())) {
            run(cancellation);
            interruption.succeeded();
        }
        return 0;
    }

    private void run(Cancellation cancellation) {
        find(pgDump, cancellation);
        Restore restore = new Restore(find(pgRestore, cancellation), cancellation);
        say("Starting PostgreSQL " + DemoServer.MAJOR_VERSION + " in a temporary folder ...");
        try (DemoServer server = DemoServer.start()) {
            show(server, restore, cancellation);
        } catch (SanitiserException e) {
            cancellation.throwIfCancelled();
            throw e;
        } catch (SQLException | DataAccessException e) {
            cancellation.throwIfCancelled();
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "The demo's PostgreSQL stopped answering; try once more.");
        }
    }

    private static ClientProgram find(Path path, Cancellation cancellation) {
        ClientProgram program = ClientProgram.find(path, cancellation);
        if (program.majorVersion() < DemoServer.MAJOR_VERSION) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT,
                    path + " is version " + program.version() + "; the demo's server needs version "
                            + DemoServer.MAJOR_VERSION + " or newer. Run: apt-get install --yes postgresql-client-"
                            + DemoServer.MAJOR_VERSION);
        }
        return program;
    }

    private void show(DemoServer server, Restore restore, Cancellation cancellation) throws SQLException {
        say("Loading a shop's database of invented people ...");
        DataSource production = server.createDatabase(PRODUCTION);
        DemoDatabase.load(production);
        cancellation.throwIfCancelled();

        say("Making a sanitised dump of it with allow_list.json ...");
        Source source = new Source(production, server.settings(PRODUCTION));
        DumpReport report = dump(source, cancellation);

        say("Restoring the dump with pg_restore " + restore.program().version() + " into an empty database ...");
        DataSource copy = server.createDatabase(COPY);
        restore.run(target(), server.settings(COPY));

        DemoSummary summary = new DemoSummary(report, target());
        summary.compare(production, copy, ansi()).forEach(this::say);
        summary.conclusion().forEach(this::say);
    }

    private DumpReport dump(Source source, Cancellation cancellation) {
        return Sanitiser.dump(
                source,
                DemoDatabase.allowList(
                        Optional.ofNullable(System.getProperty(HOME_PROPERTY)).map(Path::of)),
                options(cancellation),
                DumpTarget.file(target()),
                DumpListener.silent());
    }

    private DumpOptions options(Cancellation cancellation) {
        return DumpOptions.defaults()
                .withLabel(PRODUCTION)
                .withPgDump(pgDump)
                .withPgRestore(pgRestore)
                .withCancellation(cancellation);
    }

    private Path target() {
        return output.toAbsolutePath().normalize();
    }

    private Ansi ansi() {
        return spec.commandLine().getColorScheme().ansi();
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
