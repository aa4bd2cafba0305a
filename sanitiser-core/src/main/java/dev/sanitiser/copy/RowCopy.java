package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Map;

/** Rows on their road from the source to the archive; the methods are called once each, in this order. */
public sealed interface RowCopy extends AutoCloseable permits ScratchCopy, StreamCopy {

    /** Does what must be done before the first row can be written. */
    void prepare();

    /** Adds entries for rows and sequences to those of the structure. */
    AssembledArchive assemble(List<ArchiveEntry> structure);

    /**
     * Writes all rows into the archive, in its order.
     *
     * @return row counts by the tables' oids
     */
    Map<Long, Long> write(AssembledArchive archive, ArchiveWriter writer);

    /** Leaves nothing behind in the source, in every ending. */
    @Override
    void close();

    /** Hears how the copy goes on, from several threads. */
    interface Listener {
        void filled(QualifiedName table, long rowCount);

        void bytesWritten(QualifiedName table, long sizeInBytes);

        void written(QualifiedName table, long rowCount);
    }
}
