package dev.sanitiser.plan;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.Location;
import java.util.List;
import java.util.function.Function;

/** What the allow list says about one column. */
sealed interface ColumnChoice {

    <R> R match(Cases<R> cases);

    /** One function for each choice. */
    record Cases<R>(
            Function<Keep, R> keep,
            Function<KeepPaths, R> keepPaths,
            Function<Pseudonym, R> pseudonym,
            Function<Fake, R> fake,
            Function<Default, R> byDefault) {}

    /** Listed under {@code keep}. A generated column may be, and is computed all the same. */
    record Keep(Location location) implements ColumnChoice {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keep().apply(this);
        }
    }

    /**
     * Paths into its documents are listed under {@code keep}.
     *
     * @param paths in file order, at least one
     * @param location of the first
     */
    record KeepPaths(List<DocumentPath> paths, Location location) implements ColumnChoice {
        public KeepPaths {
            paths = List.copyOf(paths);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keepPaths().apply(this);
        }
    }

    /**
     * Listed under {@code fake} as a pseudonym of the key it refers to; never a generated column.
     *
     * @param location of the specification
     */
    record Pseudonym(Location location) implements ColumnChoice {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pseudonym().apply(this);
        }
    }

    /**
     * Listed under {@code fake} in another way; never a generated column.
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
