package dev.sanitiser.fake;

import dev.sanitiser.catalog.DataType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value in its text form is one of a column's type, for the types that texts can be made for. */
final class ValueFit {

    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z?");
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
    private static final Pattern MAC = Pattern.compile("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}");

    private ValueFit() {}

    static boolean fits(String value, GeneratorContext context) {
        if (context.type().type() instanceof DataType.Enumeration type) {
            return type.labels().contains(value);
        }
        OptionalInt length = context.textLength();
        if (length.isPresent()) {
            return ChoiceGenerators.characters(value) <= length.getAsInt();
        }
        Optional<NumberLimits> limits = NumberLimits.of(context);
        return limits.isPresent() ? isNumber(value, limits.get()) : isOther(value, context);
    }

    private static boolean isNumber(String value, NumberLimits limits) {
        try {
            BigDecimal number = new BigDecimal(value);
            return number.compareTo(limits.least()) >= 0
                    && number.compareTo(limits.most()) <= 0
                    && number.stripTrailingZeros().scale() <= limits.scale();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isOther(String value, GeneratorContext context) {
        return switch (context.builtInType()) {
            case "bool" -> TRUTHS.contains(value);
            case "date" -> DATE.matcher(value).matches() && isDate(value);
            case "timestamp", "timestamptz" ->
                (DATE.matcher(value).matches() || TIME.matcher(value).matches()) && isDate(value.substring(0, 10));
            case "uuid" -> UUID.matcher(value).matches();
            case "inet", "cidr" -> IPV4.matcher(value).matches();
            case "macaddr", "macaddr8" -> MAC.matcher(value).matches();
            case "json", "jsonb" -> Constants.isJson(value);
            default -> false;
        };
    }

    private static boolean isDate(String value) {
        return Parameter.Kind.DATE.read(value).isPresent();
    }
}
