package dev.sanitiser.archive.deflate;

/** Bits on their way into an array, the first one lowest in its byte. Writes up to 8 bytes beyond its position. */
final class BitSink {

    private byte[] out = new byte[0];
    private int position;
    private long pending;
    private int pendingCount;

    void start(byte[] target, int start) {
        out = target;
        position = start;
        pending = 0;
        pendingCount = 0;
    }

    /** @param count up to 56 */
    void put(long bits, int count) {
        pending |= bits << pendingCount;
        int all = pendingCount + count;
        Bytes.putLong(out, position, pending);
        position += all >>> 3;
        pending >>>= all & ~7;
        pendingCount = all & 7;
    }

    void putCode(int code) {
        put(PrefixCode.bits(code), PrefixCode.length(code));
    }

    /** How many bits are missing to a byte border. */
    int bitsToBorder() {
        return -pendingCount & 7;
    }

    /** On a byte border only. */
    void putBytes(byte[] bytes, int offset, int length) {
        System.arraycopy(bytes, offset, out, position, length);
        position += length;
    }

    /** Ends on a byte border. */
    int finish() {
        put(0, bitsToBorder());
        return position;
    }

    /** Writes sequences and the literals behind them. */
    void putSequences(
            byte[] in, int start, int end, Sequences sequences, int[] literals, int[] lengths, int[] distances) {
        byte[] to = out;
        int index = position;
        long bits = pending;
        int count = pendingCount;
        int at = start;
        for (int i = 0; i <= sequences.count(); i++) {
            long item = i < sequences.count() ? sequences.item(i) : 0;
            int runEnd = i < sequences.count() ? at + Sequences.literalRun(item) : end;
            for (; at + 4 <= runEnd; at += 4) {
                int first = literals[in[at] & 0xff];
                int second = literals[in[at + 1] & 0xff];
                int third = literals[in[at + 2] & 0xff];
                int fourth = literals[in[at + 3] & 0xff];
                bits |= (long) PrefixCode.bits(first) << count;
                count += PrefixCode.length(first);
                bits |= (long) PrefixCode.bits(second) << count;
                count += PrefixCode.length(second);
                bits |= (long) PrefixCode.bits(third) << count;
                count += PrefixCode.length(third);
                bits |= (long) PrefixCode.bits(fourth) << count;
                count += PrefixCode.length(fourth);
                Bytes.putLong(to, index, bits);
                index += count >>> 3;
                bits >>>= count & ~7;
                count &= 7;
            }
            for (; at < runEnd; at++) {
                int code = literals[in[at] & 0xff];
                bits |= (long) PrefixCode.bits(code) << count;
                count += PrefixCode.length(code);
            }
            Bytes.putLong(to, index, bits);
            index += count >>> 3;
            bits >>>= count & ~7;
            count &= 7;
            int length = Sequences.length(item);
            if (length > 0) {
                int code = lengths[length];
                bits |= (long) (code >>> 5) << count;
                count += code & 31;
                int reduced = Sequences.reducedDistance(item);
                int symbol = Symbols.ofDistance(reduced);
                int distance = distances[symbol];
                bits |= (long) PrefixCode.bits(distance) << count;
                count += PrefixCode.length(distance);
                int extra = Symbols.distanceExtraBits(symbol);
                bits |= (long) (reduced & (1 << extra) - 1) << count;
                count += extra;
                Bytes.putLong(to, index, bits);
                index += count >>> 3;
                bits >>>= count & ~7;
                count &= 7;
                at += length;
            }
        }
        position = index;
        pending = bits;
        pendingCount = count;
    }
}
