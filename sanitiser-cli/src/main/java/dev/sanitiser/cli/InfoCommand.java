package dev.sanitiser.cli;

import dev.sanitiser.archive.Archive;
import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.cli.report.MarkReport;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.structure.CopyMarkReader;
import dev.sanitiser.structure.MarkedSchemas;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code info}: what an archive or a database is. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says whether an archive or a database is a sanitised copy: of what, when it was made, from which allow list."
                    + " Exit code 0 if it is one, 3 if not."
        })
final class InfoCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SanitiserCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|DIR",
            description = "An archive in custom or directory format. Without one, --url names a database.")
    private @Nullable Path archive;

    @ArgGroup(validate = false)
    private ConnectionOption connection = new ConnectionOption();

    @Override
    public Integer call() {
        if ((archive == null) != connection.isGiven()) {
            throw new ParameterException(spec.commandLine(), "Name either an archive or, with --url, a database");
        }
        return archive == null ? ofDatabase() : ofArchive(archive);
    }

    private int ofArchive(Path path) {
        Archive read = ArchiveReader.read(path);
        MarkedSchemas marks = CopyMarkReader.read(read.entries());
        long withData = read.entries().stream().filter(ArchiveEntry::hasData).count();
        return print(
                marks,
                MarkReport.contents(
                        marks, withData, read.entries().size(), read.header().compression()));
    }

    private int ofDatabase() {
        Source source = Source.of(connection.settings(parent.surroundings()));
        MarkedSchemas marks = CopyMarkReader.read(source);
        return print(marks, MarkReport.contents(marks));
    }

    private int print(MarkedSchemas marks, String contents) {
        MarkReport.lines(marks, contents, parent.surroundings().width())
                .forEach(parent.surroundings().output()::println);
        return marks.isSanitisedCopy() ? ExitCodes.DONE : ExitCodes.NOT_SANITISED;
    }
}
