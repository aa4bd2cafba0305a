package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.fake.Fake;
import java.math.BigInteger;
import java.util.Optional;
import org.jooq.Field;

/** Finds the generator of a faked column. */
interface FakeChooser {

    /**
     * The fake of a column.
     *
     * @return empty if there is none; the reason is then among the problems
     */
    Optional<Fake> choose(TableDraft draft, Column column, Field<Long> ordinal);

    /** How many distinct values a unique fake of the column could take; zero if there is no unique fake. */
    BigInteger uniqueCapacity(TableDraft draft, Column column);
}
