package dev.sanitiser;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.publish.StagedFile;
import java.nio.file.Path;
import java.util.List;

/** A custom-format archive that becomes a file. */
final class FileStaging implements Staging {

    private final StagedFile file;

    FileStaging(Path target) {
        file = StagedFile.beside(target);
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
        file.publish();
        return file.sizeInBytes();
    }

    @Override
    public void close() {
        file.close();
    }
}
