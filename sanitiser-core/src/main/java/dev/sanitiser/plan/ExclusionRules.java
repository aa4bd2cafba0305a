package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Exclusion;
import dev.sanitiser.catalog.Relation;
import java.util.List;

/**
 * Makes exclusion constraints hold: one faked member that never meets another row is enough, a unique one that is
 * compared for equality or a range among ranges that do not overlap. Kept members and pseudonyms meet where they meet
 * in the source.
 */
final class ExclusionRules {

    private static final String EQUAL = "=";
    private static final String OVERLAPS = "&&";

    private final CatalogIndex catalog;
    private final GeneratorChooser fakes;
    private final PlanMessages messages;

    ExclusionRules(CatalogIndex catalog, GeneratorChooser fakes, PlanMessages messages) {
        this.catalog = catalog;
        this.fakes = fakes;
        this.messages = messages;
    }

    void apply(TableDraft draft) {
        for (Relation owner : catalog.lineage(draft.relation())) {
            owner.exclusions().forEach(e -> apply(draft, owner, e));
        }
    }

    private void apply(TableDraft draft, Relation owner, Exclusion exclusion) {
        boolean meetAsInSource = exclusion.elements().stream().allMatch(e -> meetsAsInSource(draft, owner, e))
                && exclusion.columns().stream()
                        .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                        .allMatch(draft::tellsApart)
                && exclusion.predicateColumns().stream()
                        .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                        .allMatch(draft::isKept);
        if (meetAsInSource) {
            return;
        }
        exclusion.elements().stream()
                .filter(e -> neverMeets(draft, owner, e))
                .findFirst()
                .ifPresentOrElse(e -> draft.makeUnique(column(draft, owner, e)), () -> refuse(draft, owner, exclusion));
    }

    private static Column column(TableDraft draft, Relation owner, Exclusion.Element element) {
        return CatalogIndex.inPartition(draft.relation(), owner, element.column());
    }

    private static boolean meetsAsInSource(TableDraft draft, Relation owner, Exclusion.Element element) {
        if (element.column() == 0) {
            return true;
        }
        Column column = column(draft, owner, element);
        return draft.isKept(column)
                || (draft.isPseudonym(column) && element.operator().equals(EQUAL));
    }

    private boolean neverMeets(TableDraft draft, Relation owner, Exclusion.Element element) {
        if (element.column() == 0) {
            return false;
        }
        Column column = column(draft, owner, element);
        boolean apart = element.operator().equals(EQUAL)
                || (element.operator().equals(OVERLAPS) && isRange(column.type().type()));
        return apart
                && draft.isGenerated(column)
                && fakes.uniqueCapacity(draft, column).compareTo(UniqueRules.BEYOND_ANY_TABLE) >= 0;
    }

    private static boolean isRange(DataType type) {
        return type instanceof DataType.Range
                || type instanceof DataType.Multirange
                || (type instanceof DataType.Domain domain
                        && isRange(domain.underlying().type()));
    }

    private void refuse(TableDraft draft, Relation owner, Exclusion exclusion) {
        List<String> faked = exclusion.columns().stream()
                .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                .filter(c -> !draft.isKept(c))
                .map(Column::name)
                .toList();
        messages.problem(
                owner.name(),
                owner.name() + ", exclusion constraint " + exclusion.name() + ": "
                        + String.join(", ", faked)
                        + (faked.size() == 1 ? " is" : " are")
                        + " faked, and no generator can keep its rows apart. Keep " + String.join(", ", faked) + ".");
    }
}
