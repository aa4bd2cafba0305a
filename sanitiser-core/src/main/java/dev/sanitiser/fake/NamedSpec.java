package dev.sanitiser.fake;

import java.util.Map;
import java.util.Objects;

/**
 * A generator with its parameters.
 *
 * @param generator a name for {@link Generators#fake(String, Map, FakeRequest, org.jooq.Field)}
 * @param parameters String or BigDecimal
 */
public record NamedSpec(String generator, Map<String, Object> parameters) {
    public NamedSpec {
        Objects.requireNonNull(generator);
        parameters = Map.copyOf(parameters);
    }

    /** A generator as it is, without parameters. */
    public static NamedSpec of(String generator) {
        return new NamedSpec(generator, Map.of());
    }
}
