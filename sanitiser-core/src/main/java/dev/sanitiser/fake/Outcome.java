package dev.sanitiser.fake;

import java.util.List;
import java.util.function.Function;

/** What became of asking a generator for a fake. */
public sealed interface Outcome {

    <R> R match(Function<Fits, R> fits, Function<Rejected, R> rejected);

    static Outcome fits(Fake fake) {
        return new Fits(fake);
    }

    static Outcome rejected(String... problems) {
        return new Rejected(List.of(problems));
    }

    /** A fake that fits the column and its parameters. */
    record Fits(Fake fake) implements Outcome {
        @Override
        public <R> R match(Function<Fits, R> fits, Function<Rejected, R> rejected) {
            return fits.apply(this);
        }
    }

    /**
     * No fake.
     *
     * @param problems at least one, each a sentence without its place and without a full stop
     */
    record Rejected(List<String> problems) implements Outcome {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection without a problem");
            }
        }

        @Override
        public <R> R match(Function<Fits, R> fits, Function<Rejected, R> rejected) {
            return rejected.apply(this);
        }
    }
}
