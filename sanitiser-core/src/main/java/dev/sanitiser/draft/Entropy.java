package dev.sanitiser.draft;

import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Shannon's entropy of a text's characters, computed by PostgreSQL: high for keys and tokens, low for words. */
final class Entropy {

    /** Twenty different characters have 4.3 bits each; words and slugs of some length 3.3 to 3.9. */
    private static final BigDecimal BITS = BigDecimal.valueOf(4);

    private static final Field<BigDecimal> FREQUENCY = DSL.field(DSL.name("c", "n"), SQLDataType.NUMERIC);

    private Entropy() {}

    static Condition isHigh(Field<String> text) {
        Condition candidate = text.likeRegex(inline("^[A-Za-z0-9+/=_.-]{20,200}$"))
                .and(text.likeRegex(inline("[0-9]")))
                .and(text.likeRegex(inline("[A-Za-z]")));
        Field<Integer> position = DSL.field(DSL.name("p", "i"), SQLDataType.INTEGER);
        Field<String> character = DSL.substring(text, position, inline(1));
        Table<?> frequencies = DSL.select(DSL.count()
                        .cast(SQLDataType.NUMERIC)
                        .div(DSL.length(text))
                        .as("n"))
                .from(DSL.generateSeries(inline(1), DSL.length(text)).as("p", "i"))
                .groupBy(character)
                .asTable("c");
        Field<BigDecimal> bits = DSL.field(DSL.select(DSL.sum(FREQUENCY
                        .times(DSL.log(FREQUENCY, inline(2)).cast(SQLDataType.NUMERIC))
                        .neg()))
                .from(frequencies));
        return DSL.condition(
                DSL.when(candidate, DSL.field(bits.ge(inline(BITS)))).otherwise(inline(false)));
    }
}
