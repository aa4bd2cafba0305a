package dev.sanitiser.fake;

import java.util.Optional;
import java.util.function.IntFunction;

/** Makes the series of one base type. */
@FunctionalInterface
interface BaseSeries {

    /**
     * @param typeModifier -1 where the column declares none
     * @return empty where values of the type exist, but none that would fit the modifier
     */
    Optional<Series> of(int typeModifier);

    /** For types whose modifier changes nothing, or that have none. */
    static BaseSeries always(Series series) {
        return typeModifier -> Optional.of(series);
    }

    static BaseSeries by(IntFunction<Series> seriesOfModifier) {
        return typeModifier -> Optional.of(seriesOfModifier.apply(typeModifier));
    }
}
