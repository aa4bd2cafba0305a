package dev.sanitiser.structure;

import java.util.ArrayList;
import java.util.List;

/** A piece of a definition that its author could write anything into. */
record Literal(Kind kind, String text) {

    /** The literals of a definition, those within function bodies included. */
    static List<Literal> of(String definition) {
        List<Literal> literals = new ArrayList<>();
        collect(definition, Kind.CODE, literals);
        return literals;
    }

    private static void collect(String sql, Kind dollarQuoted, List<Literal> into) {
        for (SqlToken token : SqlLexer.tokens(sql)) {
            switch (token.kind()) {
                case STRING -> into.add(new Literal(Kind.TEXT, token.text()));
                case COMMENT -> into.add(new Literal(Kind.TEXT, token.text()));
                case NUMBER -> into.add(new Literal(Kind.NUMBER, token.text()));
                case QUOTED_NAME -> into.add(new Literal(Kind.NAME, token.text()));
                case DOLLAR_STRING -> {
                    // A body in another language is not split rightly by a lexer for SQL, so it also counts as a whole.
                    into.add(new Literal(dollarQuoted, token.text()));
                    collect(token.text(), Kind.TEXT, into);
                }
                case WORD, SYMBOL -> {}
            }
        }
    }

    enum Kind {
        TEXT,
        NUMBER,
        NAME,
        /** The body of a function. */
        CODE
    }
}
