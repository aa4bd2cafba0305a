package dev.sanitiser;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import dev.sanitiser.publish.StagedDirectory;
import java.nio.file.Path;
import java.util.List;

/** A directory-format archive. */
final class DirectoryStaging implements Staging {

    private final StagedDirectory directory;

    DirectoryStaging(Path target) {
        directory = StagedDirectory.beside(target);
    }

    @Override
    public ArchiveWriter writer(
            ArchiveHeader header, List<ArchiveEntry> entries, Compression compression, CompressionPool pool) {
        return ArchiveWriter.directory(directory.path(), directory.folder(), header, entries, compression, pool);
    }

    @Override
    public Path archive() {
        return directory.path();
    }

    @Override
    public long publish() {
        directory.publish();
        return directory.sizeInBytes();
    }

    @Override
    public void close() {
        directory.close();
    }
}
