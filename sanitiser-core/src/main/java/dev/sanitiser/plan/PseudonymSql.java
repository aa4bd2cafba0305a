package dev.sanitiser.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.table;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Allow;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Numbers of real values, as {@link PseudonymNumber} describes them: the one expression over a value that is not kept
 * which a scope lets out. {@link PseudonymForms} knows the same text and admits nothing else.
 *
 * <p>Plain SQL: casts between bit strings and numbers, subscripts of a column and OFFSET as a fence have no form in
 * jOOQ. Everything spliced in is a constant of ours or goes in as a {@code Name}.
 */
@Allow.PlainSQL
final class PseudonymSql {

    private static final String PADS = "(select \"pg_catalog\".\"decode\"(\"pg_catalog\".\"current_setting\"('"
            + PseudonymKey.INNER_PAD + "'), 'hex') as \"i\", \"pg_catalog\".\"decode\"(\"pg_catalog\""
            + ".\"current_setting\"('" + PseudonymKey.OUTER_PAD + "'), 'hex') as \"o\" offset 0) as \"k\"";

    private static final String HMAC = "\"pg_catalog\".\"sha256\"(\"k\".\"o\" || \"pg_catalog\".\"sha256\"(\"k\".\"i\""
            + " || \"pg_catalog\".\"textsend\"(%s)))";

    /** A round's table: 16 bits of the keyed hash for each number of half the bits. */
    private static final String ROUND = "(select \"pg_catalog\".\"array_agg\"(cast((\"pg_catalog\".\"get_byte\"(\"b\""
            + ".\"h\", 2 * \"j\".\"j\") * 256 + \"pg_catalog\".\"get_byte\"(\"b\".\"h\", 2 * \"j\".\"j\" + 1)) & %1$d as"
            + " \"pg_catalog\".\"int2\") order by \"b\".\"c\", \"j\".\"j\") from (select \"c\".\"c\" as \"c\", "
            + HMAC.replace("%s", "'%2$s' || \"c\".\"c\"")
            + " as \"h\" from \"pg_catalog\".\"generate_series\"(0, %3$d) as \"c\"(\"c\") offset 0) as \"b\" cross join"
            + " \"pg_catalog\".\"generate_series\"(0, 15) as \"j\"(\"j\"))";

    private static final int NUMBERS_IN_A_HASH = 16;
    private static final int ROUNDS = 4;

    private PseudonymSql() {}

    /** The key, as every scope that makes numbers needs it. */
    static Table<?> pads() {
        return table(raw(PADS));
    }

    /** The tables of a permutation's rounds. */
    static Table<?> rounds(PseudonymNumber.Permutation permutation, String alias) {
        String rounds = IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(i -> round(permutation, i) + " as \"r" + i + "\"")
                .collect(Collectors.joining(", "));
        return table(raw("(select " + rounds + " from " + PADS + " offset 0) as \"" + alias + "\""));
    }

    private static String round(PseudonymNumber.Permutation permutation, int number) {
        int size = 1 << permutation.halfBits();
        return String.format(
                Locale.ROOT, ROUND, size - 1, permutation.tag() + ":" + number + ":", (size - 1) / NUMBERS_IN_A_HASH);
    }

    /**
     * The number of a value.
     *
     * @param roundsAlias of the permutation's {@link #rounds}
     */
    static Field<Long> number(Name column, PseudonymNumber number, String roundsAlias) {
        return number instanceof PseudonymNumber.Permutation permutation
                ? permuted(column, permutation, roundsAlias)
                : digested(column, (PseudonymNumber.Digest) number);
    }

    private static Field<Long> permuted(Name column, PseudonymNumber.Permutation permutation, String rounds) {
        String half = Integer.toString(1 << permutation.halfBits());
        String index = "(cast({0} as \"pg_catalog\".\"int8\") - 1)";
        String left = "(" + index + " / " + half + ")";
        String right = "(" + index + " % " + half + ")";
        String first = mixed(left, right, rounds, 1);
        String second = mixed(right, first, rounds, 2);
        String third = mixed(first, second, rounds, 3);
        String fourth = mixed(second, third, rounds, 4);
        return field("(" + third + " * " + half + " + " + fourth + " + 1)", SQLDataType.BIGINT, column);
    }

    private static String mixed(String left, String right, String rounds, int round) {
        return "(" + left + " # \"" + rounds + "\".\"r" + round + "\"[cast(" + right
                + " as \"pg_catalog\".\"int4\") + 1])";
    }

    private static Field<Long> digested(Name column, PseudonymNumber.Digest digest) {
        String hash = HMAC.replace("%s", "{1} || {0}");
        return field(
                "(cast(cast('x' || \"pg_catalog\".\"encode\"(\"pg_catalog\".\"substr\"(" + hash
                        + ", 1, 8), 'hex') as \"pg_catalog\".\"bit\"(64)) as \"pg_catalog\".\"int8\")"
                        + " & 9223372036854775807) % {2} + 1",
                SQLDataType.BIGINT,
                text(column, digest.text()),
                inline(digest.tag() + ":"),
                raw(Long.toString(digest.space())));
    }

    /** The text that stands for a value, for counting different ones as well. */
    static Field<String> text(QueryPart column, PseudonymNumber.CanonicalText text) {
        String plain = "cast({0} as \"pg_catalog\".\"text\")";
        String template = switch (text) {
            case PLAIN -> plain;
            case LOWER_CASE -> "\"pg_catalog\".\"lower\"(" + plain + ")";
            case NUMBER ->
                "cast(\"pg_catalog\".\"trim_scale\"(cast({0} as \"pg_catalog\".\"numeric\")) as"
                        + " \"pg_catalog\".\"text\")";
            case FLOAT -> "cast(cast({0} as \"pg_catalog\".\"float8\") + 0 as \"pg_catalog\".\"text\")";
        };
        return field(template, String.class, column);
    }
}
