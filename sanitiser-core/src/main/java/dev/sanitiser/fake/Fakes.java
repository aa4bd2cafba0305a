package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import java.math.BigInteger;
import java.util.Optional;
import org.jooq.Field;

/** Chooses the fake of a column by its type alone: a value that fits, whatever the column means. */
public final class Fakes {

    /** The name of the fakes that are chosen by type; no allow list names it. */
    private static final String BY_TYPE = "type";

    private Fakes() {}

    /**
     * A fake for a column's type: its length, precision, scale, fields and dimensions; NOT NULL of domains and all enum
     * labels. CHECKs of domains are not looked at.
     *
     * <p>A unique fake gives as many different values as it says, in order of the ordinals; for later ordinals it
     * begins again or fails. They stay different under every collation and after {@code lower()} or {@code rtrim()};
     * those of ranges do not overlap. A fake that is not unique promises one value only.
     *
     * @param ordinal a {@code bigint} of at least 1; nothing else enters the value
     * @return empty for types that accept no input ({@code pg_node_tree}, {@code gtsvector}, …), for base types of
     *     unknown extensions, for PostGIS columns of other kinds than points, and for whatever is made of one of these;
     *     see {@link #remedy}
     */
    public static Optional<Fake> typeFake(FakeRequest request, Field<Long> ordinal) {
        Lane lane = new Lane(ordinal, request.seed());
        return TypeSeries.of(request.type())
                .map(series -> request.unique()
                        ? new Fake(BY_TYPE, series.next().apply(lane), series.length())
                        : new Fake(BY_TYPE, series.plausible().apply(lane), BigInteger.ONE));
    }

    /** What to do about a column whose type has no fake: completes a message that names the column. */
    public static String remedy(ColumnType type) {
        return "type " + type.formatted() + " has no fake. List the column under \"keep\", "
                + "or give it \"null\" under \"fake\" if it may be NULL.";
    }
}
