package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.fake.FakeRequest;
import dev.sanitiser.fake.Fakes;
import dev.sanitiser.fake.Generators;
import dev.sanitiser.fake.Outcome;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Finds the generator of a faked column: the one that the allow list names, otherwise the one of the column's type. */
final class GeneratorChooser {

    private static final Field<Long> ANY_ORDINAL = DSL.field(DSL.name("n"), SQLDataType.BIGINT);

    private final Generators generators;
    private final String allowListSource;
    private final List<String> problems;

    /** @param allowListSource the allow list's name, for the places of problems */
    GeneratorChooser(Generators generators, String allowListSource, List<String> problems) {
        this.generators = generators;
        this.allowListSource = allowListSource;
        this.problems = problems;
    }

    /**
     * The fake of a column that a generator makes.
     *
     * @return empty if there is none; the reasons are then among the problems
     */
    Optional<Fake> choose(TableDraft draft, Column column, Field<Long> ordinal) {
        return choose(draft, column, draft.isUnique(column), ordinal);
    }

    /** The same, but different for different ordinals, whatever the draft says. */
    Optional<Fake> chooseUnique(TableDraft draft, Column column, Field<Long> ordinal) {
        return choose(draft, column, true, ordinal);
    }

    private Optional<Fake> choose(TableDraft draft, Column column, boolean unique, Field<Long> ordinal) {
        return fake(draft, column, unique, ordinal).match(fits -> Optional.of(fits.fake()), rejected -> {
            rejected.problems().forEach(p -> problems.add(place(draft, column) + ": " + p));
            return Optional.empty();
        });
    }

    private String place(TableDraft draft, Column column) {
        return draft.location(column).map(l -> allowListSource + ":" + l + "  ").orElse("") + draft.nameOf(column);
    }

    /** How many distinct values a unique fake of the column could take; zero if there is no unique fake. */
    BigInteger uniqueCapacity(TableDraft draft, Column column) {
        return fake(draft, column, true, ANY_ORDINAL)
                .match(fits -> fits.fake().distinctValues(), rejected -> BigInteger.ZERO);
    }

    private Outcome fake(TableDraft draft, Column column, boolean unique, Field<Long> ordinal) {
        FakeRequest request =
                new FakeRequest(column.type(), unique, Seeds.of(draft.relation().name(), column.name()));
        return draft.fakeSpec(column)
                .orElse(new FakeSpec.Automatic())
                .match(new FakeSpec.Cases<>(
                        automatic -> byType(column, request, ordinal),
                        named -> generators.fake(named.generator(), named.parameters(), request, ordinal),
                        expression -> unsupported(),
                        nothing -> unsupported(),
                        constant -> generators.fake("constant", Map.of("value", constant.value()), request, ordinal),
                        sql -> unsupported()));
    }

    private static Outcome byType(Column column, FakeRequest request, Field<Long> ordinal) {
        return Fakes.typeFake(request, ordinal)
                .map(Outcome::fits)
                .orElseGet(() -> Outcome.rejected(Fakes.remedy(column.type())));
    }

    private static Outcome unsupported() {
        throw new IllegalStateException("the allow list's resolver refuses this kind of fake");
    }
}
