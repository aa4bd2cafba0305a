package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.Location;
import java.util.function.Function;

/** What the allow list says about one column. */
sealed interface ColumnChoice {

    <R> R match(Cases<R> cases);

    /** One function for each choice. */
    record Cases<R>(Function<Keep, R> keep, Function<Fake, R> fake, Function<Default, R> byDefault) {}

    /** Listed under {@code keep}. A generated column may be, and is computed all the same. */
    record Keep(Location location) implements ColumnChoice {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keep().apply(this);
        }
    }

    /**
     * Listed under {@code fake}; never a generated column.
     *
     * @param location of the specification
     */
    record Fake(FakeSpec spec, Location location) implements ColumnChoice {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fake().apply(this);
        }
    }

    /** Not mentioned, so it is faked. */
    record Default() implements ColumnChoice {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.byDefault().apply(this);
        }
    }
}
