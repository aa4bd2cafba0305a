package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Something the database must confirm before rows are read: a count over a table expression that must not exceed a
 * limit, and whose evaluation must not fail.
 *
 * @param rows what the plan's statement gives, or a sample of its fakes
 * @param count an aggregate, never a value
 * @param problem what a reader gets if the proof fails: place, finding and remedy
 * @param subject what could be changed so that it holds
 */
record Proof(
        Table<?> rows, Field<? extends Number> count, BigInteger atMost, String problem, Optional<Subject> subject) {

    /** A proof of something that no other fake would change. */
    Proof(Table<?> rows, Field<? extends Number> count, BigInteger atMost, String problem) {
        this(rows, count, atMost, problem, Optional.empty());
    }

    /** What a proof is about. */
    enum Kind {
        /** The values of one column among themselves. */
        COLUMN,
        /** The values of a row. */
        ROW,
        /** Whether a row stays in its partition. */
        PARTITION
    }

    /**
     * The fakes that decide.
     *
     * @param columns those made by generators
     * @param columnsOfConstraint how many columns the constraint reads, whatever makes them
     */
    record Subject(TableDraft draft, List<Column> columns, int columnsOfConstraint, Kind kind) {
        static Subject of(TableDraft draft, Collection<Column> read, Kind kind) {
            return new Subject(draft, read.stream().filter(draft::isGenerated).toList(), read.size(), kind);
        }
    }

    Proof about(TableDraft draft, Collection<Column> read, Kind kind) {
        return new Proof(rows, count, atMost, problem, Optional.of(Subject.of(draft, read, kind)));
    }

    /** Whether the proof is given anew when one of the tables changes: those of views always are. */
    boolean isOfOneOf(Set<Long> tables) {
        return subject.map(s -> tables.contains(s.draft().relation().oid())).orElse(true);
    }
}
