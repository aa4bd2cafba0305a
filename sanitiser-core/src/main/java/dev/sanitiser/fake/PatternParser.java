package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads PostgreSQL's advanced regular expressions: characters, classes, quantifiers, groups, alternatives and anchors.
 * Anchors and word boundaries stand for nothing; the whole string is what the rest makes. Whoever uses the strings has
 * PostgreSQL match them.
 */
final class PatternParser {

    private final PatternText text;

    private PatternParser(PatternText text) {
        this.text = text;
    }

    /**
     * @throws UnsupportedPatternException for look-around, back references, collating elements and what is no pattern
     */
    static PatternNode parse(String pattern) {
        PatternText text = new PatternText(pattern);
        if (text.skip("***")) {
            throw text.unsupported("a director prefix");
        }
        if (text.startsWith("(?") && isLetter(pattern, 2)) {
            readOptions(text);
        }
        PatternParser parser = new PatternParser(text);
        PatternNode node = parser.branches();
        if (text.peek() != PatternText.END) {
            throw text.unsupported("a closing parenthesis without an opening one");
        }
        return node;
    }

    private static boolean isLetter(String pattern, int index) {
        return index < pattern.length() && Character.isLetter(pattern.charAt(index));
    }

    /** Of the options at the beginning only those about case and line ends leave the meaning of all else as it is. */
    private static void readOptions(PatternText text) {
        text.skip("(?");
        String options = text.until(")");
        if (!options.matches("[cimnpstw]*")) {
            throw text.unsupported("the options (?" + options + ")");
        }
    }

    private PatternNode branches() {
        List<PatternNode> branches = new ArrayList<>();
        branches.add(sequence());
        while (text.skip("|")) {
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.get(0) : new PatternNode.Branches(branches);
    }

    private PatternNode sequence() {
        List<PatternNode> parts = new ArrayList<>();
        while (text.peek() != PatternText.END && text.peek() != '|' && text.peek() != ')') {
            parts.add(quantified(atom()));
        }
        return new PatternNode.InOrder(parts);
    }

    private PatternNode atom() {
        int c = text.next();
        return switch (c) {
            case '^', '$' -> new PatternNode.InOrder(List.of());
            case '.' -> oneOf(Alphabet.printable(any -> true));
            case '[' -> bracket();
            case '(' -> group();
            case '\\' -> escape();
            case '*', '+', '?' -> throw text.unsupported("a quantifier of nothing");
            default -> literal(c);
        };
    }

    private PatternNode bracket() {
        return text.skip("[:<:]]") || text.skip("[:>:]]")
                ? new PatternNode.InOrder(List.of())
                : oneOf(new BracketExpression(text).read());
    }

    private PatternNode group() {
        if (text.startsWith("?") && !text.skip("?:")) {
            throw text.unsupported("look-around");
        }
        PatternNode inside = branches();
        if (!text.skip(")")) {
            throw text.unsupported("an opening parenthesis without a closing one");
        }
        return inside;
    }

    private PatternNode escape() {
        int letter = text.peek();
        if (letter != PatternText.END && "AmMyYZ".indexOf(letter) >= 0) {
            text.next();
            return new PatternNode.InOrder(List.of());
        }
        if (letter != PatternText.END && BracketExpression.isClass(letter)) {
            return oneOf(Alphabet.printable(BracketExpression.classOf(text.next())));
        }
        return literal(BracketExpression.escaped(text));
    }

    private static PatternNode literal(int character) {
        return new PatternNode.OneOf(Character.toString(character));
    }

    private PatternNode oneOf(Alphabet alphabet) {
        String usual = alphabet.usual();
        if (usual.isEmpty()) {
            throw text.unsupported("brackets that leave no printable character");
        }
        return new PatternNode.OneOf(usual);
    }

    private PatternNode quantified(PatternNode part) {
        PatternNode result = part;
        while (true) {
            if (text.skip("*")) {
                result = new PatternNode.Repeated(result, 0, Integer.MAX_VALUE);
            } else if (text.skip("+")) {
                result = new PatternNode.Repeated(result, 1, Integer.MAX_VALUE);
            } else if (text.skip("?")) {
                result = new PatternNode.Repeated(result, 0, 1);
            } else if (text.peek() == '{' && Alphabet.isDigit(text.peekBehind())) {
                result = bounded(result);
            } else {
                return result;
            }
            text.skip("?");
        }
    }

    private PatternNode bounded(PatternNode part) {
        text.next();
        int least = text.number();
        int most = least;
        if (text.skip(",")) {
            int number = text.number();
            most = number == PatternText.END ? Integer.MAX_VALUE : number;
        }
        if (!text.skip("}") || most < least) {
            throw text.unsupported("a repetition that PostgreSQL refuses");
        }
        return new PatternNode.Repeated(part, least, most);
    }
}
