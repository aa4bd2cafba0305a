package dev.sanitiser;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.publish.StagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A custom-format archive that is finished and verified in a temporary file and then goes down a stream. */
final class StreamStaging implements Staging {

    private final OutputStream stream;
    private final StagedFile file;

    StreamStaging(OutputStream stream) {
        this.stream = stream;
        this.file = StagedFile.beside(Path.of(System.getProperty("java.io.tmpdir"), "sanitiser-stream"));
    }

    @Override
    public ArchiveWriter writer(
            ArchiveHeader header, List<ArchiveEntry> entries, Compression compression, CompressionPool pool) {
        return ArchiveWriter.custom(file.channel(), file.folder(), header, entries, compression, pool);
    }

    @Override
    public Path archive() {
        return file.path();
    }

    @Override
    public long publish() {
        try (InputStream archive = Files.newInputStream(file.path())) {
            // The reader may be slow and this process be killed meanwhile: a file without a name leaves nothing.
            file.close();
            long sizeInBytes = archive.transferTo(stream);
            stream.flush();
            return sizeInBytes;
        } catch (IOException e) {
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "Could not write the dump to its stream: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
