package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.datafaker.Faker;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Datafaker's expressions: a pool of values is drawn once, and rows pick from those that fit their column. */
record Expressions(Pools pools) {

    private static final int MOST_CHARACTERS = 48 * 1_024;
    private static final int LONGEST_VALUE = 10_000;

    Generator of(String expression) {
        return new NamedGenerator(expression, List.of(), context -> generate(expression, context));
    }

    private Outcome generate(String expression, GeneratorContext context) {
        List<String> pool;
        try {
            pool = pools.pool("expression " + expression, random -> draw(expression));
        } catch (UnusableExpressionException e) {
            return Outcome.rejected("expression \"" + expression + "\": " + e.reason());
        }
        List<String> fitting =
                pool.stream().filter(value -> ValueFit.fits(value, context)).toList();
        if (fitting.isEmpty()) {
            return Outcome.rejected("expression \"" + expression + "\" makes no value that type "
                    + context.type().formatted() + " holds");
        }
        return Outcome.fits(
                context.unique()
                        ? unique(expression, fitting, context)
                        : new Fake(expression, context.lane().pick(fitting), BigInteger.ONE));
    }

    /** @throws UnusableExpressionException if the expression or one of its calls cannot be evaluated */
    private List<String> draw(String expression) {
        List<ExpressionPart> parts = ExpressionPart.of(expression);
        List<Supplier<String>> first = suppliers(parts, expression);
        List<Supplier<String>> second = suppliers(parts, expression);
        Set<String> values = new LinkedHashSet<>();
        int characters = 0;
        for (int i = 0; i < 2 * Pools.SIZE && values.size() < Pools.SIZE && characters < MOST_CHARACTERS; i++) {
            String value = joined(first);
            if (!value.equals(joined(second))) {
                throw new UnusableExpressionException("its values are not the same in every run;"
                        + " they depend on the time or on what was drawn before");
            }
            if (value.length() <= LONGEST_VALUE && value.indexOf('\0') < 0 && values.add(value)) {
                characters += value.length();
            }
        }
        return List.copyOf(values);
    }

    private List<Supplier<String>> suppliers(List<ExpressionPart> parts, String expression) {
        Faker faker = pools.faker(pools.locale().locale(), new Random(expression.hashCode()));
        List<Supplier<String>> suppliers = new ArrayList<>();
        for (ExpressionPart part : parts) {
            if (part instanceof ExpressionPart.Directive directive) {
                DatafakerCall call = DatafakerCall.of(directive);
                suppliers.add(() -> call.evaluate(faker));
            } else if (part instanceof ExpressionPart.Text text) {
                suppliers.add(text::text);
            }
        }
        return suppliers;
    }

    private static String joined(List<Supplier<String>> suppliers) {
        StringBuilder text = new StringBuilder();
        suppliers.forEach(supplier -> text.append(supplier.get()));
        return text.toString();
    }

    /** Words get the ordinal behind them; values with digits have a form of their own and do not. */
    private Fake unique(String expression, List<String> fitting, GeneratorContext context) {
        Map<String, String> different = new LinkedHashMap<>();
        fitting.forEach(value -> different.putIfAbsent(Folding.of(value), value));
        List<String> values = List.copyOf(different.values());
        Optional<NumberedText> numbered =
                context.textLength().isEmpty() || values.stream().anyMatch(PooledText::hasDigits)
                        ? Optional.empty()
                        : NumberedText.within(
                                context.textLength().getAsInt(),
                                " ",
                                room -> values.stream().allMatch(value -> ChoiceGenerators.characters(value) <= room)
                                        ? values
                                        : List.of());
        Field<Long> ordinal = context.lane().ordinal();
        return numbered.map(text ->
                        text.fake(expression, context.lane().below(text.values().size()), ordinal))
                .orElseGet(() -> new Fake(
                        expression,
                        Sql.element(values, ordinal.minus(DSL.inline(1L)).mod(DSL.inline((long) values.size()))),
                        BigInteger.valueOf(values.size())));
    }
}
