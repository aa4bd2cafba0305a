package dev.sanitiser.fake;

import dev.sanitiser.catalog.DataType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code choice}, {@code enum} and {@code constant}: values that the allow list or the type spells out. */
final class ChoiceGenerators {

    private static final String CHOICE = "choice";
    private static final String ENUM = "enum";

    private ChoiceGenerators() {}

    static List<Generator> all() {
        return List.of(
                new NamedGenerator(
                        CHOICE, List.of(Parameter.required("values", Parameter.Kind.TEXTS)), ChoiceGenerators::choice),
                new NamedGenerator(ENUM, List.of(), ChoiceGenerators::label),
                new NamedGenerator(
                        Constants.NAME,
                        List.of(Parameter.required("value", Parameter.Kind.SCALAR)),
                        Constants::generate));
    }

    private static Outcome label(GeneratorContext context) {
        return context.type().type() instanceof DataType.Enumeration type
                        && !type.labels().isEmpty()
                ? oneOf(ENUM, context, type.labels())
                : NamedGenerator.misfit(ENUM, "labels of an enum", context);
    }

    private static Outcome choice(GeneratorContext context) {
        List<String> values = new ArrayList<>();
        for (Object value : context.parameters().get("values", List.class).orElseThrow()) {
            values.add((String) value);
        }
        values = values.stream().distinct().toList();
        if (context.type().type() instanceof DataType.Enumeration type) {
            List<String> unknown = values.stream()
                    .filter(value -> !type.labels().contains(value))
                    .toList();
            return unknown.isEmpty() ? oneOf(CHOICE, context, values) : notLabels(unknown, context);
        }
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(CHOICE, "strings", context);
        }
        int longest =
                values.stream().mapToInt(ChoiceGenerators::characters).max().orElseThrow();
        return longest > length.getAsInt()
                ? NamedGenerator.tooShort(CHOICE, longest, context)
                : oneOf(CHOICE, context, values);
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    static Outcome notLabels(List<String> unknown, GeneratorContext context) {
        String quoted = unknown.stream().map(label -> "\"" + label + "\"").collect(Collectors.joining(", "));
        return Outcome.rejected("enum " + context.type().formatted() + " has no label " + quoted);
    }

    private static Outcome oneOf(String generator, GeneratorContext context, List<String> values) {
        Field<Long> turn = context.lane().ordinal().minus(DSL.inline(1L)).mod(DSL.inline((long) values.size()));
        return Outcome.fits(
                context.unique()
                        ? new Fake(generator, Sql.element(values, turn), BigInteger.valueOf(values.size()))
                        : new Fake(generator, context.lane().pick(values), BigInteger.ONE));
    }
}
