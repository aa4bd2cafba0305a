package dev.sanitiser.plan;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.fake.Fake;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What happens to the values of one column. */
public sealed interface ColumnTreatment {

    /** The rule that led here, in words for a reviewer; never a value. */
    String reason();

    /**
     * One word for tables and JSON: {@code keep}, {@code paths}, {@code fake}, {@code reference}, {@code pseudonym},
     * {@code null}, {@code computed}.
     */
    String label();

    <R> R match(Cases<R> cases);

    /** One function for each treatment. */
    record Cases<R>(
            Function<Keep, R> keep,
            Function<KeepPaths, R> keepPaths,
            Function<FakeValue, R> fakeValue,
            Function<Reference, R> reference,
            Function<Pseudonym, R> pseudonym,
            Function<AlwaysNull, R> alwaysNull,
            Function<Computed, R> computed) {}

    /** The real value, byte for byte. */
    record Keep(String reason) implements ColumnTreatment {
        @Override
        public String label() {
            return "keep";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keep().apply(this);
        }
    }

    /**
     * Of a document the real scalars at some paths; every other scalar on the way is a constant of its type, and every
     * other key is dropped. NULL where the source has NULL.
     *
     * @param paths at least one
     */
    record KeepPaths(List<DocumentPath> paths, String reason) implements ColumnTreatment {
        public KeepPaths {
            paths = List.copyOf(paths);
        }

        @Override
        public String label() {
            return "paths";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keepPaths().apply(this);
        }
    }

    /**
     * NULL where the source has NULL, otherwise a generator's value.
     *
     * @param fitting present where the value depends on the rest of the row as well
     * @param expression the allow list's own SQL expression, as it stands in the fake
     */
    record FakeValue(Fake fake, Optional<Fitting> fitting, Optional<String> expression, String reason)
            implements ColumnTreatment {
        /** A value that depends on nothing but the ordinal. */
        public FakeValue(Fake fake, String reason) {
            this(fake, Optional.empty(), Optional.empty(), reason);
        }

        /** Whether the value depends on the ordinal alone, so that a sample of ordinals says all about it. */
        boolean dependsOnOrdinalOnly() {
            return fitting.isEmpty() && expression.isEmpty();
        }

        @Override
        public String label() {
            return "fake";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fakeValue().apply(this);
        }
    }

    /**
     * NULL where the source has NULL, otherwise some existing key of the referenced table, unrelated to the real one.
     *
     * @param position which column of the foreign key this is, from 0
     */
    record Reference(String foreignKey, QualifiedName referencedTable, int position, String reason)
            implements ColumnTreatment {
        @Override
        public String label() {
            return "reference";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reference().apply(this);
        }
    }

    /**
     * NULL where the source has NULL, otherwise the fake of a number that a keyed mapping gives for the real value:
     * equal values of a key domain get equal pseudonyms, different ones different.
     *
     * @param domain the column whose values the domain's keys are
     * @param fake over the number
     */
    record Pseudonym(String domain, PseudonymNumber number, Fake fake, String reason) implements ColumnTreatment {
        @Override
        public String label() {
            return "pseudonym";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pseudonym().apply(this);
        }
    }

    /** NULL in every row. */
    record AlwaysNull(String reason) implements ColumnTreatment {
        @Override
        public String label() {
            return "null";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alwaysNull().apply(this);
        }
    }

    /** A generated column: PostgreSQL computes it from what the row got. */
    record Computed(String reason) implements ColumnTreatment {
        @Override
        public String label() {
            return "computed";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.computed().apply(this);
        }
    }
}
