package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.fake.Generators;
import java.util.Set;

/**
 * What a plan leaves out and how strict it is.
 *
 * @param schemas the schemas that travel; empty for all
 * @param excludedTables tables that do not travel at all, with everything that depends on them
 * @param unclassifiedColumns what a listed table's column means that stands neither under {@code keep} nor {@code fake}
 * @param generators those that the allow list may name
 */
public record PlanOptions(
        Set<String> schemas,
        Set<QualifiedName> excludedTables,
        UnclassifiedColumns unclassifiedColumns,
        Generators generators) {
    public PlanOptions {
        schemas = Set.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    /** With the generators of this library. */
    public PlanOptions(
            Set<String> schemas, Set<QualifiedName> excludedTables, UnclassifiedColumns unclassifiedColumns) {
        this(schemas, excludedTables, unclassifiedColumns, Generators.standard());
    }

    /** The same with other generators, such as the standard ones and one of your own. */
    public PlanOptions withGenerators(Generators others) {
        return new PlanOptions(schemas, excludedTables, unclassifiedColumns, others);
    }

    /** Everything travels; what is not classified is faked. */
    public static PlanOptions defaults() {
        return new PlanOptions(Set.of(), Set.of(), UnclassifiedColumns.FAKE);
    }

    /** Whether a relation of this name travels, as far as its own name says. */
    public boolean selects(QualifiedName name) {
        return (schemas.isEmpty() || schemas.contains(name.schema())) && !excludedTables.contains(name);
    }

    /** {@code --strict} makes it an error. */
    public enum UnclassifiedColumns {
        FAKE,
        ERROR
    }
}
