package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.RowRange;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Fills the scratch schema: each table is cloned unlogged and without indexes, and several workers fill the clones
 * under the run's snapshot, the largest first, range by range.
 *
 * <p>Plain SQL: CREATE TABLE (LIKE …) and INSERT without columns have no form in jOOQ; names go in as {@code Name}.
 */
@Allow.PlainSQL
final class ScratchFill {

    private static final int TABLES_IN_ONE_TRANSACTION = 50;

    private final ScratchSchema scratch;
    private final CopyContext context;
    private final Map<Long, List<RowRange>> ranges;
    private final Map<Long, AtomicInteger> unfilled = new ConcurrentHashMap<>();
    private final Map<Long, Long> rowCounts = new ConcurrentHashMap<>();

    /** @param ranges of the source's tables, by their oids */
    ScratchFill(ScratchSchema scratch, CopyContext context, Map<Long, List<RowRange>> ranges) {
        this.scratch = scratch;
        this.context = context;
        this.ranges = ranges;
    }

    void fill(List<TablePlan> tables) {
        cloneAll(tables);
        Queue<Piece> pieces = new ConcurrentLinkedQueue<>();
        tables.stream()
                .sorted(Comparator.comparingLong(TablePlan::sizeInBytes).reversed())
                .flatMap(this::pieces)
                .forEach(pieces::add);
        int workers = Math.min(context.jobs(), pieces.size());
        try (Workers filling = Workers.start(
                workers, context.cancellation(), context.sessions(), pieces::clear, s -> fill(s, pieces))) {
            filling.await();
        }
    }

    private Stream<Piece> pieces(TablePlan table) {
        List<RowRange> ofTable = Objects.requireNonNull(ranges.get(table.oid()));
        unfilled.put(table.oid(), new AtomicInteger(ofTable.size()));
        return ofTable.stream().map(r -> new Piece(table, r));
    }

    /** Some in each transaction, because each takes a lock. */
    private void cloneAll(List<TablePlan> tables) {
        try (Session session = context.openSession()) {
            for (int from = 0; from < tables.size(); from += TABLES_IN_ONE_TRANSACTION) {
                session.begin();
                tables.subList(from, Math.min(tables.size(), from + TABLES_IN_ONE_TRANSACTION))
                        .forEach(t -> createClone(session, t));
                scratch.storeUncompressed(session);
                session.commit();
            }
        }
    }

    private void createClone(Session session, TablePlan table) {
        try {
            session.database()
                    .execute(
                            "CREATE UNLOGGED TABLE {0} (LIKE {1} INCLUDING GENERATED)",
                            scratch.tableFor(table.oid()).toName(), table.name().toName());
            scratch.storeAsText(session, table);
        } catch (DataAccessException e) {
            session.rollback();
            throw LockWaits.ended(e)
                    ? LockWaits.gaveWay(table.name())
                    : SqlFailures.environment("make a scratch table for " + table.name(), e);
        }
    }

    private void fill(Session session, Queue<Piece> pieces) {
        Piece piece = pieces.poll();
        while (piece != null) {
            fill(session, piece);
            piece = pieces.poll();
        }
    }

    private void fill(Session session, Piece piece) {
        TablePlan table = piece.table();
        try {
            session.beginWithSnapshot(context.plan().snapshot());
            session.readInPhysicalOrder();
            session.showWork(table.name().toString());
            context.key().handTo(session);
            rowCounts.merge(table.oid(), session.executeLarge(insert(piece)), Long::sum);
            session.commit();
        } catch (DataAccessException e) {
            session.rollback();
            throw SnapshotReader.failure(table, e);
        }
        if (Objects.requireNonNull(unfilled.get(table.oid())).decrementAndGet() == 0) {
            context.listener().filled(table.name(), rowCounts.getOrDefault(table.oid(), 0L));
        }
    }

    private Query insert(Piece piece) {
        QualifiedName clone = scratch.tableFor(piece.table().oid());
        List<? extends Field<?>> columns = piece.table().storedColumns().stream()
                .map(c -> field(name(c.column().name())))
                .toList();
        return columns.isEmpty()
                ? DSL.query("INSERT INTO {0} {1}", clone.toName(), piece.table().selectForClone(piece.range()))
                : DSL.query(
                        "INSERT INTO {0} ({1}) {2}",
                        clone.toName(), DSL.list(columns), piece.table().selectForClone(piece.range()));
    }
}
