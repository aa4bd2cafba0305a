package dev.sanitiser.plan;

import dev.sanitiser.catalog.Relation;
import java.util.List;

/**
 * How well an allow list fits a database, as far as the catalog tells.
 *
 * @param misfits in the order they were found; {@link Misfit.Kind#UNCLASSIFIED_COLUMNS} whether or not the options ask
 *     for classified columns
 * @param unlisted tables that travel and that the list does not mention, in name order, whatever its options say of
 *     them
 */
public record AllowListFit(List<Misfit> misfits, List<Relation> unlisted) {
    public AllowListFit {
        misfits = List.copyOf(misfits);
        unlisted = List.copyOf(unlisted);
    }
}
