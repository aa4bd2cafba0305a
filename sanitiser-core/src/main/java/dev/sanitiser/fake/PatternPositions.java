package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Strings of one length in which each position has its characters: a number system to count in.
 *
 * <p>What a position varies are digits and letters that differ in more than case, so that the strings of different
 * numbers differ under every collation.
 */
record PatternPositions(List<String> alphabets) {

    private static final int MOST_GROWTH = 16;
    /** More than any table has rows. */
    private static final BigInteger PLENTY = BigInteger.TEN.pow(12);

    PatternPositions {
        alphabets = List.copyOf(alphabets);
    }

    /** The shortest strings of which there are plenty, otherwise the longest that are short enough. */
    static Optional<PatternPositions> within(PatternNode pattern, int length) {
        Optional<PatternPositions> best = Optional.empty();
        for (int growth = 0; growth <= MOST_GROWTH; growth++) {
            PatternPositions positions = new PatternPositions(positions(pattern, growth));
            if (positions.alphabets().size() > length) {
                return best;
            }
            best = Optional.of(positions);
            if (positions.count().compareTo(PLENTY) >= 0) {
                return best;
            }
        }
        return best;
    }

    private static List<String> positions(PatternNode node, int growth) {
        if (node instanceof PatternNode.OneOf oneOf) {
            return List.of(distinct(oneOf.alphabet()));
        }
        List<String> all = new ArrayList<>();
        if (node instanceof PatternNode.InOrder inOrder) {
            inOrder.parts().forEach(part -> all.addAll(positions(part, growth)));
        } else if (node instanceof PatternNode.Repeated repeated) {
            List<String> once = positions(repeated.part(), growth);
            long times = Math.min(repeated.most(), (long) repeated.least() + growth);
            for (long i = 0; i < times && all.size() <= LONGEST; i++) {
                all.addAll(once);
            }
        } else if (node instanceof PatternNode.Branches branches) {
            return branches.branches().stream()
                    .map(branch -> positions(branch, growth))
                    .max(Comparator.comparing(p -> new PatternPositions(p).count()))
                    .orElseThrow();
        }
        return all;
    }

    private static final int LONGEST = 1_000;

    /** Letters and digits, of letters in both cases one; if there is but one of them, the first character of all. */
    private static String distinct(String alphabet) {
        StringBuilder distinct = new StringBuilder();
        alphabet.codePoints()
                .filter(Alphabet::isLetterOrDigit)
                .filter(c -> distinct.indexOf(Character.toString(Character.toLowerCase(c))) < 0)
                .filter(c -> distinct.indexOf(Character.toString(Character.toUpperCase(c))) < 0)
                .forEach(distinct::appendCodePoint);
        return distinct.length() > 1 ? distinct.toString() : alphabet.substring(0, alphabet.offsetByCodePoints(0, 1));
    }

    /** How many strings there are, or how many a {@code bigint} counts. */
    BigInteger count() {
        BigInteger count = BigInteger.ONE;
        for (String alphabet : alphabets) {
            count = count.multiply(BigInteger.valueOf(choices(alphabet))).min(Series.ENDLESS);
        }
        return count;
    }

    private static int choices(String alphabet) {
        return alphabet.codePointCount(0, alphabet.length());
    }

    /** The string of an ordinal; later positions change sooner. */
    Field<String> value(Field<Long> ordinal) {
        List<Field<?>> parts = new ArrayList<>();
        BigInteger place = BigInteger.ONE;
        for (int i = alphabets.size() - 1; i >= 0; i--) {
            int radix = choices(alphabets.get(i));
            parts.add(0, character(alphabets.get(i), radix, ordinal.minus(DSL.inline(1L)), place));
            place = place.multiply(BigInteger.valueOf(radix));
        }
        return parts.isEmpty() ? DSL.inline("") : DSL.concat(parts.toArray(Field<?>[]::new));
    }

    private static Field<String> character(String alphabet, int radix, Field<Long> number, BigInteger place) {
        if (radix == 1 || place.compareTo(Series.ENDLESS) >= 0) {
            return DSL.inline(new String(Character.toChars(alphabet.codePointAt(0))));
        }
        Field<Long> shifted = place.equals(BigInteger.ONE) ? number : number.div(DSL.inline(place.longValueExact()));
        List<String> characters =
                alphabet.codePoints().mapToObj(Character::toString).toList();
        return Sql.element(characters, shifted.mod(DSL.inline((long) radix)));
    }
}
