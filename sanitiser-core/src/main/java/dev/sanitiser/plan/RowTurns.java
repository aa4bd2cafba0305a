package dev.sanitiser.plan;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;

import java.util.List;
import org.jooq.Field;

/**
 * Turns ranks into positions that look random and never meet: the members of a unique index are the digits of the rank,
 * each moved by an amount that depends on lower digits only.
 */
final class RowTurns {

    /** Larger than any pool, so that it shares no divisor with the size of one. */
    private static final long PRIME = 2_147_483_647L;

    private static final long SHIFTS = 1_000_000_000L;

    private RowTurns() {}

    /** From 0. */
    static Field<Long> rank(RowNumbers numbers, TableScope scope, int number) {
        boolean isOrdinal = numbers.ranks().stream().noneMatch(r -> r.number() == number);
        if (isOrdinal) {
            return scope.ordinal().minus(inline(1L));
        }
        Field<Long> before = scope.rank(number).minus(inline(1L));
        return numbers.step() == 1 ? before : before.mul(inline(numbers.step())).plus(inline(numbers.first() - 1));
    }

    /**
     * A number whose remainder by the size of a digit is the position of its turn.
     *
     * @param lower the sizes of the digits below
     */
    static Field<Long> position(Field<Long> rank, List<Field<Long>> lower, long seed) {
        Field<Long> rest = rank;
        Field<Long> shift = inline(Math.floorMod(seed, SHIFTS));
        for (Field<Long> size : lower) {
            Field<Long> safe = nullif(size, inline(0L));
            shift = hash(rest.mod(safe).plus(shift), seed).mod(inline(SHIFTS));
            rest = rest.div(safe);
        }
        return rest.mul(inline(PRIME)).plus(shift);
    }

    /** A pseudo-random number from 0 to 2⁶³ - 1. */
    static Field<Long> hash(Field<Long> number, long seed) {
        return function(name("pg_catalog", "hashint8extended"), Long.class, number, inline(seed))
                .bitAnd(inline(Long.MAX_VALUE));
    }
}
