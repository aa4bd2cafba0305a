package dev.sanitiser.fake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A parameter of a generator. */
public record Parameter(String name, Kind kind, boolean required) {

    public static Parameter optional(String name, Kind kind) {
        return new Parameter(name, kind, false);
    }

    public static Parameter required(String name, Kind kind) {
        return new Parameter(name, kind, true);
    }

    /** What a parameter's value must be. */
    public enum Kind {
        WHOLE_NUMBER("a whole number within the range of bigint"),
        NUMBER("a number"),
        DATE("a date such as \"2001-12-31\""),
        TIMESTAMP("a time such as \"2001-12-31T23:59:59\""),
        TEXT("a string"),
        SCALAR("a string, a number, true or false"),
        TEXTS("a list of strings");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /** What a value must be, as the end of "must be". */
        public String description() {
            return description;
        }

        /** @return the value in Java's terms; empty if it is of another kind */
        Optional<?> read(Object value) {
            return switch (this) {
                case WHOLE_NUMBER -> wholeNumber(value);
                case NUMBER -> value instanceof BigDecimal ? Optional.of(value) : Optional.empty();
                case DATE -> text(value, LocalDate::parse);
                case TIMESTAMP -> text(value, LocalDateTime::parse);
                case TEXT -> value instanceof String ? Optional.of(value) : Optional.empty();
                case SCALAR -> value instanceof List ? Optional.empty() : Optional.of(value);
                case TEXTS -> texts(value);
            };
        }

        private static Optional<?> wholeNumber(Object value) {
            try {
                return value instanceof BigDecimal number ? Optional.of(number.longValueExact()) : Optional.empty();
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        }

        private static Optional<?> text(Object value, Function<String, ?> parser) {
            try {
                return value instanceof String text ? Optional.of(parser.apply(text)) : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        private static Optional<?> texts(Object value) {
            return value instanceof List<?> list
                            && !list.isEmpty()
                            && list.stream().allMatch(item -> item instanceof String)
                    ? Optional.of(list)
                    : Optional.empty();
        }
    }
}
