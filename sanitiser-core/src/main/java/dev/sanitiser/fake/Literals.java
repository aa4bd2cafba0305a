package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import org.jooq.impl.DSL;

/**
 * Values of any type in their text form, such as those that a CHECK constraint names; not for allow lists.
 *
 * @param values at least one; each must be input of the column's type
 */
public record Literals(List<String> values) implements Generator {

    public Literals {
        values = values.stream().distinct().toList();
    }

    @Override
    public String name() {
        return "literals";
    }

    @Override
    public Outcome generate(GeneratorContext context) {
        Lane lane = context.lane();
        return Outcome.fits(
                context.unique()
                        ? new Fake(
                                name(),
                                Sql.element(
                                        values,
                                        lane.ordinal().minus(DSL.inline(1L)).mod(DSL.inline((long) values.size()))),
                                BigInteger.valueOf(values.size()))
                        : new Fake(name(), lane.pick(values), BigInteger.ONE));
    }
}
