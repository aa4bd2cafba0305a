package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Bytes, bits and UUIDs without a meaning. */
final class BinarySeries {

    private static final int LARGEST_SHIFT = 62;
    private static final long LOW_62_BITS = (1L << LARGEST_SHIFT) - 1;
    private static final long RFC_9562_VARIANT = Long.MIN_VALUE;
    private static final long ALL_BUT_VERSION = ~0xF000L;
    private static final long SIGN_AND_VERSION_4 = Long.MIN_VALUE | 0x4000L;

    private BinarySeries() {}

    static Map<String, BaseSeries> byType() {
        return Map.of(
                "bytea", BaseSeries.always(bytes()),
                "uuid", BaseSeries.always(uuids()),
                "bit", BaseSeries.by(typeModifier -> bits(Math.max(1, typeModifier))),
                "varbit", BaseSeries.by(typeModifier -> bits(typeModifier < 0 ? Long.SIZE : typeModifier)));
    }

    private static Series bytes() {
        return new Series(
                Series.ENDLESS,
                false,
                lane -> sixteenBytes(lane.rawHash(), lane.ordinal()),
                lane -> sixteenBytes(lane.rawHash(), lane.branch(0).rawHash()));
    }

    private static Field<?> sixteenBytes(Field<Long> first, Field<Long> second) {
        return Sql.call("byteacat", Sql.call("int8send", first), Sql.call("int8send", second));
    }

    /** Version 4 of RFC 9562. The high half is random; the low one hides the ordinal in a mask made of the high one. */
    static Series uuids() {
        return new Series(
                BigInteger.valueOf(LOW_62_BITS),
                false,
                lane -> uuid(randomHigh(lane), lane.ordinal().bitXor(maskOf(randomHigh(lane), lane))),
                lane -> uuid(randomHigh(lane), lane.branch(0).rawHash()));
    }

    private static Field<Long> randomHigh(Lane lane) {
        return lane.rawHash().bitAnd(DSL.inline(ALL_BUT_VERSION)).bitOr(DSL.inline(SIGN_AND_VERSION_4));
    }

    private static Field<Long> maskOf(Field<Long> high, Lane lane) {
        return lane.branch(0).at(high).rawHash();
    }

    /** Both halves have the sign bit, so that their digits need no padding. */
    private static Field<?> uuid(Field<Long> high, Field<Long> low) {
        Field<Long> lowWithVariant = low.bitAnd(DSL.inline(LOW_62_BITS)).bitOr(DSL.inline(RFC_9562_VARIANT));
        return DSL.concat(Sql.call("to_hex", String.class, high), Sql.call("to_hex", String.class, lowWithVariant));
    }

    private static Series bits(int length) {
        if (length > LARGEST_SHIFT) {
            return bits(length, Long.MAX_VALUE, n -> n);
        }
        long count = 1L << length;
        return bits(length, count, n -> n.mod(DSL.inline(count)));
    }

    private static Series bits(int length, long count, UnaryOperator<Field<Long>> wrapped) {
        return Series.unordered(count, count, n -> Sql.call("bit", wrapped.apply(n), DSL.inline(length)));
    }
}
