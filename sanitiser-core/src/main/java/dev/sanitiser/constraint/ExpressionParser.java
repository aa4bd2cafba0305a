package dev.sanitiser.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads an expression as {@code pg_get_expr} deparses it: fully parenthesised, names qualified where the search path is
 * empty. What it does not know it passes over; it never fails.
 */
final class ExpressionParser {

    private static final Set<String> TYPE_WORDS =
            Set.of("varying", "precision", "with", "without", "time", "zone", "character", "bit", "double");
    private static final Set<String> CONSTANT_WORDS = Set.of("true", "false");
    private static final Set<String> COMPARISONS =
            Set.of("=", "<>", "!=", "<", "<=", ">", ">=", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*");

    private final String text;
    private final List<Token> tokens;
    private int at;

    private ExpressionParser(String text) {
        this.text = text;
        this.tokens = Token.of(text);
    }

    static Term parse(String expression) {
        ExpressionParser parser = new ExpressionParser(expression);
        Term term = parser.or();
        return parser.at == parser.tokens.size() ? term : new Term.Other();
    }

    private Term or() {
        List<Term> terms = new ArrayList<>(List.of(and()));
        while (take("or")) {
            terms.add(and());
        }
        return terms.size() == 1 ? terms.get(0) : new Term.Or(terms);
    }

    private Term and() {
        List<Term> terms = new ArrayList<>(List.of(not()));
        while (take("and")) {
            terms.add(not());
        }
        return terms.size() == 1 ? terms.get(0) : new Term.And(terms);
    }

    private Term not() {
        return take("not") ? new Term.Not(not()) : test();
    }

    private Term test() {
        Term term = comparison();
        while (take("is")) {
            List<String> words = new ArrayList<>();
            take("not", words);
            if (take("distinct", words)) {
                take("from");
                comparison();
                term = new Term.Other();
            } else {
                if (at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD) {
                    words.add(tokens.get(at++).text());
                }
                term = new Term.Test(term, String.join(" ", words));
            }
        }
        return term;
    }

    private Term comparison() {
        int from = at;
        Term left = sum();
        String operator = operator(true);
        if (operator.isEmpty()) {
            return left;
        }
        String leftText = textOf(from, at - operatorLength);
        if (is("any") || is("all")) {
            boolean all = tokens.get(at++).is("all");
            Term elements = primary();
            return elements instanceof Term.Elements list
                    ? new Term.Quantified(operator, left, all, list.terms())
                    : new Term.Other();
        }
        int rightFrom = at;
        Term right = sum();
        return new Term.Operation(operator, left, leftText, right, textOf(rightFrom, at));
    }

    private Term sum() {
        int from = at;
        Term left = sign();
        for (String operator = operator(false); !operator.isEmpty(); operator = operator(false)) {
            String leftText = textOf(from, at - operatorLength);
            int rightFrom = at;
            Term right = sign();
            left = new Term.Operation(operator, left, leftText, right, textOf(rightFrom, at));
        }
        return left;
    }

    private Term sign() {
        if (take("-")) {
            Term term = sign();
            return term instanceof Term.Constant number ? new Term.Constant("-" + number.text()) : new Term.Other();
        }
        return take("+") ? sign() : cast();
    }

    private Term cast() {
        Term term = primary();
        while (at < tokens.size()) {
            if (take("::")) {
                typeName();
            } else if (take("collate")) {
                qualifiedName();
            } else if (take("[")) {
                skipTo("]");
                term = new Term.Other();
            } else if (take("at")) {
                take("time");
                take("zone");
                primary();
                term = new Term.Other();
            } else if (is(".") && term instanceof Term.Other) {
                at += 2;
            } else {
                return term;
            }
        }
        return term;
    }

    private Term primary() {
        if (at >= tokens.size()) {
            return new Term.Other();
        }
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case STRING, NUMBER -> new Term.Constant(token.text());
            case SYMBOL -> token.is("(") ? group() : new Term.Other();
            case NAME -> named(token.text());
            case WORD -> word(token.text());
        };
    }

    private Term group() {
        int from = at;
        Term term = or();
        if (take(")")) {
            return term;
        }
        at = from;
        skipTo(")");
        return new Term.Other();
    }

    private Term word(String word) {
        if (CONSTANT_WORDS.contains(word)) {
            return new Term.Constant(word);
        }
        if (word.equals("array") && take("[")) {
            return elements();
        }
        if (word.equals("case")) {
            skipTo("end");
            return new Term.Other();
        }
        return named(word);
    }

    private Term elements() {
        List<Term> terms = arguments("]");
        return terms.stream().allMatch(Term.Constant.class::isInstance) ? new Term.Elements(terms) : new Term.Other();
    }

    private Term named(String first) {
        String name = first;
        while (is(".") && at + 1 < tokens.size()) {
            name = tokens.get(at + 1).text();
            at += 2;
        }
        if (!take("(")) {
            return new Term.Column(name);
        }
        return name.equals("extract") ? extract() : new Term.Call(name, arguments(")"));
    }

    /** {@code EXTRACT(year FROM d)} is {@code date_part('year', d)}. */
    private Term extract() {
        int from = at;
        if (at < tokens.size()) {
            String part = tokens.get(at++).text();
            if (take("from")) {
                Term of = or();
                if (take(")")) {
                    return new Term.Call("date_part", List.of(new Term.Constant(part), of));
                }
            }
        }
        at = from;
        skipTo(")");
        return new Term.Other();
    }

    /** Arguments of special syntax, such as {@code POSITION('a' IN b)}, are passed over. */
    private List<Term> arguments(String close) {
        int from = at;
        List<Term> terms = new ArrayList<>();
        if (take(close)) {
            return terms;
        }
        do {
            terms.add(or());
        } while (take(","));
        if (!take(close)) {
            at = from;
            skipTo(close);
            return List.of(new Term.Other());
        }
        return terms;
    }

    private int operatorLength;

    /** Comparisons bind less tightly than all other operators; {@code OPERATOR(schema.op)} counts by its symbol. */
    private String operator(boolean comparison) {
        operatorLength = 0;
        if (at >= tokens.size()) {
            return "";
        }
        int length = 1;
        String symbol = "";
        if (is("operator")) {
            int close = at;
            while (close < tokens.size() && !tokens.get(close).is(")")) {
                close++;
            }
            length = close - at + 1;
            symbol = close < tokens.size() ? tokens.get(close - 1).text() : "";
        } else if (tokens.get(at).kind() == Token.Kind.SYMBOL
                && "-+*/<>=~!@#%^&|`?".indexOf(tokens.get(at).text().charAt(0)) >= 0) {
            symbol = tokens.get(at).text();
        }
        if (symbol.isEmpty() || COMPARISONS.contains(symbol) != comparison) {
            return "";
        }
        at += length;
        operatorLength = length;
        return symbol.equals("!=") ? "<>" : symbol;
    }

    private void typeName() {
        qualifiedName();
        while (at < tokens.size() && TYPE_WORDS.contains(tokens.get(at).text())) {
            at++;
        }
        if (take("(")) {
            skipTo(")");
            while (at < tokens.size() && TYPE_WORDS.contains(tokens.get(at).text())) {
                at++;
            }
        }
        while (take("[")) {
            take("]");
        }
    }

    private void qualifiedName() {
        at++;
        while (take(".")) {
            at++;
        }
    }

    private void skipTo(String close) {
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at++);
            if (depth == 0 && token.is(close)) {
                return;
            }
            if (token.is("(") || token.is("[") || token.is("case")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("end")) {
                depth--;
            }
        }
    }

    private boolean is(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean take(String word) {
        boolean taken = is(word);
        at += taken ? 1 : 0;
        return taken;
    }

    private boolean take(String word, List<String> words) {
        boolean taken = take(word);
        if (taken) {
            words.add(word);
        }
        return taken;
    }

    private String textOf(int fromToken, int toToken) {
        return fromToken < toToken && toToken <= tokens.size()
                ? text.substring(
                        tokens.get(fromToken).from(), tokens.get(toToken - 1).to())
                : "";
    }
}
