package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.OVERLAPS;

import java.time.LocalDate;
import java.util.List;

/** Columns of documents, arrays and ranges. */
final class CompoundFlavours {

    private CompoundFlavours() {}

    static List<Flavour> all() {
        return List.of(
                documents("json"),
                documents("jsonb"),
                documents("jsonb")
                        .checked("jsonb_typeof({c}) = 'object'", "{c} ? 'name'", "({c} ->> 'name') IS NOT NULL"),
                Flavour.of("jsonb", (dice, row) -> list(dice)).checked("jsonb_typeof({c}) = 'array'"),
                Flavour.of("xml", (dice, row) -> xml(dice)),
                Flavour.of("tsvector", (dice, row) -> words(dice, "'", "':1 ")),
                Flavour.of("tsquery", (dice, row) -> words(dice, "'", "'")),
                Flavour.of("jsonpath", (dice, row) -> words(dice, "$.\"", "\"")),
                Flavour.of("text[]", (dice, row) -> texts(dice), KEY),
                Flavour.of("text[]", (dice, row) -> texts(dice), KEY)
                        .checked(
                                "cardinality({c}) > 0",
                                "array_length({c}, 1) <= 5",
                                "array_position({c}, NULL) IS NULL"),
                Flavour.of("varchar(12)[]", (dice, row) -> texts(dice), KEY),
                Flavour.of("int4[]", (dice, row) -> integers(dice), KEY),
                Flavour.of("int4[]", (dice, row) -> integers(dice), KEY)
                        .checked("0 < ALL ({c})", "array_ndims({c}) = 1"),
                Flavour.of("date[]", (dice, row) -> Cell.of("{2010-01-0" + dice.between(1, 9) + "}"), KEY),
                Flavour.of("int4range", (dice, row) -> range(dice, 100_000, 10), KEY, OVERLAPS),
                Flavour.of("int8range", (dice, row) -> range(dice, 1_000_000, 10), KEY, OVERLAPS)
                        .checked("NOT isempty({c})", "lower({c}) >= 0"),
                Flavour.of("numrange", (dice, row) -> range(dice, 10_000, 3), KEY, OVERLAPS),
                Flavour.of("daterange", (dice, row) -> days(dice), KEY, OVERLAPS)
                        .checked("NOT isempty({c})", "NOT lower_inf({c})", "upper({c}) > lower({c})"),
                Flavour.of("tstzrange", (dice, row) -> days(dice), KEY, OVERLAPS),
                Flavour.of(
                        "int4multirange",
                        (dice, row) ->
                                Cell.of("{" + range(dice, 1_000, 9).text().orElse("") + "}"),
                        KEY,
                        OVERLAPS));
    }

    private static Flavour documents(String type) {
        return Flavour.of(type, (dice, row) -> document(dice));
    }

    private static Cell document(Dice dice) {
        String name = dice.lettersAndDigits(12);
        String key = dice.lettersAndDigits(10);
        return Cell.of("""
                {"name": "%s", "age": %d, "tags": ["a", null, true], "of": {"%s": 1.5, "theme": "dark"}}""".formatted(name, dice.between(1, 99), key), name, key);
    }

    private static Cell list(Dice dice) {
        String item = dice.lettersAndDigits(12);
        return Cell.of("[1, \"" + item + "\", {}]", item);
    }

    private static Cell xml(Dice dice) {
        String word = dice.lettersAndDigits(12);
        return Cell.of("<p a=\"1\">" + word + " &amp; others</p>", word);
    }

    private static Cell words(Dice dice, String before, String after) {
        String word = "w" + dice.lettersAndDigits(11);
        return Cell.of(before + word + after, word);
    }

    private static Cell texts(Dice dice) {
        String first = dice.lettersAndDigits(10);
        return dice.chance(0.5)
                ? Cell.of("{" + first + "}", first)
                : Cell.of("{" + first + ",\"b c\",\"" + dice.letters(3) + "\"}", first);
    }

    private static Cell integers(Dice dice) {
        return Cell.of("{" + dice.between(1, 1_000) + "," + dice.between(1, 1_000) + "}");
    }

    private static Cell range(Dice dice, int most, int width) {
        int start = dice.between(0, most);
        return Cell.of("[" + start + "," + (start + dice.between(1, width)) + ")");
    }

    private static Cell days(Dice dice) {
        LocalDate start = LocalDate.of(2000, 1, 1).plusDays(dice.between(0, 9_000));
        return Cell.of("[" + start + "," + start.plusDays(dice.between(1, 10)) + ")");
    }
}
