package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.fake.FakeRequest;
import dev.sanitiser.fake.Generators;
import dev.sanitiser.fake.Outcome;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Finds the generator of a faked column: the one that the allow list names, otherwise the first of its
 * {@link Candidates} that fits its type and that no proof has ruled out.
 */
final class GeneratorChooser {

    private static final Field<Long> ANY_ORDINAL = DSL.field(DSL.name("n"), SQLDataType.BIGINT);

    private final Generators generators;
    private final Candidates candidates;
    private final List<Misfit> problems;
    private final Map<Key, List<Candidate>> lists = new HashMap<>();
    private final Map<Key, Integer> positions = new HashMap<>();
    private final Map<Trial, Boolean> fitting = new HashMap<>();
    private final Map<Typed, BigInteger> capacities = new HashMap<>();

    GeneratorChooser(Generators generators, List<Misfit> problems) {
        this.generators = generators;
        this.candidates = new Candidates(generators);
        this.problems = problems;
    }

    private record Key(long table, int column) {
        static Key of(TableDraft draft, Column column) {
            return new Key(draft.relation().oid(), column.number());
        }
    }

    /** A column, which some rules look at as if it had another type. */
    private record Typed(Key key, ColumnType type) {
        static Typed of(TableDraft draft, Column column) {
            return new Typed(Key.of(draft, column), column.type());
        }
    }

    /** One candidate for a column: whether it fits is asked often and never changes. */
    private record Trial(Typed column, boolean unique, int index) {}

    /**
     * The fake of a column that a generator makes.
     *
     * @return empty if there is none; the reasons are then among the problems
     */
    Optional<Fake> choose(TableDraft draft, Column column, Field<Long> ordinal) {
        return outcome(draft, column, ordinal).match(fits -> Optional.of(fits.fake()), rejected -> {
            rejected.problems().forEach(p -> problems.add(unfit(draft, column, p)));
            return Optional.empty();
        });
    }

    /**
     * The first candidate nearly always fits, and is made once then: what it is made of does not depend on the ordinal.
     */
    private Outcome outcome(TableDraft draft, Column column, Field<Long> ordinal) {
        Trial first = trial(draft, column, firstPosition(draft, column));
        if (!fitting.containsKey(first)) {
            Outcome outcome = outcome(draft, column, first, ordinal);
            if (fits(draft, column, first.index())) {
                return outcome;
            }
        }
        return chosen(draft, column).fake().apply(request(draft, column, first.unique()), ordinal);
    }

    /** Makes the fake, and remembers whether there is one. */
    private Outcome outcome(TableDraft draft, Column column, Trial trial, Field<Long> ordinal) {
        Outcome outcome =
                list(draft, column).get(trial.index()).fake().apply(request(draft, column, trial.unique()), ordinal);
        fitting.put(trial, outcome.match(fits -> true, rejected -> false));
        return outcome;
    }

    private Trial trial(TableDraft draft, Column column, int index) {
        return new Trial(Typed.of(draft, column), mustDiffer(draft, column), index);
    }

    /** Why the column gets the fake that it gets. */
    String reason(TableDraft draft, Column column) {
        return chosen(draft, column).reason();
    }

    private static Misfit unfit(TableDraft draft, Column column, String why) {
        return new Misfit(
                Misfit.Kind.UNFIT_FAKE,
                draft.location(column),
                Optional.of(draft.relation().name()),
                List.of(column.name()),
                draft.nameOf(column) + ": " + why,
                Optional.empty());
    }

    /** How many distinct values a unique fake of the column could take; zero if there is no unique fake. */
    BigInteger uniqueCapacity(TableDraft draft, Column column) {
        Typed key = Typed.of(draft, column);
        BigInteger known = capacities.get(key);
        if (known == null) {
            known = findUniqueCapacity(draft, column);
            capacities.put(key, known);
        }
        return known;
    }

    private BigInteger findUniqueCapacity(TableDraft draft, Column column) {
        FakeRequest request = request(draft, column, true);
        return list(draft, column).stream()
                .map(c -> c.fake()
                        .apply(request, ANY_ORDINAL)
                        .match(fits -> fits.fake().distinctValues(), rejected -> BigInteger.ZERO))
                .filter(c -> c.signum() > 0)
                .findFirst()
                .orElse(BigInteger.ZERO);
    }

    /** Forgets what was tried for a table's columns, as if nobody had asked; what was ruled out stays so. */
    void forgetTrials(TableDraft draft) {
        long table = draft.relation().oid();
        lists.keySet().removeIf(k -> k.table() == table);
        fitting.keySet().removeIf(t -> t.column().key().table() == table);
        capacities.keySet().removeIf(t -> t.key().table() == table);
    }

    /** Rules the chosen candidate out. @return whether there is another */
    boolean advance(TableDraft draft, Column column) {
        return moveTo(draft, column, i -> true);
    }

    /** Goes on to the next candidate that was read out of a constraint, unless one is chosen already. */
    boolean advanceToConstraint(TableDraft draft, Column column) {
        return !chosen(draft, column).fromConstraint()
                && moveTo(draft, column, i -> list(draft, column).get(i).fromConstraint());
    }

    /** Several draws of all candidates that fit the column's type, none of them unique. */
    List<Field<?>> alternatives(
            TableDraft draft, Column column, Field<Long> ordinal, boolean ofAllCandidates, int draws) {
        List<Candidate> all = ofAllCandidates ? list(draft, column) : List.of(chosen(draft, column));
        FakeRequest request = request(draft, column, false);
        return IntStream.range(0, draws)
                .boxed()
                .flatMap(i -> all.stream().flatMap(c -> value(c, branch(request, i), ordinal)))
                .<Field<?>>map(v -> TypeCasts.cast(v, column.type().type()))
                .distinct()
                .toList();
    }

    private static Stream<Field<?>> value(Candidate candidate, FakeRequest request, Field<Long> ordinal) {
        return candidate
                .fake()
                .apply(request, ordinal)
                .match(fits -> Stream.of(fits.fake().value()), rejected -> Stream.empty());
    }

    private static FakeRequest branch(FakeRequest request, int number) {
        return new FakeRequest(request.type(), false, Seeds.branch(request.seed(), number), request.rowSeed());
    }

    private boolean moveTo(TableDraft draft, Column column, IntPredicate wanted) {
        int current = position(draft, column).orElse(0);
        OptionalInt next = IntStream.range(current + 1, list(draft, column).size())
                .filter(wanted)
                .filter(i -> fits(draft, column, i))
                .findFirst();
        next.ifPresent(i -> positions.put(Key.of(draft, column), i));
        return next.isPresent();
    }

    /** The first that fits; where none does, the last says why. */
    private Candidate chosen(TableDraft draft, Column column) {
        List<Candidate> list = list(draft, column);
        return list.get(position(draft, column).orElse(list.size() - 1));
    }

    private OptionalInt position(TableDraft draft, Column column) {
        return IntStream.range(firstPosition(draft, column), list(draft, column).size())
                .filter(i -> fits(draft, column, i))
                .findFirst();
    }

    private int firstPosition(TableDraft draft, Column column) {
        return positions.getOrDefault(Key.of(draft, column), 0);
    }

    private boolean fits(TableDraft draft, Column column, int index) {
        Trial trial = trial(draft, column, index);
        if (!fitting.containsKey(trial)) {
            outcome(draft, column, trial, ANY_ORDINAL);
        }
        return Boolean.TRUE.equals(fitting.get(trial));
    }

    private List<Candidate> list(TableDraft draft, Column column) {
        return lists.computeIfAbsent(Key.of(draft, column), k -> candidatesOf(draft, column));
    }

    private List<Candidate> candidatesOf(TableDraft draft, Column column) {
        FakeSpec spec = draft.fakeSpec(column).orElse(new FakeSpec.Automatic());
        if (spec instanceof FakeSpec.Automatic) {
            return candidates.of(draft, column);
        }
        return List.of(new Candidate(
                "generator named in the allow list",
                false,
                (request, ordinal) -> listed(draft, spec, request, ordinal)));
    }

    private Outcome listed(TableDraft draft, FakeSpec spec, FakeRequest request, Field<Long> ordinal) {
        return spec.match(new FakeSpec.Cases<>(
                automatic -> unsupported(),
                pseudonym -> unsupported(),
                named -> generators.fake(named.generator(), named.parameters(), request, ordinal),
                expression -> generators.expression(expression.text(), request, ordinal),
                nothing -> unsupported(),
                constant -> generators.fake("constant", Map.of("value", constant.value()), request, ordinal),
                sql -> Outcome.fits(sql(draft, sql, request, ordinal))));
    }

    /** The proofs of the plan tell whether it fits its column, and whether it is unique. */
    private static Fake sql(TableDraft draft, FakeSpec.Sql sql, FakeRequest request, Field<Long> ordinal) {
        List<Column> kept = draft.keptColumns();
        Field<Object> value = new SqlExpression(sql.expression()).value(new TableScope(kept), kept, ordinal);
        return new Fake(
                SqlExpression.GENERATOR,
                TypeCasts.cast(value, request.type().type()),
                request.unique() ? BigInteger.valueOf(Long.MAX_VALUE) : BigInteger.ONE);
    }

    private static boolean mustDiffer(TableDraft draft, Column column) {
        return draft.isUnique(column)
                || draft.isPseudonym(column)
                || draft.generatorTurn(column).isPresent();
    }

    private static FakeRequest request(TableDraft draft, Column column, boolean unique) {
        return new FakeRequest(
                column.type(), unique, Seeds.of(draft.seedName(), column.name()), Seeds.ofRow(draft.seedName()));
    }

    private static Outcome unsupported() {
        throw new IllegalStateException("the allow list's resolver refuses this kind of fake");
    }
}
