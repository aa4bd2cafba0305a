package dev.sanitiser.copy;

import static org.jooq.impl.DSL.inline;

import dev.sanitiser.catalog.Sequence;
import dev.sanitiser.plan.TablePlan;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Asks for the value of a copied column that a sequence reached last. */
@FunctionalInterface
interface LastDrawn {

    /**
     * The value that the sequence can have drawn last and has one left to draw after.
     *
     * @return empty where the table has no such value
     */
    Optional<Long> in(TablePlan table, String column, Sequence sequence);

    /** The aggregate of a column that says it. */
    static Field<Long> aggregate(Field<Long> value, Sequence sequence) {
        return sequence.increment() > 0 ? DSL.max(value) : DSL.min(value);
    }

    /** Which values count. */
    static Condition counts(Field<Long> value, Sequence sequence) {
        Field<Long> minimum = inline(sequence.minimum());
        Field<Long> maximum = inline(sequence.maximum());
        return sequence.increment() > 0
                ? value.ge(minimum).and(value.lt(maximum))
                : value.gt(minimum).and(value.le(maximum));
    }
}
