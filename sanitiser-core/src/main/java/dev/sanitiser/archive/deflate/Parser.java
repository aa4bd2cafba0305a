package dev.sanitiser.archive.deflate;

/** Turns bytes into literals and matches. */
final class Parser {

    private static final int WORTH_IT = 2;
    private static final int BITS_A_BYTE_SAVES = 4;

    private final int depth;
    private final int lazyDepth;
    private final int niceLength;
    private final boolean isLazy;
    private final MatchFinder matches = new MatchFinder();
    private final BlockSplitter splitter = new BlockSplitter();

    Parser(Effort effort) {
        this.depth = effort.depth();
        this.lazyDepth = Math.max(1, effort.depth() / 2);
        this.niceLength = effort.niceLength();
        this.isLazy = effort.isLazy();
    }

    /** Begins an input. */
    void start(int length) {
        matches.start(length);
    }

    /**
     * Reads the bytes of one deflate block.
     *
     * @param end of the input
     * @return where the block ends
     */
    int parse(byte[] in, int start, int end, Sequences out) {
        splitter.clear();
        out.clear();
        int searchEnd = end - MatchFinder.READ_AHEAD + 1;
        int runStart = start;
        int held = MatchFinder.NONE;
        int at = start;
        while (at < searchEnd) {
            int matchStart;
            if (held == MatchFinder.NONE) {
                if (out.isFull() || (splitter.isSampleFull() && splitter.endsBlock(at - start, end - at))) {
                    return at;
                }
                matchStart = at;
                held = matches.find(in, at++, end, MatchFinder.SHORT, depth, niceLength);
                if (held == MatchFinder.NONE) {
                    literal(in[matchStart], out);
                    continue;
                }
                if (isLazy && MatchFinder.length(held) < niceLength) {
                    continue;
                }
            } else {
                matchStart = at - 1;
                int floor = Math.max(MatchFinder.SHORT, MatchFinder.length(held) - 1);
                int found = matches.find(in, at++, end, floor, lazyDepth, niceLength);
                if (found != MatchFinder.NONE && isBetter(found, held)) {
                    literal(in[matchStart++], out);
                    held = found;
                    if (MatchFinder.length(held) < niceLength) {
                        continue;
                    }
                }
            }
            match(held, matchStart - runStart, out);
            runStart = matchStart + MatchFinder.length(held);
            held = MatchFinder.NONE;
            matches.add(in, at, Math.min(runStart, searchEnd));
            at = runStart;
        }
        if (held != MatchFinder.NONE) {
            match(held, at - 1 - runStart, out);
            at += MatchFinder.length(held) - 1;
        }
        while (at < end) {
            literal(in[at++], out);
        }
        return end;
    }

    /** A match that begins a byte later costs a literal, and a farther one more bits for its distance. */
    private static boolean isBetter(int later, int held) {
        int bytes = MatchFinder.length(later) - MatchFinder.length(held);
        int distanceBits = Integer.numberOfLeadingZeros(MatchFinder.reducedDistance(held) + 1)
                - Integer.numberOfLeadingZeros(MatchFinder.reducedDistance(later) + 1);
        return BITS_A_BYTE_SAVES * bytes - distanceBits > WORTH_IT;
    }

    private void literal(byte value, Sequences out) {
        out.addLiteral(value);
        splitter.literal(value);
    }

    private void match(int match, int literalRun, Sequences out) {
        out.addMatch(literalRun, MatchFinder.length(match), MatchFinder.reducedDistance(match));
        splitter.match(MatchFinder.length(match));
    }
}
