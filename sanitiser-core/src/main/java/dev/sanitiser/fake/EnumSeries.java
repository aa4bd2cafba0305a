package dev.sanitiser.fake;

import dev.sanitiser.catalog.DataType;
import java.util.List;
import org.jooq.impl.DSL;

/** The labels of an enum: unique ones in their sort order. */
final class EnumSeries {

    private EnumSeries() {}

    /** An enum without labels has no values: its columns hold nothing but NULL, and so does its series. */
    static Series of(DataType.Enumeration type) {
        List<String> labels = type.labels();
        if (labels.isEmpty()) {
            return Series.constant(DSL.inline((String) null));
        }
        long count = labels.size();
        return Series.ascending(
                        count,
                        count,
                        n -> Sql.element(labels, n.minus(DSL.inline(1L)).mod(DSL.inline(count))))
                .withPlausible(lane -> lane.pick(labels));
    }
}
