package dev.sanitiser.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of an expression as PostgreSQL deparses it: no comments, no dollar quotes.
 *
 * @param text the name, the string's content, the number, or the symbol; words that are not quoted in lower case
 * @param from where it begins in the expression
 * @param to where it ends
 */
record Token(Kind kind, String text, int from, int to) {
    enum Kind {
        WORD,
        NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    private static final Pattern TOKEN = Pattern.compile("""
            (?<escaped>E'(?:[^'\\\\]|''|\\\\.)*+')\
            |(?<string>[BXN]?'[^']*+(?:''[^']*+)*+')\
            |"(?<name>[^"]*+(?:""[^"]*+)*+)"\
            |(?<number>[0-9]++(?:\\.[0-9]*+)?(?:[eE][+-]?[0-9]++)?|\\.[0-9]++)\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)\
            |(?<symbol>::|:=|=>|[-+*/<>=~!@#%^&|`?]++|[()\\[\\],.;:])""", Pattern.DOTALL);

    static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(token(matcher));
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("escaped") != null) {
            String content = matcher.group().substring(2, matcher.group().length() - 1);
            return of(Kind.STRING, content.replace("''", "'").replaceAll("\\\\(.)", "$1"), matcher);
        }
        if (matcher.group("string") != null) {
            String quoted = matcher.group();
            return of(
                    Kind.STRING,
                    quoted.substring(quoted.indexOf('\'') + 1, quoted.length() - 1)
                            .replace("''", "'"),
                    matcher);
        }
        if (matcher.group("name") != null) {
            return of(Kind.NAME, matcher.group("name").replace("\"\"", "\""), matcher);
        }
        if (matcher.group("number") != null) {
            return of(Kind.NUMBER, matcher.group(), matcher);
        }
        return matcher.group("word") != null
                ? of(Kind.WORD, matcher.group().toLowerCase(Locale.ROOT), matcher)
                : of(Kind.SYMBOL, matcher.group(), matcher);
    }

    private static Token of(Kind kind, String text, Matcher matcher) {
        return new Token(kind, text, matcher.start(), matcher.end());
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }
}
