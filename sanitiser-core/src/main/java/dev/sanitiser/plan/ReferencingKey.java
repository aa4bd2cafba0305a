package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A foreign key that the rows of a table obey: its own, or one of the partitioned tables above it.
 *
 * @param root the table itself, or the root of its partition tree: what an allow list names
 * @param columns the referencing columns as the table itself numbers them
 * @param key the referenced columns, in the same order
 */
record ReferencingKey(
        TableDraft draft,
        QualifiedName root,
        ForeignKey foreignKey,
        List<Column> columns,
        Relation referenced,
        List<Column> key) {

    /** @param owner the table that declares the foreign key */
    static ReferencingKey of(CatalogIndex catalog, TableDraft draft, Relation owner, ForeignKey foreignKey) {
        Relation referenced = catalog.relation(foreignKey.referencedTable());
        List<Relation> lineage = catalog.lineage(draft.relation());
        return new ReferencingKey(
                draft,
                lineage.get(lineage.size() - 1).name(),
                foreignKey,
                foreignKey.columns().stream()
                        .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                        .toList(),
                referenced,
                foreignKey.referencedColumns().stream().map(referenced::column).toList());
    }

    String place() {
        return root + ", foreign key " + foreignKey.name();
    }

    QualifiedName target() {
        return referenced.name();
    }

    String columnNames() {
        return names(columns);
    }

    String keyNames() {
        return names(key);
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
