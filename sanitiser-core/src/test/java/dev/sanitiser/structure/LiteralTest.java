package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.structure.Literal.Kind;
import org.junit.jupiter.api.Test;

class LiteralTest {

    @Test
    void literals_are_found_at_any_depth() {
        String definition = """
                CREATE FUNCTION "f" () RETURNS int LANGUAGE plpgsql AS $_$ -- why
                BEGIN
                  EXECUTE $q$ SELECT E'\\x41', 12 $q$;
                END
                $_$;
                """;

        assertThat(Literal.of(definition))
                .containsExactly(
                        new Literal(Kind.NAME, "f"),
                        new Literal(Kind.CODE, " -- why\nBEGIN\n  EXECUTE $q$ SELECT E'\\x41', 12 $q$;\nEND\n"),
                        new Literal(Kind.TEXT, "-- why"),
                        new Literal(Kind.TEXT, " SELECT E'\\x41', 12 "),
                        new Literal(Kind.TEXT, "A"),
                        new Literal(Kind.NUMBER, "12"));
    }
}
