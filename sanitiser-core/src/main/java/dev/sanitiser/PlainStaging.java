package dev.sanitiser;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.ClientProgram;
import dev.sanitiser.publish.StagedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An archive that pg_restore turns into an SQL script; only the script is published. */
final class PlainStaging implements Staging {

    private final ClientProgram pgRestore;
    private final Cancellation cancellation;
    private final StagedFile script;
    private final StagedFile archive;

    PlainStaging(Path target, DumpOptions options) {
        cancellation = options.cancellation();
        pgRestore = ClientProgram.find(options.pgRestore(), cancellation);
        script = StagedFile.beside(target);
        try {
            archive = StagedFile.beside(target);
        } catch (RuntimeException e) {
            script.close();
            throw e;
        }
    }

    /** The archive lives for a moment only. */
    @Override
    public Compression compression(Compression wanted) {
        return Compression.none();
    }

    @Override
    public ArchiveWriter writer(
            ArchiveHeader header, List<ArchiveEntry> entries, Compression compression, CompressionPool pool) {
        return ArchiveWriter.custom(archive.channel(), archive.folder(), header, entries, compression, pool);
    }

    @Override
    public Path archive() {
        return archive.path();
    }

    @Override
    public long publish() {
        pgRestore.run(
                List.of("--file=" + script.path(), archive.path().toString()),
                Map.of(),
                cancellation,
                output -> output.readAllBytes().length);
        script.publish();
        return script.sizeInBytes();
    }

    @Override
    public void close() {
        try (script) {
            archive.close();
        }
    }
}
