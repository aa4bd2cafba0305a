package dev.sanitiser.archive.deflate;

import java.util.Arrays;

/** Writes deflate blocks, each in whichever of the three forms is the shortest. */
final class BlockWriter {

    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;
    private static final int HEAD_BITS = 3;

    private static final int LONGEST_STORED = 0xffff;
    private static final int STORED_HEAD_BITS = 32;

    /** One less than deflate's limit, so that four literals fit into a long beside 7 bits. */
    private static final int LONGEST_LITERAL_CODE = 14;

    private static final int LONGEST_DISTANCE_CODE = 15;
    private static final int FIXED_LITERALS = 288;
    private static final int FIXED_DISTANCES = 32;

    private final PrefixCode literals = new PrefixCode(Symbols.LITERALS_AND_LENGTHS, LONGEST_LITERAL_CODE);
    private final PrefixCode distances = new PrefixCode(Symbols.DISTANCES, LONGEST_DISTANCE_CODE);
    private final PrefixCode fixedLiterals = fixedLiterals();
    private final PrefixCode fixedDistances = fixedDistances();
    private final CodeHeader header = new CodeHeader();
    private final int[] lengthCodes = new int[Symbols.LONGEST_MATCH + 1];

    private static PrefixCode fixedLiterals() {
        byte[] lengths = new byte[FIXED_LITERALS];
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        PrefixCode code = new PrefixCode(FIXED_LITERALS, 9);
        code.fit(lengths);
        return code;
    }

    private static PrefixCode fixedDistances() {
        byte[] lengths = new byte[FIXED_DISTANCES];
        Arrays.fill(lengths, (byte) 5);
        PrefixCode code = new PrefixCode(FIXED_DISTANCES, 5);
        code.fit(lengths);
        return code;
    }

    /** @param last 1 for the last block of the data, else 0 */
    void write(byte[] in, int start, int end, Sequences sequences, int last, BitSink out) {
        literals.fit(sequences.literalAndLengthFrequencies());
        distances.fit(sequences.distanceFrequencies());
        header.fit(literals, distances);
        long extra = sequences.extraBits();
        long dynamicCost = header.cost() + cost(sequences, literals, distances) + extra;
        long fixedCost = cost(sequences, fixedLiterals, fixedDistances) + extra;
        if (storedCost(end - start, out) <= Math.min(dynamicCost, fixedCost)) {
            store(in, start, end, last, out);
        } else if (dynamicCost < fixedCost) {
            out.put(last | DYNAMIC << 1, HEAD_BITS);
            header.write(out);
            write(in, start, end, sequences, literals, distances, out);
        } else {
            out.put(last | FIXED << 1, HEAD_BITS);
            write(in, start, end, sequences, fixedLiterals, fixedDistances, out);
        }
    }

    private static long cost(Sequences sequences, PrefixCode literals, PrefixCode distances) {
        return literals.cost(sequences.literalAndLengthFrequencies()) + distances.cost(sequences.distanceFrequencies());
    }

    /** Beyond the three bits that every block begins with. */
    private static long storedCost(int length, BitSink out) {
        int pieces = Math.max(1, (length + LONGEST_STORED - 1) / LONGEST_STORED);
        return 8L * length + pieces * (long) (STORED_HEAD_BITS + 8) + out.bitsToBorder();
    }

    private static void store(byte[] in, int start, int end, int last, BitSink out) {
        int at = start;
        do {
            int length = Math.min(end - at, LONGEST_STORED);
            storedHead(length, at + length == end ? last : 0, out);
            out.putBytes(in, at, length);
            at += length;
        } while (at < end);
    }

    private static void storedHead(int length, int last, BitSink out) {
        out.put(last | STORED << 1, HEAD_BITS);
        out.put(0, out.bitsToBorder());
        out.put(length | (long) (~length & 0xffff) << 16, STORED_HEAD_BITS);
    }

    /** An empty block that ends on a byte border. */
    static void writeBorder(BitSink out) {
        storedHead(0, 0, out);
    }

    private void write(
            byte[] in,
            int start,
            int end,
            Sequences sequences,
            PrefixCode literalCode,
            PrefixCode distanceCode,
            BitSink out) {
        for (int length = Symbols.SHORTEST_MATCH; length <= Symbols.LONGEST_MATCH; length++) {
            int symbol = Symbols.ofLength(length);
            int code = literalCode.codes()[symbol];
            int extra = length - Symbols.lengthBase(symbol);
            lengthCodes[length] = (extra << PrefixCode.length(code) | PrefixCode.bits(code)) << 5
                    | PrefixCode.length(code) + Symbols.lengthExtraBits(symbol);
        }
        out.putSequences(in, start, end, sequences, literalCode.codes(), lengthCodes, distanceCode.codes());
        out.putCode(literalCode.codes()[Symbols.END_OF_BLOCK]);
    }
}
