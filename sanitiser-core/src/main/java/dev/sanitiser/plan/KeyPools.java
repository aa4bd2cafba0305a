package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the pools that faked references draw from, once every table knows what happens to its columns. */
final class KeyPools {

    private final CatalogIndex index;
    private final Drafts drafts;
    private final Map<Long, List<ColumnPlan>> columns;
    private final GeneratorChooser fakes;
    private final List<String> problems;

    KeyPools(
            CatalogIndex index,
            Drafts drafts,
            Map<Long, List<ColumnPlan>> columns,
            GeneratorChooser fakes,
            List<String> problems) {
        this.index = index;
        this.drafts = drafts;
        this.columns = columns;
        this.fakes = fakes;
        this.problems = problems;
    }

    List<KeyPool> of(TableDraft draft) {
        return draft.keyRequests().stream().flatMap(r -> pool(draft, r)).toList();
    }

    private Stream<KeyPool> pool(TableDraft draft, KeyRequest request) {
        boolean wholeTree = request.referenced().kind() == Relation.Kind.PARTITIONED_TABLE;
        Relation table = wholeTree
                ? index.storage(request.referenced()).stream()
                        .filter(drafts::copies)
                        .findFirst()
                        .orElseThrow()
                : request.referenced();
        TableDraft target = drafts.of(table);
        List<Column> key = request.key().stream()
                .map(c -> table.column(c.name()).orElseThrow())
                .toList();
        Optional<Column> indirect = key.stream()
                .filter(c -> !target.isKept(c) && !target.isGenerated(c))
                .findFirst();
        if (indirect.isPresent()) {
            problems.add(draft.relation().name() + ", foreign key " + request.foreignKey() + ": "
                    + target.nameOf(indirect.get()) + " is itself a faked reference, a NULL or computed, which this "
                    + "version cannot refer to. Keep " + target.nameOf(indirect.get()) + " and the key it refers to.");
            return Stream.empty();
        }
        return Stream.of(new KeyPool(
                request.foreignKey(),
                request.referenced().name(),
                wholeTree,
                inPoolScope(target, key),
                Seeds.of(draft.relation().name(), request.foreignKey())));
    }

    /** The same fakes as in the referenced table, over the pool's own ordinal. */
    private List<ColumnPlan> inPoolScope(TableDraft target, List<Column> key) {
        TableScope scope = new TableScope(key.stream().filter(target::isKept).toList());
        return key.stream()
                .map(c -> target.isKept(c)
                        ? planOf(target, c)
                        : new ColumnPlan(
                                c,
                                new ColumnTreatment.FakeValue(
                                        fakes.choose(target, c, scope.ordinal()).orElseThrow(), "referenced key")))
                .toList();
    }

    private ColumnPlan planOf(TableDraft target, Column column) {
        return columns.getOrDefault(target.relation().oid(), List.of()).stream()
                .filter(p -> p.column().number() == column.number())
                .findFirst()
                .orElseThrow();
    }
}
