package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.plan.RowRange;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.Allow;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Rows that come sanitised out of the source by {@code COPY (…) TO STDOUT}, under the run's snapshot, in transactions
 * that only read.
 *
 * <p>Plain SQL: COPY has no form in jOOQ; the query is jOOQ's.
 */
@Allow.PlainSQL
public final class StreamCopy implements RowCopy {

    private final CopyContext context;
    private final List<TablePlan> tables;
    private final SequenceValues sequences;
    private Map<Long, List<RowRange>> ranges = Map.of();
    private Map<Long, Long> sequenceValues = Map.of();

    public StreamCopy(CopyContext context) {
        this.context = context;
        this.tables =
                DataOrder.of(context.plan().catalog(), context.plan().plan().copiedTables());
        this.sequences = new SequenceValues(context.plan().catalog(), tables);
    }

    @Override
    public void prepare() {
        ranges = new SourceRanges(context, tables).find();
        sequenceValues =
                sequences.of(new SourceSequences(context.leader().session(), context.key()), standaloneMarks());
    }

    /** Sequences are the business of the role that connects; the leader acts as the one that reads rows. */
    private Map<Long, Long> standaloneMarks() {
        try (Session session = context.openSession()) {
            session.beginReading();
            return sequences.standaloneMarks(session);
        }
    }

    @Override
    public AssembledArchive assemble(List<ArchiveEntry> structure) {
        return ArchiveAssembly.of(structure, tables, sequenceValues);
    }

    @Override
    public Map<Long, Long> write(AssembledArchive archive, ArchiveWriter writer) {
        SnapshotReader reader = new SnapshotReader(context);
        Map<Long, Long> rowCounts = reader.whileSnapshotIsHeld(() ->
                new RowTransfer(context, new RowsOfSource(reader), ranges, t -> {}).write(tables, archive, writer));
        context.leader().release();
        return rowCounts;
    }

    /** Nothing was left in the source. */
    @Override
    public void close() {}

    private record RowsOfSource(SnapshotReader snapshot) implements RowTransfer.Reader {

        @Override
        public void prepare(Session session) {
            snapshot.begin(session);
        }

        @Override
        public long read(Session session, Piece piece, CopyReader.RowSink sink) {
            Query copy = DSL.query("COPY ({0}) TO STDOUT", piece.table().selectAsStored(piece.range()));
            try {
                session.showWork(piece.table().name().toString());
                return CopyReader.read(session, copy, sink);
            } catch (SQLException | DataAccessException e) {
                throw SnapshotReader.failure(piece.table(), e);
            }
        }
    }
}
