package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import java.util.List;

/**
 * A unique index that the rows of a table obey.
 *
 * @param owner the table, or one above it in its partition tree
 */
record Index(TableDraft draft, Relation owner, UniqueIndex index) {

    List<Column> keys() {
        return columns(index.keys());
    }

    List<Column> predicateAndExpressionColumns() {
        return columns(index.predicateColumns());
    }

    private List<Column> columns(List<Integer> numbers) {
        return numbers.stream()
                .filter(n -> n > 0)
                .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                .toList();
    }

    /** Whether what is different in the source is different in the copy. */
    boolean keysTellApart() {
        boolean plain = keys().stream().allMatch(draft::tellsApart);
        return plain
                && (index.expressions().stream().allMatch(this::tellsApart)
                        || predicateAndExpressionColumns().stream().allMatch(draft::isKept));
    }

    private boolean tellsApart(String expression) {
        return predicateAndExpressionColumns().stream()
                .filter(draft::tellsApart)
                .anyMatch(c -> UniqueRules.preservesUniqueness(expression, c));
    }

    /** Whether a key of the index is the column, but for its case or blanks around it. */
    boolean isTellingExpression(Column column) {
        return index.expressions().stream().anyMatch(e -> UniqueRules.preservesUniqueness(e, column));
    }

    String place() {
        return draft.relation().name() + ", unique index " + index.name();
    }
}
