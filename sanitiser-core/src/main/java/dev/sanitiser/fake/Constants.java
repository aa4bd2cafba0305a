package dev.sanitiser.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanitiser.catalog.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.impl.DSL;

/** {@code constant}: the value that the allow list gives, in every row. */
final class Constants {

    static final String NAME = "constant";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Constants() {}

    static Outcome generate(GeneratorContext context) {
        Object value = context.parameters().get("value", Object.class).orElseThrow();
        if (context.type().type() instanceof DataType.Enumeration type) {
            String label = value.toString();
            return type.labels().contains(label) ? fits(label) : ChoiceGenerators.notLabels(List.of(label), context);
        }
        OptionalInt length = context.textLength();
        if (length.isPresent()) {
            return text(context, textOf(value), length.getAsInt());
        }
        Optional<NumberLimits> limits = NumberLimits.of(context);
        return limits.isPresent() ? number(context, value, limits.get()) : other(context, value);
    }

    private static Outcome text(GeneratorContext context, String value, int length) {
        int characters = ChoiceGenerators.characters(value);
        return characters > length ? NamedGenerator.tooShort(NAME, characters, context) : fits(value);
    }

    private static Outcome number(GeneratorContext context, Object value, NumberLimits limits) {
        boolean holds = value instanceof BigDecimal number
                && number.compareTo(limits.least()) >= 0
                && number.compareTo(limits.most()) <= 0
                && number.stripTrailingZeros().scale() <= limits.scale();
        return holds ? fits(textOf(value)) : misfit(context);
    }

    private static Outcome other(GeneratorContext context, Object value) {
        boolean holds = switch (context.builtInType()) {
            case "bool" -> value instanceof Boolean;
            case "date" -> Parameter.Kind.DATE.read(value).isPresent();
            case "timestamp" -> isTime(value);
            case "json", "jsonb" -> isJson(value);
            case "uuid" -> isUuid(value);
            default -> false;
        };
        return holds ? fits(textOf(value)) : misfit(context);
    }

    private static boolean isTime(Object value) {
        return Parameter.Kind.TIMESTAMP.read(value).isPresent()
                || Parameter.Kind.DATE.read(value).isPresent();
    }

    static boolean isJson(Object value) {
        try {
            JSON.readTree(textOf(value));
            return !textOf(value).isBlank();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isUuid(Object value) {
        return value instanceof String text && text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    }

    private static String textOf(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static Outcome misfit(GeneratorContext context) {
        return Outcome.rejected(
                "type " + context.type().formatted() + " does not hold the \"value\" of generator \"constant\"");
    }

    private static Outcome fits(String text) {
        return Outcome.fits(new Fake(NAME, DSL.inline(text), BigInteger.ONE));
    }
}
