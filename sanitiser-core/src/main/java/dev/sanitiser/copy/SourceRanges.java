package dev.sanitiser.copy;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.KeyPool;
import dev.sanitiser.plan.RowRange;
import dev.sanitiser.plan.RowSource;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;

/**
 * The ranges in which the source's tables are read. Where fakes depend on ordinals, the rows of each range are counted
 * beforehand, so that they get the numbers that they have in the whole table, whoever reads them.
 */
final class SourceRanges {

    private final CopyContext context;
    private final List<TablePlan> tables;
    private final SnapshotReader reader;
    private final CatalogIndex catalog;
    private final Map<QualifiedName, Relation> relations;

    SourceRanges(CopyContext context, List<TablePlan> tables) {
        this.context = context;
        this.tables = tables;
        this.reader = new SnapshotReader(context);
        this.catalog = new CatalogIndex(context.plan().catalog());
        this.relations = context.plan().catalog().relations().stream()
                .collect(Collectors.toMap(Relation::name, Function.identity()));
    }

    /** @return by the tables' oids, at least one for each */
    Map<Long, List<RowRange>> find() {
        Map<Long, Heap> heaps = heaps();
        Map<Long, List<RowRange>> ranges = new HashMap<>();
        List<Piece> toCount = new ArrayList<>();
        for (TablePlan table : tables) {
            List<RowRange> ofTable = table.canBeReadInRanges()
                    ? heap(heaps, table).ranges(sizeOfPools(table))
                    : List.of(RowRange.WHOLE_TABLE);
            ranges.put(table.oid(), ofTable);
            if (table.dependsOnOrdinals()) {
                ofTable.stream().filter(r -> r.endBlock().isPresent()).forEach(r -> toCount.add(new Piece(table, r)));
            }
        }
        Map<Counted, Long> counts = count(toCount);
        tables.stream()
                .filter(TablePlan::dependsOnOrdinals)
                .forEach(t -> ranges.computeIfPresent(t.oid(), (oid, r) -> numbered(t, r, counts)));
        return ranges;
    }

    private Map<Long, Heap> heaps() {
        List<Long> oids = tables.stream().map(TablePlan::oid).toList();
        return Heaps.of(context.leader().session(), oids).stream()
                .collect(Collectors.toMap(Heap::oid, Function.identity()));
    }

    private static Heap heap(Map<Long, Heap> heaps, TablePlan table) {
        return Objects.requireNonNullElseGet(
                heaps.get(table.oid()), () -> new Heap(table.oid(), table.name().name(), 0, 0, false));
    }

    /** The keys that faked references draw from are read by every statement. */
    private long sizeOfPools(TablePlan table) {
        return table.keyPools().stream()
                .flatMap(SourceRanges::sources)
                .map(RowSource::table)
                .distinct()
                .flatMap(name -> catalog.storage(Objects.requireNonNull(relations.get(name))).stream())
                .mapToLong(Relation::sizeInBytes)
                .sum();
    }

    private static Stream<RowSource> sources(KeyPool pool) {
        return Stream.concat(
                pool.parts().stream()
                        .flatMap(p -> Stream.concat(
                                Stream.of(p), p.keyPools().stream().flatMap(SourceRanges::sources))),
                pool.restrictions().stream().flatMap(r -> sources(r.other())));
    }

    private static List<RowRange> numbered(TablePlan table, List<RowRange> ranges, Map<Counted, Long> counts) {
        List<RowRange> numbered = new ArrayList<>();
        long before = 0;
        for (RowRange range : ranges) {
            numbered.add(range.after(before));
            before += counts.getOrDefault(new Counted(table.oid(), range), 0L);
        }
        return numbered;
    }

    /** A range by its table's oid: the hash of a plan is that of all its statements. */
    private record Counted(long table, RowRange range) {}

    private Map<Counted, Long> count(List<Piece> pieces) {
        Queue<Piece> queue = new ConcurrentLinkedQueue<>(pieces);
        Map<Counted, Long> counts = new ConcurrentHashMap<>();
        int workers = Math.min(context.jobs(), pieces.size());
        return reader.whileSnapshotIsHeld(() -> {
            try (Workers counting = Workers.start(
                    workers, context.cancellation(), context.sessions(), queue::clear, s -> count(s, queue, counts))) {
                counting.await();
                return counts;
            }
        });
    }

    private void count(Session session, Queue<Piece> queue, Map<Counted, Long> counts) {
        reader.begin(session);
        Piece piece = queue.poll();
        while (piece != null) {
            counts.put(new Counted(piece.table().oid(), piece.range()), count(session, piece));
            piece = queue.poll();
        }
    }

    private static long count(Session session, Piece piece) {
        try {
            return session.database()
                    .fetchSingle(piece.table().count(piece.range()))
                    .value1();
        } catch (DataAccessException e) {
            throw SnapshotReader.failure(piece.table(), e);
        }
    }
}
