package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Codes with a format, each described by regular expressions: the longest first, then those for shorter columns. */
final class FormatGenerators {

    private static final String LENGTH = "length";
    private static final int LONGEST_CODE = 64;

    private FormatGenerators() {}

    /** @param country in upper case, for codes that begin with it */
    static List<Generator> all(String country) {
        return List.of(
                format("sku", "[A-Z]{3}-[0-9]{5}", "[A-Z]{2}[0-9]{3}"),
                format("licence-plate", "[A-Z]{2}[0-9]{2} [A-Z]{3}", "[A-Z]{2}[0-9]{4}"),
                format("version", "[1-9]\\.[0-9]{1,2}\\.[0-9]{1,2}", "[1-9]\\.[0-9]"),
                format("hostname", "(app|db|web|mail|cache)-[0-9]{2,3}\\.example\\.(com|org|net)", "[a-z]{3}[0-9]{2}"),
                // Location codes that end in 0 are test banks'.
                format("bic", "[A-Z]{4}" + country + "[A-Z]0"),
                // No authority gives out numbers that begin with 000.
                format("vat-number", country + "000[0-9]{6}"),
                ofLength("code", "[A-Z0-9]", 6),
                ofLength("numeric-code", "[0-9]", 6));
    }

    private static Generator format(String name, String... patterns) {
        return new NamedGenerator(name, List.of(), context -> {
                    OptionalInt length = context.textLength();
                    if (length.isEmpty()) {
                        return NamedGenerator.misfit(name, "strings", context);
                    }
                    List<Outcome> tried = new ArrayList<>();
                    for (String pattern : patterns) {
                        if (longest(pattern) <= length.getAsInt()) {
                            tried.add(Patterns.generate(name, pattern, context, length.getAsInt()));
                        }
                    }
                    return tried.isEmpty()
                            ? NamedGenerator.tooShort(name, longest(patterns[patterns.length - 1]), context)
                            : tried.get(0);
                })
                .withSample(() -> Patterns.sample(patterns[0]));
    }

    private static int longest(String pattern) {
        return PatternParser.parse(pattern).longest();
    }

    private static Generator ofLength(String name, String character, int usual) {
        return new NamedGenerator(name, List.of(Parameter.optional(LENGTH, Parameter.Kind.WHOLE_NUMBER)), context -> {
                    OptionalInt room = context.textLength();
                    if (room.isEmpty()) {
                        return NamedGenerator.misfit(name, "strings", context);
                    }
                    long length = context.parameters().get(LENGTH, Long.class).orElse((long)
                            Math.min(room.getAsInt(), context.unique() ? 2 * usual : usual));
                    if (length < 1 || length > LONGEST_CODE) {
                        return Outcome.rejected(String.format(
                                Locale.ROOT,
                                "\"length\" of generator \"%s\" must be from 1 to %d",
                                name,
                                LONGEST_CODE));
                    }
                    return length > room.getAsInt()
                            ? NamedGenerator.tooShort(name, (int) length, context)
                            : Patterns.generate(name, character + "{" + length + "}", context, room.getAsInt());
                })
                .withSample(() -> Patterns.sample(character + "{" + usual + "}"));
    }
}
