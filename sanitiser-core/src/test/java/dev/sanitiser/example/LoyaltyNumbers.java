package dev.sanitiser.example;

import dev.sanitiser.fake.Fake;
import dev.sanitiser.fake.Generator;
import dev.sanitiser.fake.GeneratorContext;
import dev.sanitiser.fake.Outcome;
import java.math.BigInteger;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Loyalty numbers: L and nine digits. */
public final class LoyaltyNumbers implements Generator {

    private static final long COUNT = 999_999_999;

    @Override
    public String name() {
        return "loyalty-number";
    }

    @Override
    public String description() {
        return "L and nine digits";
    }

    @Override
    public Optional<String> example() {
        return Optional.of("L000000017");
    }

    @Override
    public Outcome generate(GeneratorContext context) {
        if (context.textLength().orElse(0) < 10) {
            return Outcome.rejected("loyalty numbers need strings of 10 characters");
        }
        Field<Long> number =
                context.unique() ? context.lane().ordinal() : context.lane().between(1, COUNT);
        Field<String> digits = DSL.lpad(
                number.cast(SQLDataType.CLOB), DSL.inline(9), DSL.inline("0").cast(SQLDataType.CLOB));
        return Outcome.fits(new Fake(
                name(),
                DSL.concat(DSL.inline("L"), digits),
                context.unique() ? BigInteger.valueOf(COUNT) : BigInteger.ONE));
    }
}
