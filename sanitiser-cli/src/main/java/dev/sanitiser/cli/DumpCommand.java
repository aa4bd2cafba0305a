package dev.sanitiser.cli;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpReport;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.cli.progress.JsonProgress;
import dev.sanitiser.cli.progress.PlainProgress;
import dev.sanitiser.cli.progress.Progress;
import dev.sanitiser.cli.progress.SilentProgress;
import dev.sanitiser.cli.progress.TerminalProgress;
import dev.sanitiser.cli.report.DumpReportJson;
import dev.sanitiser.cli.report.DumpSummary;
import dev.sanitiser.cli.signal.Interruption;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.review.ReviewPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code dump}: the job. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Writes a sanitised dump of a database: columns of the allow list as they are, everything else replaced by"
                    + " fakes. pg_restore restores it as it would the raw dump."
        },
        footer = {
            "",
            "Example:",
            "  sanitiser dump --url postgresql://reader@db.example/shop --output shop.dump",
            "  pg_restore --dbname=shop_dev shop.dump"
        })
final class DumpCommand implements Callable<Integer>, FailureListener {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SanitiserCommand parent;

    @ArgGroup(validate = false, heading = "%nSource:%n", order = 1)
    private ConnectionOption connection = new ConnectionOption();

    @ArgGroup(validate = false, heading = "%nWhat is copied, and what of it is real:%n", order = 2)
    private PlanningOptions planning = new PlanningOptions();

    @ArgGroup(validate = false, heading = "%nWhere it goes:%n", order = 3)
    private TargetOptions target = new TargetOptions();

    @ArgGroup(validate = false, heading = "%nHow the run behaves:%n", order = 4)
    private RunOptions run = new RunOptions();

    @ArgGroup(validate = false, heading = "%nWhat it says:%n", order = 5)
    private LogOptions log = new LogOptions();

    @Override
    public Integer call() {
        target.check();
        run.check();
        AllowList allowList = planning.readAllowList();
        ConnectionSettings settings = connection.settings(surroundings());
        DumpOptions options = run.toDumpOptions(planning.toPlanOptions(), target.compression(), target.label())
                .withKey(planning.key());
        try (Interruption interruption =
                Interruption.listen(options.cancellation(), surroundings().errors())) {
            dump(settings, allowList, options);
            interruption.succeeded();
        }
        return ExitCodes.DONE;
    }

    private void dump(ConnectionSettings settings, AllowList allowList, DumpOptions options) {
        DumpReport report;
        try (Progress progress = progress()) {
            report = Sanitiser.dump(
                    Source.of(settings),
                    allowList,
                    options,
                    target.toTarget(surroundings().rawOutput()),
                    progress);
            progress.finished(report);
        } catch (SanitiserException e) {
            // Whatever broke first, the reason is that somebody asked for the end.
            options.cancellation().throwIfCancelled();
            throw e;
        }
        target.report().ifPresent(file -> write(file, DumpReportJson.of(report)));
        target.html().ifPresent(file -> file.write(page(report, settings), inPlaceBut("its review page", file.path())));
        if (!log.quiet() && !log.json()) {
            PrintWriter out = target.isStandardOutput()
                    ? surroundings().errors()
                    : surroundings().output();
            DumpSummary.of(report, target.name(), surroundings().width()).forEach(out::println);
        }
    }

    private Progress progress() {
        PrintWriter errors = surroundings().errors();
        if (log.json()) {
            return log.quiet() ? new SilentProgress() : new JsonProgress(errors, Clock.systemUTC());
        }
        if (log.quiet()) {
            return new SilentProgress();
        }
        return surroundings().errorsAreTerminal()
                ? new TerminalProgress(errors, surroundings().width(), System::nanoTime)
                : new PlainProgress(errors);
    }

    private void write(Path file, String json) {
        try {
            Files.writeString(file, json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SanitiserException(FailureKind.ENVIRONMENT, inPlaceBut("its report", file));
        }
    }

    private ReviewPage page(DumpReport report, ConnectionSettings settings) {
        return ReviewPage.of(report).about(target.givenLabel().orElseGet(() -> ReviewFile.subject(settings)));
    }

    private String inPlaceBut(String what, Path file) {
        return "The dump is whole and in place (" + target.name() + "), but " + what + " cannot be written to " + file
                + ".";
    }

    @Override
    public boolean reports(FailureKind kind, int exitCode, String message) {
        if (log.json()) {
            new JsonProgress(surroundings().errors(), Clock.systemUTC()).failed(kind, exitCode, message);
        }
        return log.json();
    }

    private Surroundings surroundings() {
        return parent.surroundings();
    }
}
