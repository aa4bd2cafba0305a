package dev.sanitiser.plan;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.fake.FakeRequest;
import dev.sanitiser.fake.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Arrays of a given number of elements. */
final class FixedArrays {

    private FixedArrays() {}

    static Candidate of(Candidate elements, DataType.Array array, ColumnType element, int size) {
        return new Candidate("an array of as many elements as a constraint asks", true, (request, ordinal) -> {
            List<Field<?>> values = new ArrayList<>();
            Fake first = null;
            for (int i = 0; i < size; i++) {
                FakeRequest one = new FakeRequest(
                        element, request.unique() && i == 0, Seeds.branch(request.seed(), i), request.rowSeed());
                Outcome outcome = elements.fake().apply(one, ordinal);
                if (!(outcome instanceof Outcome.Fits fits)) {
                    return outcome;
                }
                first = first == null ? fits.fake() : first;
                values.add(TypeCasts.cast(fits.fake().value(), element.type()));
            }
            String generator = first == null ? "type" : first.generator();
            return Outcome.fits(new Fake(
                    generator,
                    array(values, request.type().type(), array),
                    first == null ? BigInteger.ONE : first.distinctValues()));
        });
    }

    @SuppressWarnings("unchecked")
    private static Field<?> array(List<Field<?>> values, DataType type, DataType.Array array) {
        Field<?> plain = values.isEmpty()
                ? DSL.inline("{}")
                : DSL.array(values.stream().map(v -> (Field<Object>) v).toList());
        return TypeCasts.cast(TypeCasts.cast(plain, array), type);
    }
}
