package dev.sanitiser.draft;

import dev.sanitiser.catalog.QualifiedName;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What a draft looks at and how much it proposes.
 *
 * @param schemas the schemas whose tables are listed; empty for all
 * @param excludedTables tables that are not listed
 * @param sampleRowCount how many rows of each table PostgreSQL looks at, about; 0 judges by names and types alone
 * @param statementTimeout limit for the judgement of one table, at least a millisecond; a table that takes longer is
 *     judged by names and types
 */
public record DraftOptions(
        Set<String> schemas,
        Set<QualifiedName> excludedTables,
        Suggestion suggestion,
        int sampleRowCount,
        Duration statementTimeout) {

    /** Enough for shares that are exact to a per cent. */
    public static final int USUAL_SAMPLE = 10_000;

    public DraftOptions {
        schemas = Set.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
        Objects.requireNonNull(suggestion);
        if (sampleRowCount < 0) {
            throw new IllegalArgumentException("sampleRowCount must be 0 or more, not " + sampleRowCount);
        }
        if (statementTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("statementTimeout must be a millisecond or more");
        }
    }

    /** All tables, what is safe, a sample of 10,000 rows, half a minute for each table. */
    public static DraftOptions defaults() {
        return new DraftOptions(Set.of(), Set.of(), Suggestion.SAFE, USUAL_SAMPLE, Duration.ofSeconds(30));
    }

    public DraftOptions withSuggestion(Suggestion other) {
        return new DraftOptions(schemas, excludedTables, other, sampleRowCount, statementTimeout);
    }

    /** @param rowCount 0 or more; 0 reads no table */
    public DraftOptions withSampleRowCount(int rowCount) {
        return new DraftOptions(schemas, excludedTables, suggestion, rowCount, statementTimeout);
    }

    boolean selects(QualifiedName name) {
        return (schemas.isEmpty() || schemas.contains(name.schema())) && !excludedTables.contains(name);
    }

    /** How much is proposed as kept. */
    public enum Suggestion {
        /** Keys, and what looks safe. */
        SAFE,
        /** Nothing but keys. */
        NONE
    }
}
