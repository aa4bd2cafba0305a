package dev.sanitiser.plan;

import dev.sanitiser.constraint.Bound;
import dev.sanitiser.constraint.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns bounds that constraints name into parameters of generators. */
final class Bounds {

    private static final Set<String> WHOLE_NUMBERS = Set.of("int2", "int4", "int8", "oid");
    private static final Set<String> NUMBERS = Set.of("numeric", "float4", "float8", "money");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal SPAN = BigDecimal.valueOf(1_000);
    private static final int YEARS = 10;
    private static final int USUAL_LENGTH = 80;

    /** A generator with parameters. */
    record Named(String generator, Map<String, ?> parameters) {}

    private Bounds() {}

    /** @return empty if the requirement names no bounds that a generator of the type takes */
    static Optional<Named> parameters(String type, Requirement requirement) {
        if (requirement.lower().isEmpty() && requirement.upper().isEmpty()) {
            return Optional.empty();
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return wholeNumbers(requirement);
        }
        if (NUMBERS.contains(type)) {
            return fractions(requirement);
        }
        return switch (type) {
            case "date" -> dates(requirement);
            case "timestamp", "timestamptz" -> times(requirement);
            default -> Optional.empty();
        };
    }

    static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    /** Of the generator {@code text}. */
    static Map<String, Object> lengths(OptionalInt fewest, OptionalInt most) {
        Map<String, Object> lengths = new HashMap<>();
        fewest.ifPresent(f -> lengths.put("minLength", number(Math.max(1, f))));
        most.ifPresent(m -> lengths.put("maxLength", number(Math.min(m, Math.max(USUAL_LENGTH, fewest.orElse(0))))));
        return lengths;
    }

    private static Optional<Named> wholeNumbers(Requirement requirement) {
        List<BigDecimal> lower = read(requirement.lower(), Bounds::decimal, v -> floor(v).add(BigDecimal.ONE));
        List<BigDecimal> upper =
                read(requirement.upper(), Bounds::decimal, v -> ceiling(v).subtract(BigDecimal.ONE));
        return numbers(
                "integer",
                lower.stream().map(Bounds::ceiling).toList(),
                upper.stream().map(Bounds::floor).toList());
    }

    private static Optional<Named> fractions(Requirement requirement) {
        return numbers(
                "decimal",
                read(requirement.lower(), Bounds::decimal, v -> v.add(CENT)),
                read(requirement.upper(), Bounds::decimal, v -> v.subtract(CENT)));
    }

    private static Optional<Named> numbers(String generator, List<BigDecimal> lower, List<BigDecimal> upper) {
        Optional<BigDecimal> least = lower.stream().reduce(BigDecimal::max);
        Optional<BigDecimal> most = upper.stream().reduce(BigDecimal::min);
        return named(
                generator, "min", least, "max", most, m -> m.compareTo(BigDecimal.ONE) < 0 ? m.subtract(SPAN) : null);
    }

    private static Optional<Named> dates(Requirement requirement) {
        return times(
                "date",
                read(requirement.lower(), Bounds::time, t -> t.plusDays(1)),
                read(requirement.upper(), Bounds::time, t -> t.minusDays(1)),
                LocalDateTime::toLocalDate);
    }

    private static Optional<Named> times(Requirement requirement) {
        return times(
                "timestamp",
                read(requirement.lower(), Bounds::time, t -> t.plusSeconds(1)),
                read(requirement.upper(), Bounds::time, t -> t.minusSeconds(1)),
                t -> t);
    }

    private static Optional<Named> times(
            String generator,
            List<LocalDateTime> lower,
            List<LocalDateTime> upper,
            Function<LocalDateTime, ?> parameter) {
        Optional<LocalDateTime> from = lower.stream().max(LocalDateTime::compareTo);
        Optional<LocalDateTime> to = upper.stream().min(LocalDateTime::compareTo);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime first = from.orElseGet(() -> to.orElseThrow().minusYears(YEARS));
        LocalDateTime last = to.orElseGet(() -> from.orElseThrow().plusYears(YEARS));
        return Optional.of(new Named(
                generator,
                Map.of(
                        "from", parameter.apply(first).toString(),
                        "to", parameter.apply(last).toString())));
    }

    private static Optional<Named> named(
            String generator,
            String lowerName,
            Optional<BigDecimal> lower,
            String upperName,
            Optional<BigDecimal> upper,
            Function<BigDecimal, @Nullable BigDecimal> lowerFor) {
        Map<String, BigDecimal> parameters = new HashMap<>();
        lower.or(() -> upper.map(lowerFor)).ifPresent(l -> parameters.put(lowerName, l));
        upper.ifPresent(u -> parameters.put(upperName, u));
        return parameters.isEmpty() ? Optional.empty() : Optional.of(new Named(generator, parameters));
    }

    /** @param beyond the next value after a bound that is not itself allowed */
    private static <T> List<T> read(List<Bound> bounds, Function<String, Optional<T>> reader, Function<T, T> beyond) {
        List<T> values = new ArrayList<>();
        for (Bound bound : bounds) {
            reader.apply(bound.literal())
                    .map(v -> bound.inclusive() ? v : beyond.apply(v))
                    .ifPresent(values::add);
        }
        return values;
    }

    private static Optional<BigDecimal> decimal(String literal) {
        try {
            return Optional.of(new BigDecimal(literal.replace("$", "").replace(",", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal floor(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR);
    }

    private static BigDecimal ceiling(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING);
    }

    private static Optional<LocalDateTime> time(String literal) {
        String iso = literal.trim().replace(' ', 'T');
        return parsed(iso, t -> LocalDate.parse(t).atStartOfDay())
                .or(() -> parsed(iso, LocalDateTime::parse))
                .or(() -> parsed(
                        iso,
                        t -> OffsetDateTime.parse(
                                        t, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS][XXX][X]"))
                                .atZoneSameInstant(ZoneOffset.UTC)
                                .toLocalDateTime()));
    }

    private static Optional<LocalDateTime> parsed(String text, Function<String, LocalDateTime> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
