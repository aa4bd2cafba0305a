package dev.sanitiser.plan;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.fake.Generators;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan leaves out, how strict it is, and who reads rows for it.
 *
 * @param schemas the schemas that travel; empty for all
 * @param excludedTables tables that do not travel at all, with everything that depends on them
 * @param unclassifiedColumns what a listed table's column means that stands neither under {@code keep} nor {@code fake}
 * @param generators those that the allow list may name
 * @param readAs the role that every statement over rows runs as, by its exact name; empty for the one that connects
 */
public record PlanOptions(
        Set<String> schemas,
        Set<QualifiedName> excludedTables,
        UnclassifiedColumns unclassifiedColumns,
        Generators generators,
        Optional<String> readAs) {
    public PlanOptions {
        schemas = Set.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    /** With the generators of this library. */
    public PlanOptions(
            Set<String> schemas, Set<QualifiedName> excludedTables, UnclassifiedColumns unclassifiedColumns) {
        this(schemas, excludedTables, unclassifiedColumns, Generators.standard(), Optional.empty());
    }

    /** The same with other generators, such as the standard ones and one of your own. */
    public PlanOptions withGenerators(Generators others) {
        return new PlanOptions(schemas, excludedTables, unclassifiedColumns, others, readAs);
    }

    /**
     * The same, but rows are read as another role: every statement over rows of tables runs after {@code SET LOCAL
     * ROLE}, the proofs of the plan included. That role needs SELECT on no column but those that the statements read;
     * the one that connects must be a member of it, and locks and reads the structure.
     *
     * @param role its exact name
     */
    public PlanOptions withReadAs(String role) {
        return new PlanOptions(schemas, excludedTables, unclassifiedColumns, generators, Optional.of(role));
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
