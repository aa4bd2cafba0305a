package dev.sanitiser.fake;

import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.Field;

/** The generators that an allow list can name; immutable. */
public final class Generators {

    private static final Generators STANDARD = new Generators(Pools.of(FakeLocale.DEFAULT), Map.of());

    private final Pools pools;
    private final Map<String, Generator> added;
    private final Map<String, Generator> byName;

    private Generators(Pools pools, Map<String, Generator> added) {
        this.pools = pools;
        this.added = Map.copyOf(added);
        Map<String, Generator> all = ofLibrary(pools);
        all.putAll(added);
        this.byName = Map.copyOf(all);
    }

    /** The generators of this library, for British English; docs/generators.md describes them. */
    public static Generators standard() {
        return STANDARD;
    }

    /**
     * The standard generators and those that jars on the class path offer to {@link ServiceLoader}. The command line
     * uses these; a service that embeds the library decides for itself whether it runs what its class path brings.
     *
     * @throws java.util.ServiceConfigurationError if an offered class is no generator or cannot be made
     */
    public static Generators discovered() {
        Generators all = standard();
        for (Generator generator : ServiceLoader.load(Generator.class)) {
            all = all.with(generator);
        }
        return all;
    }

    /**
     * The same generators with names, addresses and phone numbers of another locale. Where a language lacks a kind of
     * value, it is English; a region of which nothing is known is ignored.
     *
     * @throws IllegalArgumentException for a language of which nothing is known; the message names all others
     */
    public Generators withLocale(Locale locale) {
        return new Generators(Pools.of(FakeLocale.of(locale)), added);
    }

    private static Map<String, Generator> ofLibrary(Pools pools) {
        List<Generator> all = new ArrayList<>();
        all.addAll(BusinessGenerators.all(pools));
        all.addAll(FinanceGenerators.all(pools));
        all.addAll(FormatGenerators.all(new Places(pools).homeCountry()));
        all.addAll(PersonGenerators.all(pools));
        all.addAll(UserNames.all(new People(pools)));
        all.addAll(PlaceGenerators.all(pools));
        all.addAll(Quantities.all());
        all.addAll(WebGenerators.all(pools));
        all.add(PasswordHashes.generator(pools));
        all.add(PhoneNumbers.generator(pools));
        all.addAll(NumberGenerators.all());
        all.addAll(TextGenerators.all(pools));
        all.addAll(TimeGenerators.all());
        all.addAll(ChoiceGenerators.all());
        all.addAll(IdentifierGenerators.all());
        all.add(Patterns.generator());
        Map<String, Generator> byName = new HashMap<>();
        all.forEach(generator -> byName.put(generator.name(), generator));
        return byName;
    }

    /** These and one more, which takes the place of one of the same name. */
    public Generators with(Generator generator) {
        Map<String, Generator> more = new HashMap<>(added);
        more.put(generator.name(), generator);
        return new Generators(pools, more);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** What there is to say about each generator, in name order. */
    public List<GeneratorDescription> descriptions() {
        GeneratorList list = new GeneratorList(this);
        return new TreeMap<>(byName).values().stream().map(list::describe).toList();
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
        return fake(generator, parameters, request, ordinal);
    }

    /** The fake that a generator gives which takes no parameters and need not be known here. */
    public static Outcome fake(Generator generator, FakeRequest request, Field<Long> ordinal) {
        return fake(generator, Map.of(), request, ordinal);
    }

    private static Outcome fake(
            Generator generator, Map<String, ?> parameters, FakeRequest request, Field<Long> ordinal) {
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
     * The fake that an expression of Datafaker gives: <code>#{provider.method}</code>, with arguments in quotes and
     * text around it if need be.
     *
     * <p>A thousand values or so are drawn once, with a seed made of the expression; rows pick from those that fit the
     * type. Unique values are those of the pool, of words without digits with the ordinal behind them.
     *
     * @param ordinal as for {@link #fake(String, Map, FakeRequest, Field)}
     * @return rejected if it names no method of a provider, one that takes other arguments or depends on the current
     *     time, or one whose values do not fit; the problem names the expression
     */
    public Outcome expression(String expression, FakeRequest request, Field<Long> ordinal) {
        return fake(
                new Expressions(pools).of(expression),
                new GeneratorContext(
                        request.type(),
                        request.unique(),
                        new Lane(ordinal, request.seed()),
                        new Lane(ordinal, request.rowSeed()),
                        Parameters.none()));
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

    /** What one generator leaves to another. */
    Outcome generate(String name, GeneratorContext context) {
        Generator generator = byName.get(name);
        if (generator == null) {
            throw new IllegalStateException("no generator " + name);
        }
        return generator.generate(new GeneratorContext(
                context.type(), context.unique(), context.lane(), context.row(), Parameters.of(generator, Map.of())));
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
