package dev.sanitiser.draft;

import static org.jooq.impl.DSL.inline;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Check digits computed by PostgreSQL: of cards by Luhn's formula (ISO/IEC 7812-1), of IBANs modulo 97 (ISO 13616).
 * Nothing is computed for a text of another form.
 */
final class CheckDigits {

    private static final Field<Integer> POSITION = DSL.field(DSL.name("p", "i"), SQLDataType.INTEGER);

    private CheckDigits() {}

    static Condition isCard(Field<String> text) {
        Field<String> backwards = DSL.reverse(DSL.regexpReplaceAll(text, inline("[ -]"), inline("")));
        Field<Integer> digit = DSL.ascii(character(backwards)).minus(inline((int) '0'));
        Field<Integer> counted = DSL.when(POSITION.mod(inline(2)).eq(inline(1)), digit)
                .when(digit.gt(inline(4)), digit.times(inline(2)).minus(inline(9)))
                .otherwise(digit.times(inline(2)));
        Field<Integer> remainder = DSL.field(DSL.select(DSL.sum(counted)
                        .cast(SQLDataType.BIGINT)
                        .mod(inline(10))
                        .cast(SQLDataType.INTEGER))
                .from(positions(backwards)));
        return onlyIf(text.likeRegex(inline("^[1-9](?:[ -]?[0-9]){12,18}$")), remainder.eq(inline(0)));
    }

    static Condition isIban(Field<String> text) {
        Field<String> compact = DSL.upper(DSL.replace(text, inline(" "), inline("")));
        Field<String> turned = DSL.substring(compact, inline(5)).concat(DSL.substring(compact, inline(1), inline(4)));
        Field<String> character = character(turned);
        Field<String> number = DSL.when(character.between(inline("0"), inline("9")), character)
                .otherwise(DSL.ascii(character).minus(inline('A' - 10)).cast(SQLDataType.CLOB));
        Field<String> digits = DSL.field(
                DSL.select(DSL.listAgg(number, "").withinGroupOrderBy(POSITION)).from(positions(turned)));
        Field<Integer> remainder = DSL.field(DSL.select(DSL.when(
                                DSL.field(DSL.name("d", "digits"), SQLDataType.CLOB)
                                        .likeRegex(inline("^[0-9]{15,70}$")),
                                DSL.field(DSL.name("d", "digits"), SQLDataType.CLOB)
                                        .cast(SQLDataType.NUMERIC)
                                        .mod(inline(97))
                                        .cast(SQLDataType.INTEGER))
                        .otherwise(inline(0)))
                .from(DSL.select(digits.as("digits")).asTable("d")));
        return onlyIf(
                text.likeRegex(inline("^[A-Za-z]{2}[0-9]{2} ?(?:[A-Za-z0-9] ?){11,30}$")), remainder.eq(inline(1)));
    }

    private static Field<String> character(Field<String> text) {
        return DSL.substring(text, POSITION, inline(1));
    }

    private static Table<?> positions(Field<String> text) {
        return DSL.generateSeries(inline(1), DSL.length(text)).as("p", "i");
    }

    /** A CASE, because AND may evaluate both sides. */
    private static Condition onlyIf(Condition first, Condition then) {
        return DSL.condition(DSL.when(first, DSL.field(then)).otherwise(inline(false)));
    }
}
