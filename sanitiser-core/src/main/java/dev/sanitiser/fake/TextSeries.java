package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Strings: two or three words, or a word that fits. Unique ones hold lower-case ASCII letters and digits only, so that
 * they stay different whatever the collation ignores, after {@code lower()} and without trailing blanks: a word and the
 * ordinal where there is room, otherwise a code that fills the column.
 */
final class TextSeries {

    /** {@code NAMEDATALEN} - 1. */
    private static final int NAME_LENGTH = 63;
    /** {@code VARHDRSZ}: what the modifier of a length counts on top. */
    private static final int HEADER_SIZE = 4;

    private static final int ROOM_FOR_WORD_AND_ORDINAL = Words.LONGEST + 12;
    private static final int DIGITS_OF_LARGEST_ORDINAL = 19;

    private TextSeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "text", BaseSeries.always(ofLength(Integer.MAX_VALUE)),
                "varchar", BaseSeries.by(typeModifier -> ofLength(declaredLength(typeModifier))),
                "bpchar", BaseSeries.by(typeModifier -> ofLength(declaredLength(typeModifier))),
                "name", BaseSeries.always(ofLength(NAME_LENGTH)),
                "refcursor", BaseSeries.always(ofLength(NAME_LENGTH)),
                "char", BaseSeries.always(ofLength(1)));
    }

    static int declaredLength(int typeModifier) {
        return typeModifier < 0 ? Integer.MAX_VALUE : typeModifier - HEADER_SIZE;
    }

    static Series ofLength(int length) {
        if (length >= ROOM_FOR_WORD_AND_ORDINAL) {
            return new Series(
                    ordinals(length - Words.LONGEST), false, TextSeries::wordAndOrdinal, lane -> words(lane, length));
        }
        Numerals codes = Numerals.filling(length);
        return new Series(BigInteger.valueOf(codes.count()), false, codes::code, lane -> words(lane, length));
    }

    private static BigInteger ordinals(int digits) {
        return digits >= DIGITS_OF_LARGEST_ORDINAL
                ? Series.ENDLESS
                : BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
    }

    static Field<String> wordAndOrdinal(Lane lane) {
        return Sql.join(lane.pick(Words.SINGLE), lane.ordinal());
    }

    /** Words within a length of at least 1. */
    static Field<String> words(Lane lane, int length) {
        int roomForMore = length - Words.LONGEST - 1;
        if (roomForMore < Words.LONGEST) {
            return lane.pick(Words.upTo(length));
        }
        List<String> endings = new ArrayList<>(Words.SINGLE);
        Words.PAIRS.stream().filter(pair -> pair.length() <= roomForMore).forEach(endings::add);
        return DSL.concat(
                lane.pick(Words.SINGLE), DSL.inline(" "), lane.branch(0).pick(endings));
    }
}
