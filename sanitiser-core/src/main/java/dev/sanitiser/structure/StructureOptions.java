package dev.sanitiser.structure;

import dev.sanitiser.catalog.QualifiedName;
import java.util.Set;

/**
 * What of the source's structure is wanted; immutable, each {@code with…} returns a changed copy.
 *
 * @param schemas the schemas that travel; empty for all
 * @param excludedTables tables that do not travel, in the catalog's spelling
 */
public record StructureOptions(Comments comments, Set<String> schemas, Set<QualifiedName> excludedTables) {

    public StructureOptions {
        schemas = Set.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    /** Every schema and table, without comments. */
    public static StructureOptions defaults() {
        return new StructureOptions(Comments.DROP, Set.of(), Set.of());
    }

    public StructureOptions withComments(Comments wanted) {
        return new StructureOptions(wanted, schemas, excludedTables);
    }

    public StructureOptions withSchemas(Set<String> travelling) {
        return new StructureOptions(comments, travelling, excludedTables);
    }

    public StructureOptions withExcludedTables(Set<QualifiedName> excluded) {
        return new StructureOptions(comments, schemas, excluded);
    }

    boolean isSchemaTravelling(String schema) {
        return schemas.isEmpty() || schemas.contains(schema);
    }

    /** Whether the source's comments travel; those on schemas and on the database never do. */
    public enum Comments {
        DROP,
        KEEP
    }
}
