package dev.sanitiser.fake;

import dev.sanitiser.catalog.DataType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Rows of a composite type, field by field; unique ones by the field that has the most values. */
final class CompositeSeries {

    private CompositeSeries() {}

    /** @return empty if one of the fields has no series */
    static Optional<Series> of(DataType.Composite type) {
        List<Series> fields = new ArrayList<>();
        for (DataType.Attribute attribute : type.attributes()) {
            Optional<Series> field = TypeSeries.of(attribute.type());
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(of(fields));
    }

    private static Series of(List<Series> fields) {
        int longest = longest(fields);
        BigInteger length =
                fields.isEmpty() ? BigInteger.ONE : fields.get(longest).length();
        return new Series(length, false, lane -> row(fields, lane, longest), lane -> row(fields, lane, -1));
    }

    private static int longest(List<Series> fields) {
        int longest = 0;
        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i).length().compareTo(fields.get(longest).length()) > 0) {
                longest = i;
            }
        }
        return longest;
    }

    private static Field<?> row(List<Series> fields, Lane lane, int uniqueField) {
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Series field = fields.get(i);
            values.add((i == uniqueField ? field.next() : field.plausible()).apply(lane.branch(i)));
        }
        return DSL.field(DSL.row(values));
    }
}
