package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.fake.FakeRequest;
import dev.sanitiser.fake.Fakes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The generators of this version: the one that the allow list names, otherwise the one of the column's type. */
final class GeneratorChooser implements FakeChooser {

    private final List<String> problems;

    GeneratorChooser(List<String> problems) {
        this.problems = problems;
    }

    @Override
    public Optional<Fake> choose(TableDraft draft, Column column, Field<Long> ordinal) {
        Optional<Fake> fake = fake(draft, column, draft.isUnique(column), ordinal);
        if (fake.isEmpty()) {
            problems.add(draft.nameOf(column) + ": " + Fakes.remedy(column.type()));
        }
        return fake;
    }

    @Override
    public BigInteger uniqueCapacity(TableDraft draft, Column column) {
        return fake(draft, column, true, DSL.field(DSL.name("n"), SQLDataType.BIGINT))
                .map(Fake::distinctValues)
                .orElse(BigInteger.ZERO);
    }

    private static Optional<Fake> fake(TableDraft draft, Column column, boolean unique, Field<Long> ordinal) {
        long seed = Seeds.of(draft.relation().name(), column.name());
        return Fakes.typeFake(new FakeRequest(column.type(), unique, seed), ordinal);
    }
}
