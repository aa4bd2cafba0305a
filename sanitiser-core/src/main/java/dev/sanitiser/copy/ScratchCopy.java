package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.TableDataStream;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
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
    private final PseudonymKey key;
    private final Cancellation cancellation;
    private final Function<Cancellation, Session> sessions;
    private final Listener listener;
    private final ScratchSchema scratch;

    private ScratchCopy(
            SnapshotPlan plan,
            PseudonymKey key,
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            Listener listener,
            ScratchSchema scratch) {
        this.plan = plan;
        this.tables = DataOrder.of(plan.catalog(), plan.plan().copiedTables());
        this.sequences = new SequenceValues(plan.catalog(), tables);
        this.key = key;
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
     * @param key what pseudonyms are made with
     * @param sessions opens a session whose statements end with the given cancellation
     */
    public static ScratchCopy begin(
            SnapshotPlan plan,
            PseudonymKey key,
            Cancellation cancellation,
            Function<Cancellation, Session> sessions,
            Listener listener) {
        try (Session session = sessions.apply(cancellation)) {
            return new ScratchCopy(plan, key, cancellation, sessions, listener, ScratchSchema.create(session));
        }
    }

    /**
     * Fills the scratch schema under the run's snapshot. Afterwards the source's own tables are not needed any more.
     *
     * @param leader holds the snapshot; released when all is filled
     * @return what was filled
     */
    public Filled fill(SnapshotLeader leader, int jobs) {
        Map<Long, Long> marks = sequences.standaloneMarks(leader.session());
        Map<Long, Long> rowCounts = fill(jobs, leader);
        leader.confirm();
        leader.release();
        return new Filled(rowCounts, marks);
    }

    private Map<Long, Long> fill(int jobs, SnapshotLeader leader) {
        try {
            return new ScratchFill(scratch, plan.snapshot(), key, cancellation, sessions, listener::filled)
                    .fill(tables, jobs);
        } catch (SanitiserException e) {
            // A worker that cannot import the snapshot any more knows the consequence only.
            leader.confirm();
            throw e;
        }
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
                write(table, reader, writer.open(archive.dumpId(table.oid())));
                reader.drop(table);
                listener.written(table.name(), filled.rowCounts().getOrDefault(table.oid(), 0L));
            }
        }
    }

    /**
     * Closing the stream says that all rows are there; so after a failure it stays open, and the archive unfinished.
     */
    private void write(TablePlan table, ScratchReader reader, TableDataStream stream) {
        Forwarding forwarding = new Forwarding(table.name(), stream);
        reader.read(table, forwarding::accept);
        stream.close();
        forwarding.report();
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
                report();
            }
        }

        void report() {
            if (unreported > 0) {
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
