package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;
import static dev.sanitiser.torture.Flavour.Trait.TEXT;

import java.util.List;
import java.util.Locale;

/** Columns of text; whatever has eight characters or more is a mark. */
final class TextFlavours {

    private static final List<String> STATES = List.of("new", "in progress", "it's done", "cancelled");
    private static final List<String> CODES = List.of("A", "B", "C");

    private TextFlavours() {}

    static List<Flavour> all() {
        return List.of(
                texts("text", (dice, row) -> sentence(dice)),
                texts("text", (dice, row) -> word(dice, 12)),
                texts("varchar(40)", (dice, row) -> word(dice, 20)),
                texts("varchar(20)", (dice, row) -> word(dice, dice.between(8, 20))),
                texts("varchar(3)", (dice, row) -> Cell.of(dice.letters(dice.between(1, 3)))),
                texts("char(12)", (dice, row) -> word(dice, 12)),
                texts("char(2)", (dice, row) -> Cell.of(dice.letters(2))),
                texts("name", (dice, row) -> word(dice, 20)),
                texts("\"char\"", (dice, row) -> Cell.of(dice.letters(1))),
                texts("text", (dice, row) -> Cell.of("")).checked("{c} = ''"),
                labels("text", STATES)
                        .checked(in(STATES), "{c} = ANY (ARRAY['new', 'in progress', 'it''s done', 'cancelled'])"),
                labels("varchar(20)", STATES).checked(in(STATES)),
                labels("char(1)", CODES).checked(in(CODES)),
                labels("text", CODES).checked("{c} = 'A' OR {c} = 'B' OR {c} = 'C'"),
                texts("text", (dice, row) -> word(dice, 20))
                        .checked("char_length({c}) <= 20", "length({c}) >= 20", "octet_length({c}) < 64"),
                texts("text", (dice, row) -> word(dice, 10))
                        .checked("length({c}) = 10", "char_length({c}) BETWEEN 3 AND 12"),
                texts("text", (dice, row) -> sentence(dice))
                        .checked("{c} <> ''", "length(btrim({c})) > 0", "{c} = btrim({c})"),
                texts("text", (dice, row) -> word(dice, 14)).checked("{c} = lower({c})", "{c} !~ '[A-Z ]'"),
                texts("varchar(30)", (dice, row) -> marked(dice, "INV-", 12))
                        .checked("{c} LIKE 'INV-%'", "starts_with({c}, 'INV-')"),
                texts("text", (dice, row) -> marked(dice, "", 12, "@corp.test"))
                        .checked(
                                "POSITION('@' IN {c}) > 1",
                                "{c} ~ '^[^@ ]+@[^@ ]+\\.[^@ ]+$'",
                                "{c} LIKE '%@%'",
                                "{c} ~* '^[a-z0-9._-]+@[a-z0-9.-]+\\.[a-z]{2,}$'"),
                texts("text", (dice, row) -> Cell.marked("+" + dice.between(1, 9) + dice.digits(11)))
                        .checked("{c} ~ '^\\+[0-9]{7,15}$'"),
                texts("text", (dice, row) -> Cell.of(dice.digits(5))).checked("{c} ~ '^[0-9]{5}(-[0-9]{4})?$'"),
                texts("varchar(7)", (dice, row) -> Cell.of("#" + dice.hex(6))).checked("{c} ~ '^#[0-9a-fA-F]{6}$'"),
                texts("text", (dice, row) -> marked(dice, dice.letters(3) + "-", 12))
                        .checked("{c} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", "{c} SIMILAR TO '[a-z]{3}-[a-z0-9]+'"),
                texts("char(3)", (dice, row) -> Cell.of(dice.letters(3).toUpperCase(Locale.ROOT)))
                        .checked("{c} ~ '^[A-Z]{3}$'", "{c} = upper({c})"),
                texts("text", (dice, row) -> Cell.marked(dice.hex(40)))
                        .checked("{c} ~ '^[0-9a-f]{40}$'", "length({c}) = 40"));
    }

    private static String in(List<String> labels) {
        return "{c} IN (" + String.join(", ", labels.stream().map(Sql::literal).toList()) + ")";
    }

    private static Flavour texts(String type, Flavour.Values values) {
        return Flavour.of(type, values, KEY, ORDERED, TEXT).ofFamily(type.equals("\"char\"") ? type : "text");
    }

    private static Flavour labels(String type, List<String> labels) {
        return Flavour.of(type, (dice, row) -> Cell.NULL, KEY, TEXT)
                .ofFamily("text")
                .labelled(labels);
    }

    private static Cell word(Dice dice, int length) {
        return Cell.marked(dice.lettersAndDigits(length));
    }

    private static Cell marked(Dice dice, String before, int length) {
        return marked(dice, before, length, "");
    }

    private static Cell marked(Dice dice, String before, int length, String after) {
        String mark = dice.lettersAndDigits(length);
        return Cell.of(before + mark + after, mark);
    }

    private static Cell sentence(Dice dice) {
        String mark = dice.lettersAndDigits(10);
        return Cell.of("Kestrel, \"" + mark + "\" \\ 'Ünïcode'\tflies", mark);
    }
}
