package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.NUMBER;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;
import static dev.sanitiser.torture.Flavour.Trait.TEXT;

import java.util.ArrayList;
import java.util.List;

/** Enums, domains, composites and ranges of a database's own. */
final class UserTypes {

    private static final List<String> MOODS = List.of("sad", "ok", "very \"happy\"", "it's, fine");

    private final Workbench workbench;
    private final String schema;
    private final List<Flavour> flavours = new ArrayList<>();

    private UserTypes(Workbench workbench, String schema) {
        this.workbench = workbench;
        this.schema = schema;
    }

    /** Creates some types in a schema. */
    static List<Flavour> make(Workbench workbench, Dice dice, String schema) {
        UserTypes types = new UserTypes(workbench, schema);
        dice.some(
                        List.<Runnable>of(
                                types::mood,
                                types::email,
                                types::code,
                                types::numbers,
                                types::colour,
                                types::tags,
                                types::required,
                                types::address,
                                types::floats),
                        dice.between(0, 4))
                .forEach(Runnable::run);
        return types.flavours;
    }

    private void mood() {
        String labels = String.join(", ", MOODS.stream().map(Sql::literal).toList());
        Flavour mood = created("mood", "CREATE TYPE %s AS ENUM (" + labels + ")", (d, row) -> Cell.NULL, KEY)
                .labelled(MOODS);
        flavours.add(mood);
        flavours.add(mood);
        flavours.add(Flavour.of(mood.type() + "[]", (d, row) -> Cell.of("{sad,ok}"), KEY));
    }

    private void email() {
        Flavour email = created(
                "e mail",
                "CREATE DOMAIN %s AS text CHECK (VALUE ~ '^[^@ ]+@[^@ ]+$')",
                (d, row) -> {
                    String mark = d.lettersAndDigits(14);
                    return Cell.of(mark + "@corp.test", mark);
                },
                KEY,
                TEXT,
                ORDERED);
        flavours.add(email);
        flavours.add(Flavour.of(email.type() + "[]", (d, row) -> {
            String mark = d.lettersAndDigits(14);
            return Cell.of("{" + mark + "@corp.test}", mark);
        }));
    }

    private void code() {
        flavours.add(created(
                "code",
                "CREATE DOMAIN %s AS varchar(8) CHECK (VALUE = upper(VALUE)) CONSTRAINT long_enough CHECK (length(VALUE) > 2)",
                (d, row) -> Cell.of(d.digits(5)),
                KEY,
                TEXT,
                ORDERED));
    }

    private void numbers() {
        Flavour.Values values = (d, row) -> Cell.of(d.between(1, 49));
        Flavour percent = created(
                "percent",
                "CREATE DOMAIN %s AS numeric(5,2) CHECK (VALUE >= 0 AND VALUE <= 100)",
                values,
                KEY,
                NUMBER,
                ORDERED);
        flavours.add(percent);
        flavours.add(created(
                "few_percent", "CREATE DOMAIN %s AS " + percent.type() + " CHECK (VALUE < 50)", values, KEY, NUMBER));
        flavours.add(created("positive", "CREATE DOMAIN %s AS int4 CHECK (VALUE > 0)", values, KEY, NUMBER, ORDERED));
    }

    private void colour() {
        flavours.add(created(
                        "colour",
                        "CREATE DOMAIN %s AS text CHECK (VALUE IN ('red', 'green', 'blue'))",
                        (d, row) -> Cell.NULL,
                        KEY,
                        TEXT)
                .labelled(List.of("red", "green", "blue")));
    }

    private void tags() {
        flavours.add(created(
                "tags",
                "CREATE DOMAIN %s AS text[] CHECK (cardinality(VALUE) <= 5)",
                (d, row) -> {
                    String mark = d.lettersAndDigits(11);
                    return Cell.of("{" + mark + "}", mark);
                },
                KEY));
    }

    private void required() {
        flavours.add(created(
                "required",
                "CREATE DOMAIN %s AS text NOT NULL",
                (d, row) -> Cell.marked(d.lettersAndDigits(11)),
                KEY,
                TEXT));
    }

    private void address() {
        Flavour address = created(
                "postal", "CREATE TYPE %s AS (street text, zip varchar(10), \"no\" int)", UserTypes::address, KEY);
        flavours.add(address);
        flavours.add(Flavour.of(address.type() + "[]", (d, row) -> {
            Cell one = address(d, row);
            String quoted = one.text().orElseThrow().replace("\"", "\\\"");
            return Cell.of("{\"" + quoted + "\"}", one.marks().get(0));
        }));
    }

    private static Cell address(Dice dice, int row) {
        String mark = dice.lettersAndDigits(12);
        return Cell.of("(\"" + mark + " street\"," + (row % 3 == 0 ? "" : "ab1") + "," + row + ")", mark);
    }

    private void floats() {
        flavours.add(created(
                "float range",
                "CREATE TYPE %s AS RANGE (subtype = float8)",
                (d, row) -> Cell.of("[" + d.between(0, 5) + ".5," + d.between(6, 10_000) + ".25)"),
                KEY));
    }

    private Flavour created(String name, String ddl, Flavour.Values values, Flavour.Trait... traits) {
        String type = Sql.name(schema) + "." + Sql.name(name);
        workbench.run(ddl.formatted(type));
        return Flavour.of(type, values, traits);
    }
}
