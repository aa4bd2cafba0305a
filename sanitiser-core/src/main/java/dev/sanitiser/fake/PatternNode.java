package dev.sanitiser.fake;

import java.util.List;
import java.util.Random;

/** A part of a regular expression that strings can be made of. */
sealed interface PatternNode {

    /** Adds one string of this part; repetitions stay short if told so. */
    void write(StringBuilder text, Random random, boolean shortest);

    /** How many characters the longest string has; {@link Integer#MAX_VALUE} where there is no limit. */
    int longest();

    /** One of some characters; none of them where the expression excludes all that a fake would use. */
    record OneOf(String alphabet) implements PatternNode {
        @Override
        public void write(StringBuilder text, Random random, boolean shortest) {
            if (!alphabet.isEmpty()) {
                int chosen = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
                text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, chosen)));
            }
        }

        @Override
        public int longest() {
            return 1;
        }
    }

    /** One part after the other. */
    record InOrder(List<PatternNode> parts) implements PatternNode {
        public InOrder {
            parts = List.copyOf(parts);
        }

        @Override
        public void write(StringBuilder text, Random random, boolean shortest) {
            parts.forEach(part -> part.write(text, random, shortest));
        }

        @Override
        public int longest() {
            return (int) Math.min(
                    Integer.MAX_VALUE,
                    parts.stream().mapToLong(PatternNode::longest).sum());
        }
    }

    /** One of some parts. */
    record Branches(List<PatternNode> branches) implements PatternNode {
        public Branches {
            branches = List.copyOf(branches);
        }

        @Override
        public void write(StringBuilder text, Random random, boolean shortest) {
            branches.get(random.nextInt(branches.size())).write(text, random, shortest);
        }

        @Override
        public int longest() {
            return branches.stream().mapToInt(PatternNode::longest).max().orElse(0);
        }
    }

    /**
     * A part several times.
     *
     * @param most {@link Integer#MAX_VALUE} where the expression has no limit
     */
    record Repeated(PatternNode part, int least, int most) implements PatternNode {

        /** What is longer is no value of a column, but repetitions of repetitions could ask for it. */
        private static final int LONGEST = 10_000;

        private static final int USUAL_LEAST = 3;
        private static final int USUAL_SPREAD = 6;

        @Override
        public void write(StringBuilder text, Random random, boolean shortest) {
            int from = shortest || most <= USUAL_LEAST ? least : Math.max(least, USUAL_LEAST);
            int to = shortest ? least : (int) Math.min(most, (long) from + USUAL_SPREAD);
            int times = from + random.nextInt(to - from + 1);
            for (int i = 0; i < times && text.length() < LONGEST; i++) {
                part.write(text, random, shortest);
            }
        }

        @Override
        public int longest() {
            return (int) Math.min(Integer.MAX_VALUE, (long) most * part.longest());
        }
    }
}
