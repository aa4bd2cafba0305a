package dev.sanitiser.allowlist;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What came of reading an allow list, for those who want its problems one by one. */
public sealed interface ReadAllowList {

    /**
     * Handles both endings.
     *
     * @return what the matching function returned
     */
    <R> R match(Function<WellFormed, R> wellFormed, Function<Unreadable, R> unreadable);

    /** A list that can be held against a database. */
    record WellFormed(AllowList allowList) implements ReadAllowList {
        public WellFormed {
            Objects.requireNonNull(allowList);
        }

        @Override
        public <R> R match(Function<WellFormed, R> wellFormed, Function<Unreadable, R> unreadable) {
            return wellFormed.apply(this);
        }
    }

    /**
     * No list.
     *
     * @param source the name it was to be read under
     * @param problems at least one, in the order of the file
     */
    record Unreadable(String source, List<Problem> problems) implements ReadAllowList {
        public Unreadable {
            Objects.requireNonNull(source);
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a list without problems is readable");
            }
        }

        @Override
        public <R> R match(Function<WellFormed, R> wellFormed, Function<Unreadable, R> unreadable) {
            return unreadable.apply(this);
        }
    }
}
