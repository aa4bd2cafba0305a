package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.RowRange;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;

/** Rows that wait for the archive in a scratch schema in the source. Closing drops the schema. */
public final class ScratchCopy implements RowCopy {

    private final CopyContext context;
    private final List<TablePlan> tables;
    private final SequenceValues sequences;
    private final ScratchSchema scratch;
    private Map<Long, Long> standaloneMarks = Map.of();

    private ScratchCopy(CopyContext context, ScratchSchema scratch) {
        this.context = context;
        this.tables =
                DataOrder.of(context.plan().catalog(), context.plan().plan().copiedTables());
        this.sequences = new SequenceValues(context.plan().catalog(), tables);
        this.scratch = scratch;
    }

    /** Drops what killed runs left in the source; the caller holds the {@link SourceGuard}. */
    public static void dropLeftovers(Session session) {
        ScratchSchema.dropLeftovers(session);
    }

    /** Creates the scratch schema. */
    public static ScratchCopy begin(CopyContext context) {
        try (Session session = context.openSession()) {
            return new ScratchCopy(context, ScratchSchema.create(session));
        }
    }

    /**
     * Fills the scratch schema under the run's snapshot. Afterwards the source's own tables are not needed any more,
     * and the leader lets go of them.
     */
    @Override
    public void prepare() {
        standaloneMarks = sequences.standaloneMarks(context.leader().session());
        Map<Long, List<RowRange>> ranges = new SourceRanges(context, tables).find();
        new SnapshotReader(context).whileSnapshotIsHeld(() -> {
            new ScratchFill(scratch, context, ranges).fill(tables);
            return ranges;
        });
        context.leader().release();
    }

    @Override
    public AssembledArchive assemble(List<ArchiveEntry> structure) {
        try (Session session = context.openSession()) {
            ScratchReader reader = new ScratchReader(scratch);
            LastDrawn lastDrawn = (table, column, sequence) -> reader.lastDrawn(session, table, column, sequence);
            return ArchiveAssembly.of(structure, tables, sequences.of(lastDrawn, standaloneMarks));
        }
    }

    /** Drops each table as soon as it has been read. */
    @Override
    public Map<Long, Long> write(AssembledArchive archive, ArchiveWriter writer) {
        try (Session session = context.openSession()) {
            return new RowTransfer(context, new ScratchReader(scratch), ranges(session), t -> drop(session, t))
                    .write(tables, archive, writer);
        }
    }

    private Map<Long, List<RowRange>> ranges(Session session) {
        session.begin();
        Map<String, Heap> heaps =
                scratch.heaps(session).stream().collect(Collectors.toMap(Heap::name, Function.identity()));
        session.commit();
        Map<Long, List<RowRange>> ranges = new HashMap<>();
        tables.forEach(t -> ranges.put(
                t.oid(),
                Optional.ofNullable(heaps.get(scratch.tableFor(t.oid()).name()))
                        .map(h -> h.ranges(0))
                        .orElse(List.of(RowRange.WHOLE_TABLE))));
        return ranges;
    }

    /**
     * Frees the space of a table that has been read, unless somebody else is reading it: then it goes with the rest.
     */
    private void drop(Session session, TablePlan table) {
        try {
            scratch.dropTable(session, table.oid());
        } catch (DataAccessException e) {
            session.rollback();
            if (LockWaits.ended(e)) {
                return;
            }
            throw new SanitiserException(
                    FailureKind.ENVIRONMENT, "Could not drop a scratch table: " + SqlFailures.describe(e));
        }
    }

    /** Drops the schema with a session of its own, which no cancellation ends. */
    @Override
    public void close() {
        try (Session session = context.sessions().apply(new Cancellation())) {
            scratch.drop(session);
        }
    }
}
