package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of an expression: text as it stands, or a directive between <code>#{</code> and <code>}</code>. */
sealed interface ExpressionPart {

    /** Text that is the same in every value. */
    record Text(String text) implements ExpressionPart {}

    /**
     * A call.
     *
     * @param name {@code provider.method} or a function
     * @param source as it is written
     */
    record Directive(String name, List<String> arguments, String source) implements ExpressionPart {
        public Directive {
            arguments = List.copyOf(arguments);
        }
    }

    Pattern DIRECTIVE = Pattern.compile("#\\{\\s*([A-Za-z_][\\w.]*)\\s*((?:'(?:[^']|'')*'\\s*,?\\s*)*)\\}");
    Pattern ARGUMENT = Pattern.compile("'((?:[^']|'')*)'");

    /** @throws UnusableExpressionException if something that begins like a directive is none */
    static List<ExpressionPart> of(String expression) {
        List<ExpressionPart> parts = new ArrayList<>();
        Matcher matcher = DIRECTIVE.matcher(expression);
        int end = 0;
        while (matcher.find()) {
            parts.add(text(expression.substring(end, matcher.start())));
            parts.add(new Directive(matcher.group(1), arguments(matcher.group(2)), matcher.group()));
            end = matcher.end();
        }
        parts.add(text(expression.substring(end)));
        return parts;
    }

    private static Text text(String text) {
        if (text.contains("#{")) {
            throw new UnusableExpressionException(
                    "expected #{provider.method} or #{provider.method 'argument','argument'}");
        }
        return new Text(text);
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(argument -> argument.group(1).replace("''", "'"))
                .toList();
    }
}
