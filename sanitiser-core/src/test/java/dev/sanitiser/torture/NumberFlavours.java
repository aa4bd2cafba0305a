package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.NUMBER;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Columns of numbers. */
final class NumberFlavours {

    private NumberFlavours() {}

    static List<Flavour> all() {
        return List.of(
                integers("int2", 1, 30_000),
                integers("int4", -1_000_000, 1_000_000),
                integers("int4", 1, 100),
                Flavour.of("int8", (dice, row) -> Cell.marked("7" + dice.digits(15)), KEY, ORDERED, NUMBER),
                integers("int4", 0, 99).checked("{c} >= 0 AND {c} < 100", "{c} >= 0", "{c} <= 255"),
                integers("int4", 1, 5).checked("{c} BETWEEN 1 AND 5", "{c} > 0 AND {c} <= 5"),
                integers("int4", 1, 3).checked("{c} IN (1, 2, 3)", "{c} = ANY (ARRAY[1, 2, 3])"),
                integers("int2", 1_000, 2_000).checked("{c} >= 1000", "{c} BETWEEN 900 AND 2100"),
                Flavour.of("int4", (dice, row) -> Cell.of(2 * dice.between(1, 5_000)), KEY, ORDERED, NUMBER)
                        .checked("{c} % 2 = 0", "{c} <> 0", "mod({c}, 2) = 0 AND {c} > 0"),
                integers("int4", -900, -1).checked("{c} < 0"),
                integers("int8", 5_000_000_000L, 6_000_000_000L)
                        .checked("{c} > 4294967296", "{c} >= 5000000000::bigint"),
                decimals("numeric", 30, 10),
                decimals("numeric(8,2)", 6, 2).ofFamily("numeric"),
                decimals("numeric(10,2)", 5, 2)
                        .ofFamily("numeric")
                        .checked("{c} > 0", "{c} >= 0::numeric", "{c} >= 0 AND {c} < 1000"),
                decimals("numeric(5,4)", 1, 4).ofFamily("numeric").checked("{c} >= 0 AND {c} < 10"),
                integers("numeric(3,0)", 1, 999).ofFamily("numeric"),
                doubles(-1_000_000, 1_000_000),
                doubles(-90, 90).checked("{c} >= -90 AND {c} <= 90", "abs({c}) <= 90"),
                doubles(0, 1).checked("{c} >= 0 AND {c} <= 1", "{c} BETWEEN 0.0 AND 1.0"),
                integers("float4", 1, 100_000),
                integers("money", 1, 100_000),
                integers("oid", 1, 100_000));
    }

    private static Flavour integers(String type, long min, long max) {
        return Flavour.of(type, (dice, row) -> Cell.of(dice.between(min, max)), KEY, ORDERED, NUMBER);
    }

    private static Flavour decimals(String type, int integerDigits, int scale) {
        return Flavour.of(
                type,
                (dice, row) -> decimal(new BigInteger("1" + dice.digits(integerDigits + scale - 1)), scale),
                KEY,
                ORDERED,
                NUMBER);
    }

    private static Cell decimal(BigInteger unscaled, int scale) {
        String text = new BigDecimal(unscaled, scale).toPlainString();
        return text.length() > 12 ? Cell.marked(text) : Cell.of(text);
    }

    private static Flavour doubles(int min, int max) {
        return Flavour.of(
                "float8",
                (dice, row) -> Cell.of(dice.between(min * 1_000L, max * 1_000L) / 1_000.0),
                KEY,
                ORDERED,
                NUMBER);
    }
}
