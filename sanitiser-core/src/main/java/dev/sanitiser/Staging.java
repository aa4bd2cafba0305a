package dev.sanitiser;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveHeader;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.CompressionPool;
import java.nio.file.Path;
import java.util.List;

/** Where an archive is made before anybody sees it; closing removes what was not published. */
interface Staging extends AutoCloseable {

    /** Begins the staging of a target, which is not touched before {@link #publish}. */
    static Staging of(DumpTarget target, DumpOptions options) {
        return target.match(new DumpTarget.Cases<>(
                file -> new FileStaging(file.path()),
                directory -> new DirectoryStaging(directory.path()),
                plain -> new PlainStaging(plain.path(), options),
                stream -> new StreamStaging(stream.stream())));
    }

    /** How the archive compresses, given what the user asked for. */
    default Compression compression(Compression wanted) {
        return wanted;
    }

    ArchiveWriter writer(
            ArchiveHeader header, List<ArchiveEntry> entries, Compression compression, CompressionPool pool);

    /** The finished archive, for reading it back. */
    Path archive();

    /**
     * Makes the result visible, whole.
     *
     * @return its size in bytes
     */
    long publish();

    @Override
    void close();
}
