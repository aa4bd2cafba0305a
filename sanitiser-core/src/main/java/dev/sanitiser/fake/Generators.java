package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.Field;

/** The generators that an allow list can name; immutable. */
public final class Generators {

    private static final Generators STANDARD = makeStandard();

    private final Map<String, Generator> byName;

    private Generators(Map<String, Generator> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** The generators of this library; docs/generators.md describes them. */
    public static Generators standard() {
        return STANDARD;
    }

    private static Generators makeStandard() {
        List<Generator> all = new ArrayList<>();
        all.addAll(NumberGenerators.all());
        all.addAll(TextGenerators.all());
        all.addAll(TimeGenerators.all());
        all.addAll(ChoiceGenerators.all());
        all.addAll(IdentifierGenerators.all());
        all.add(Patterns.generator());
        Map<String, Generator> byName = new HashMap<>();
        all.forEach(generator -> byName.put(generator.name(), generator));
        return new Generators(byName);
    }

    /** These and one more, which takes the place of one of the same name. */
    public Generators with(Generator generator) {
        Map<String, Generator> more = new HashMap<>(byName);
        more.put(generator.name(), generator);
        return new Generators(more);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** The names of each generator's parameters. */
    public Map<String, Set<String>> parameterNames() {
        return byName.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Generator::name,
                        g -> g.parameters().stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet())));
    }

    /**
     * The fake that a generator makes for a column; for an array element by element, for a domain of its base type.
     *
     * @param parameters String, BigDecimal, Boolean or List of these
     * @param ordinal a {@code bigint} of at least 1; nothing else enters the value
     * @return rejected with every problem at once if there is no such generator, its parameters are wrong or its values
     *     do not fit the type. A unique fake is never rejected for its capacity: compare its distinct values with the
     *     number of rows.
     */
    public Outcome fake(String name, Map<String, ?> parameters, FakeRequest request, Field<Long> ordinal) {
        Generator generator = byName.get(name);
        if (generator == null) {
            return Outcome.rejected("there is no generator \"" + name + "\"");
        }
        List<String> problems = Parameters.problems(generator, parameters);
        if (!problems.isEmpty()) {
            return new Outcome.Rejected(problems);
        }
        return fake(
                generator,
                new GeneratorContext(
                        request.type(),
                        request.unique(),
                        new Lane(ordinal, request.seed()),
                        new Lane(ordinal, request.rowSeed()),
                        Parameters.of(generator, parameters)));
    }

    /**
     * The fake of a column whose values must match a regular expression of PostgreSQL.
     *
     * <p>Values are made from the expression, not tried against it; have PostgreSQL match them before relying on them.
     * What the expression does not anchor stays empty: the whole value is what the expression describes.
     *
     * @param ignoreCase whether the expression is matched by {@code ~*}; lower and upper case are then one, as unique
     *     values count them anyway
     * @param ordinal as for {@link #fake(String, Map, FakeRequest, Field)}
     * @return rejected for look-around, back references and collating elements, for types that are no strings, and
     *     where no value is short enough
     */
    public static Outcome matching(String regex, boolean ignoreCase, FakeRequest request, Field<Long> ordinal) {
        String pattern = ignoreCase && !regex.startsWith("(?") ? "(?i)" + regex : regex;
        return standard().fake(Patterns.NAME, Map.of(Patterns.REGEX, pattern), request, ordinal);
    }

    private static Outcome fake(Generator generator, GeneratorContext context) {
        ColumnType type = context.type();
        return change(
                uncast(generator, context), value -> Sql.cast(value, type.type().name()));
    }

    private static Outcome uncast(Generator generator, GeneratorContext context) {
        ColumnType type = context.type();
        if (type.type() instanceof DataType.Domain domain) {
            return fake(generator, context.withType(domain.underlying()));
        }
        if (type.type() instanceof DataType.Array array && !TypeSeries.isVector(array)) {
            ColumnType element = new ColumnType(array.element(), type.typeModifier(), 0, type.formatted());
            GeneratorContext elements = context.withType(element);
            return change(
                    fake(generator, elements),
                    first -> ArraySeries.of(
                            first,
                            context.lane(),
                            type.dimensions(),
                            lane -> anotherElement(generator, elements, lane)));
        }
        return generator.generate(context);
    }

    private static Field<?> anotherElement(Generator generator, GeneratorContext elements, Lane lane) {
        return fake(generator, elements.notUnique(lane))
                .match(fits -> fits.fake().value(), rejected -> {
                    throw new IllegalStateException(String.join("; ", rejected.problems()));
                });
    }

    private static Outcome change(Outcome outcome, UnaryOperator<Field<?>> change) {
        return outcome.match(
                fits -> Outcome.fits(new Fake(
                        fits.fake().generator(),
                        change.apply(fits.fake().value()),
                        fits.fake().distinctValues())),
                rejected -> rejected);
    }
}
