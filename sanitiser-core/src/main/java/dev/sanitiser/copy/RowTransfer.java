package dev.sanitiser.copy;

import dev.sanitiser.archive.ArchiveWriter;
import dev.sanitiser.archive.TableDataStream;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.RowRange;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries rows into the archive: several sessions read, and one thread writes what they read, in order. */
final class RowTransfer {

    private static final int REPORT_EVERY_BYTES = 1 << 20;
    private static final int LIMIT_EVERY_BYTES = 64 << 10;

    /** Readers that are done early must not wait for the one whose turn it is. */
    private static final int PIECES_AHEAD_PER_JOB = 3;

    private final CopyContext context;
    private final Reader reader;
    private final Map<Long, List<RowRange>> ranges;
    private final Consumer<TablePlan> whenWritten;
    private final RateLimit limit;

    /**
     * @param ranges of each table, by its oid
     * @param whenWritten hears of tables whose rows all stand in the archive
     */
    RowTransfer(CopyContext context, Reader reader, Map<Long, List<RowRange>> ranges, Consumer<TablePlan> whenWritten) {
        this.context = context;
        this.reader = reader;
        this.ranges = ranges;
        this.whenWritten = whenWritten;
        this.limit = new RateLimit(context.maxRate(), System::nanoTime);
    }

    /** Knows how to read a piece. */
    interface Reader {

        /** Makes a new session ready for reading pieces. */
        void prepare(Session session);

        /** @return the number of rows, all of which the sink got */
        long read(Session session, Piece piece, CopyReader.RowSink sink);
    }

    /**
     * Writes all tables.
     *
     * @param tables in the order of the archive
     * @return row counts by the tables' oids
     */
    Map<Long, Long> write(List<TablePlan> tables, AssembledArchive archive, ArchiveWriter writer) {
        List<Piece> pieces = new ArrayList<>();
        tables.forEach(t -> rangesOf(t).forEach(r -> pieces.add(new Piece(t, r))));
        RowQueue queue = new RowQueue(pieces, writer::segment, PIECES_AHEAD_PER_JOB * context.jobs());
        int readers = Math.min(context.jobs(), pieces.size());
        try (Workers workers = Workers.start(
                readers, context.cancellation(), context.sessions(), () -> stop(queue), s -> readFrom(queue, s))) {
            Map<Long, Long> rowCounts = new HashMap<>();
            try {
                for (TablePlan table : tables) {
                    long rowCount = write(table, queue, writer.open(archive.dumpId(table.oid())));
                    rowCounts.put(table.oid(), rowCount);
                    whenWritten.accept(table);
                    context.listener().written(table.name(), rowCount);
                }
            } catch (RuntimeException e) {
                workers.end(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                workers.end(interrupted());
            }
            workers.await();
            return rowCounts;
        }
    }

    private void stop(RowQueue queue) {
        queue.stop();
        limit.stop();
    }

    private List<RowRange> rangesOf(TablePlan table) {
        return Objects.requireNonNull(ranges.get(table.oid()));
    }

    /**
     * Closing the stream says that all rows are there; so after a failure it stays open, and the archive unfinished.
     */
    private long write(TablePlan table, RowQueue queue, TableDataStream stream) throws InterruptedException {
        long rowCount = 0;
        for (int i = 0; i < rangesOf(table).size(); i++) {
            RowQueue.Turn turn = queue.first();
            stream.append(turn.rows());
            rowCount += turn.rowCount();
            queue.removeFirst();
        }
        stream.close();
        return rowCount;
    }

    private void readFrom(RowQueue queue, Session session) {
        reader.prepare(session);
        try {
            Optional<RowQueue.Turn> turn = queue.take();
            while (turn.isPresent()) {
                read(session, turn.get());
                turn = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /** A failure becomes the run's own before whoever waits for the rows hears that they will not come. */
    private void read(Session session, RowQueue.Turn turn) {
        Forwarding forwarding = new Forwarding(turn);
        long rowCount = reader.read(session, turn.piece(), forwarding::accept);
        forwarding.report();
        turn.complete(rowCount);
    }

    private static SanitiserException interrupted() {
        return new SanitiserException(FailureKind.INTERRUPTED, "The run was stopped: its thread was interrupted");
    }

    /** Passes rows on and tells the listener now and then. */
    private final class Forwarding {
        private final RowQueue.Turn turn;
        private long unreported;
        private long unlimited;

        Forwarding(RowQueue.Turn turn) {
            this.turn = turn;
        }

        void accept(byte[] row) {
            turn.rows().write(row, 0, row.length);
            unreported += row.length;
            unlimited += row.length;
            if (unlimited >= LIMIT_EVERY_BYTES) {
                limit.take(unlimited);
                unlimited = 0;
            }
            if (unreported >= REPORT_EVERY_BYTES) {
                report();
            }
        }

        void report() {
            if (unreported > 0) {
                context.listener().bytesWritten(turn.piece().table().name(), unreported);
                unreported = 0;
            }
        }
    }
}
