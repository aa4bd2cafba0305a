package dev.sanitiser;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.SanitisationPlan;

/**
 * Hears how a dump goes on. All methods do nothing by default; they are called from several threads, one call at a
 * time, and must return quickly. No call ever carries a value of the source.
 */
public interface DumpListener {

    /** A listener that ignores everything. */
    static DumpListener silent() {
        return new DumpListener() {};
    }

    default void stepStarted(DumpStep step) {}

    /** The plan stands: snapshot taken, nothing read yet. */
    default void planned(SanitisationPlan plan) {}

    /** A table's sanitised rows stand in the scratch schema. */
    default void tableFilled(QualifiedName table, long rowCount) {}

    /** Bytes of a table's rows, in COPY text form, on their way into the archive since the last call. */
    default void rowsWritten(QualifiedName table, long sizeInBytes) {}

    /** A table's rows stand in the archive. */
    default void tableWritten(QualifiedName table, long rowCount) {}
}
