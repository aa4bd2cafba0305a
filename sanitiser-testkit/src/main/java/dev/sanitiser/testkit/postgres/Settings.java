package dev.sanitiser.testkit.postgres;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the user of the tests has set: a system property such as {@code a.b}, or else the variable {@code A_B}. */
record Settings(Map<?, ?> properties, Map<String, String> environment) {

    static Settings ofThisJvm() {
        return new Settings(System.getProperties(), System.getenv());
    }

    /** @return empty where neither is set, or to nothing but blanks */
    Optional<String> get(String property) {
        Object value = properties.get(property);
        return Optional.ofNullable(value == null ? environment.get(variable(property)) : value.toString())
                .filter(text -> !text.isBlank());
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
