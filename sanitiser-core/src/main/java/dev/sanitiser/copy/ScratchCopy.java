package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.TableDataStream;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows on their road from the source to the archive by way of a scratch schema. Closing drops the schema, in every
 * ending.
 */
public final class ScratchCopy implements AutoCloseable {

    private static final int REPORT_EVERY_BYTES = 1 << 20;

    private final SnapshotPlan plan;
    private final List<TablePlan> tables;
    private final SequenceValues sequences;
    private final Cancellation cancellation;
    private final Function<Cancellation, Session> sessions;
    private final Listener listener;
    private final ScratchSchema scratch;

    private ScratchCopy(
            SnapshotPlan plan,
            List<TablePlan> tables,
            SequenceValues sequences,
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            Listener listener,
            ScratchSchema scratch) {
        this.plan = plan;
        this.tables = tables;
        this.sequences = sequences;
        this.cancellation = cancellation;
        this.sessions = sessions;
        this.listener = listener;
        this.scratch = scratch;
    }

    /** Hears how the copy goes on, from several threads. */
    public interface Listener {
        void filled(QualifiedName table, long rowCount);

        void bytesWritten(QualifiedName table, long sizeInBytes);

        void written(QualifiedName table, long rowCount);
    }

    /** Drops what killed runs left in the source; the caller holds the {@link SourceGuard}. */
    public static void dropLeftovers(Session session) {
        ScratchSchema.dropLeftovers(session);
    }

    /**
     * Creates the scratch schema.
     *
     * @param sessions opens a session whose statements end with the given cancellation
     */
    public static ScratchCopy begin(
            SnapshotPlan plan, Cancellation cancellation, Function<Cancellation, Session> sessions, Listener listener) {
        // All that can fail comes first: once the schema exists, only a complete object can drop it.
        List<TablePlan> tables = DataOrder.of(plan.catalog(), plan.plan().copiedTables());
        SequenceValues sequences = new SequenceValues(plan.catalog(), tables);
        try (Session session = sessions.apply(cancellation)) {
            return new ScratchCopy(
                    plan, tables, sequences, cancellation, sessions, listener, ScratchSchema.create(session));
        }
    }

    /**
     * Fills the scratch schema under the run's snapshot. Afterwards the source's own tables are not needed any more.
     *
     * @param leader holds the snapshot; released when all is filled
     * @param lockTimeout how long a worker may wait for its lock on a table
     * @return what was filled
     */
    public Filled fill(SnapshotLeader leader, int jobs, Duration lockTimeout) {
        Map<Long, Long> marks = sequences.standaloneMarks(leader.session());
        Map<Long, Long> rowCounts = new ScratchFill(
                        scratch, plan.snapshot(), lockTimeout, cancellation, sessions, listener::filled)
                .fill(tables, jobs);
        leader.confirm();
        leader.release();
        return new Filled(rowCounts, marks);
    }

    /**
     * What the scratch schema holds.
     *
     * @param rowCounts by the tables' oids
     */
    public record Filled(Map<Long, Long> rowCounts, Map<Long, Long> standaloneMarks) {}

    /** Adds entries for rows and sequences to those of the structure. */
    public AssembledArchive assemble(List<ArchiveEntry> structure, Filled filled) {
        try (Session session = sessions.apply(cancellation)) {
            return ArchiveAssembly.of(
                    structure, tables, sequences.of(new ScratchReader(scratch, session), filled.standaloneMarks()));
        }
    }

    /** Copies all rows into the archive, in its order, and drops each table that has been read. */
    public void write(AssembledArchive archive, Filled filled, ArchiveWriter writer) {
        try (Session session = sessions.apply(cancellation)) {
            ScratchReader reader = new ScratchReader(scratch, session);
            for (TablePlan table : tables) {
                try (TableDataStream stream = writer.open(archive.dumpId(table.oid()))) {
                    reader.read(table, new Forwarding(table.name(), stream)::accept);
                }
                reader.drop(table);
                listener.written(table.name(), filled.rowCounts().getOrDefault(table.oid(), 0L));
            }
        }
    }

    /** Passes rows on and tells the listener now and then. */
    private final class Forwarding {
        private final QualifiedName table;
        private final TableDataStream stream;
        private long unreported;

        Forwarding(QualifiedName table, TableDataStream stream) {
            this.table = table;
            this.stream = stream;
        }

        void accept(byte[] row) {
            stream.write(row, 0, row.length);
            unreported += row.length;
            if (unreported >= REPORT_EVERY_BYTES) {
                listener.bytesWritten(table, unreported);
                unreported = 0;
            }
        }
    }

    /** Drops the schema with a session of its own, which no cancellation ends. */
    @Override
    public void close() {
        try (Session session = sessions.apply(new Cancellation())) {
            scratch.drop(session);
        }
    }
}
