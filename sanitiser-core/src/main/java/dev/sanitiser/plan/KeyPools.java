package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds the pools that faked references draw from, once every table knows what happens to its columns. A key that is
 * itself drawn is drawn within its pool as it is in its table, so pools may hold pools.
 */
final class KeyPools {

    private final CatalogIndex index;
    private final Drafts drafts;
    private final Treatments treatments;
    private final List<Misfit> problems;
    private final Deque<KeyRequest> path = new ArrayDeque<>();

    KeyPools(CatalogIndex index, Drafts drafts, Treatments treatments, List<Misfit> problems) {
        this.index = index;
        this.drafts = drafts;
        this.treatments = treatments;
        this.problems = problems;
    }

    List<KeyPool> of(TableDraft draft) {
        return of(draft, draft.keyRequests());
    }

    private List<KeyPool> of(TableDraft draft, Iterable<KeyRequest> requests) {
        List<KeyPool> pools = new ArrayList<>();
        requests.forEach(r -> pools.add(pool(draft, r)));
        return pools;
    }

    private KeyPool pool(TableDraft draft, KeyRequest request) {
        List<RowSource> parts = path.contains(request) ? endless(draft, request) : parts(request);
        return new KeyPool(
                request.foreignKey(),
                request.referenced().name(),
                parts,
                request.key().stream().map(Column::name).toList(),
                request.fixed(),
                request.restrictions().stream()
                        .map(r -> new KeyPool.Restriction(pool(draft, r.other()), r.positions(), r.otherPositions()))
                        .toList(),
                draft.drawTurn(request.foreignKey()),
                Seeds.of(draft.seedName(), request.foreignKey()));
    }

    private List<RowSource> endless(TableDraft draft, KeyRequest request) {
        QualifiedName table = draft.relation().name();
        problems.add(Misfit.ofRule(
                table,
                table + ", foreign key " + request.foreignKey()
                        + ": the keys it draws depend, by way of unique indexes, on its own. Keep "
                        + request.referenced().name()
                        + "'s key."));
        return List.of();
    }

    private List<RowSource> parts(KeyRequest request) {
        path.push(request);
        Relation referenced = request.referenced();
        boolean wholeTree = referenced.kind() == Relation.Kind.PARTITIONED_TABLE
                && index.storage(referenced).stream().allMatch(t -> keepsKey(t, request));
        List<RowSource> parts = wholeTree
                ? List.of(tree(request))
                : index.storage(referenced).stream()
                        .map(t -> part(drafts.of(t), request))
                        .toList();
        path.pop();
        return parts;
    }

    private boolean keepsKey(Relation table, KeyRequest request) {
        return request.key().stream()
                .allMatch(c -> drafts.of(table).isKept(table.column(c.name()).orElseThrow()));
    }

    private static RowSource tree(KeyRequest request) {
        List<ColumnPlan> key = request.key().stream()
                .map(c -> new ColumnPlan(c, new ColumnTreatment.Keep("kept in every partition")))
                .toList();
        return new RowSource(request.referenced().name(), true, key, List.of(), RowNumbers.PLAIN);
    }

    private RowSource part(TableDraft target, KeyRequest request) {
        Part part = new Part(target);
        request.key().forEach(c -> part.need(target.relation().column(c.name()).orElseThrow()));
        target.numbers().ranks().stream()
                .filter(r -> part.usesRank(r.number()))
                .forEach(r -> r.within().forEach(part::need));
        TableScope scope =
                new TableScope(part.columns.stream().filter(target::isKept).toList());
        List<ColumnPlan> columns = part.columns.stream()
                .flatMap(c -> plan(target, c, scope, request).stream())
                .toList();
        List<KeyRequest> requests =
                target.keyRequests().stream().filter(part.requests::contains).toList();
        return new RowSource(
                target.relation().name(),
                false,
                columns,
                of(target, requests),
                target.numbers()
                        .withRanks(target.numbers().ranks().stream()
                                .filter(r -> part.usesRank(r.number()))
                                .toList()));
    }

    /** A generated column that is as real as its inputs is read like any other. */
    private List<ColumnPlan> plan(TableDraft target, Column column, TableScope scope, KeyRequest request) {
        if (column.isStoredFromRows()) {
            return treatments.of(target, column, scope).stream()
                    .map(t -> new ColumnPlan(column, t))
                    .toList();
        }
        if (!target.isKept(column)) {
            problems.add(Misfit.ofRule(
                    target.relation().name(),
                    target.nameOf(column) + ": foreign key " + request.foreignKey()
                            + " refers to it, but it is computed from faked columns. Keep "
                            + ReferencingKey.names(target.inputs(column)) + "."));
        }
        return List.of(new ColumnPlan(column, new ColumnTreatment.Keep("computed from kept columns")));
    }

    /** The columns and foreign keys of a table that decide what its key is in the copy. */
    private static final class Part {
        private final TableDraft table;
        private final Set<Column> columns = new LinkedHashSet<>();
        private final Set<KeyRequest> requests = new LinkedHashSet<>();

        Part(TableDraft table) {
            this.table = table;
        }

        void need(Column column) {
            if (!columns.add(column)) {
                return;
            }
            if (table.fakeSpec(column).filter(FakeSpec.Sql.class::isInstance).isPresent()) {
                table.relation().columns().stream()
                        .filter(Column::isStoredFromRows)
                        .filter(table::isKept)
                        .forEach(columns::add);
            }
            table.reference(column).map(TableDraft.Reference::request).ifPresent(this::need);
        }

        void need(KeyRequest request) {
            if (!requests.add(request)) {
                return;
            }
            request.fixed().forEach(f -> need(f.column()));
            table.drawTurn(request.foreignKey()).stream()
                    .flatMap(t -> t.foreignKeys().stream())
                    .forEach(f -> table.keyRequests().stream()
                            .filter(r -> r.foreignKey().equals(f))
                            .forEach(this::need));
        }

        boolean usesRank(int number) {
            return Stream.concat(
                            columns.stream()
                                    .flatMap(c -> table.generatorTurn(c).stream())
                                    .map(TableDraft.GeneratorTurn::rank),
                            requests.stream()
                                    .flatMap(r -> table.drawTurn(r.foreignKey()).stream())
                                    .map(KeyPool.Turn::rank))
                    .anyMatch(r -> r == number);
        }
    }
}
