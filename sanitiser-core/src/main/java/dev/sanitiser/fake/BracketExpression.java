package dev.sanitiser.fake;

import java.util.function.IntPredicate;

/** Reads what stands between square brackets in PostgreSQL's regular expressions, and the escapes for classes. */
final class BracketExpression {

    private final PatternText text;

    BracketExpression(PatternText text) {
        this.text = text;
    }

    /** Reads on from behind the opening bracket. */
    Alphabet read() {
        boolean inverted = text.skip("^");
        Alphabet alphabet = new Alphabet();
        boolean first = true;
        while (first || !text.skip("]")) {
            first = false;
            readItem(alphabet);
        }
        return inverted ? alphabet.inverted() : alphabet;
    }

    private void readItem(Alphabet alphabet) {
        if (text.skip("[:")) {
            alphabet.addAll(Alphabet.printable(posix(text.until(":]"))));
            return;
        }
        if (text.startsWith("[=") || text.startsWith("[.")) {
            throw text.unsupported("collating elements");
        }
        if (text.peek() == '\\' && isClass(text.peekBehind())) {
            text.next();
            alphabet.addAll(Alphabet.printable(classOf(text.next())));
            return;
        }
        int from = character();
        if (text.startsWith("-") && !text.startsWith("-]")) {
            text.next();
            alphabet.addRange(from, character());
        } else {
            alphabet.add(from);
        }
    }

    private int character() {
        int c = text.next();
        return c == '\\' ? escaped(text) : c;
    }

    /** The character that an escape stands for, read from behind the backslash. */
    static int escaped(PatternText text) {
        int c = text.next();
        return switch (c) {
            case 'a' -> 0x07;
            case 'b' -> '\b';
            case 'B' -> '\\';
            case 'e' -> 0x1B;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case 'u' -> text.hexadecimal(4);
            case 'U' -> text.hexadecimal(8);
            default -> {
                if (Alphabet.isLetterOrDigit(c)) {
                    throw text.unsupported("the escape \\" + Character.toString(c));
                }
                yield c;
            }
        };
    }

    static boolean isClass(int letter) {
        return "dswDSW".indexOf(letter) >= 0;
    }

    static IntPredicate classOf(int letter) {
        IntPredicate members = switch (Character.toLowerCase(letter)) {
            case 'd' -> Alphabet::isDigit;
            case 's' -> c -> c == ' ';
            default -> c -> Alphabet.isLetterOrDigit(c) || c == '_';
        };
        return Character.isUpperCase(letter) ? members.negate() : members;
    }

    private IntPredicate posix(String name) {
        return switch (name) {
            case "alnum" -> Alphabet::isLetterOrDigit;
            case "alpha" -> c -> Alphabet.isLetterOrDigit(c) && !Alphabet.isDigit(c);
            case "word" -> c -> Alphabet.isLetterOrDigit(c) || c == '_';
            case "digit" -> Alphabet::isDigit;
            case "lower" -> Alphabet::isSmall;
            case "upper" -> Alphabet::isCapital;
            case "xdigit" -> c -> Character.digit(c, 16) >= 0;
            case "space", "blank" -> c -> c == ' ';
            case "punct" -> c -> c != ' ' && !Alphabet.isLetterOrDigit(c);
            case "graph" -> c -> c != ' ';
            case "print" -> c -> true;
            default -> throw text.unsupported("the class [:" + name + ":]");
        };
    }
}
