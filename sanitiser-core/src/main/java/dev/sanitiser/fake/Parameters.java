package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters that an allow list gives to a generator, checked against what the generator declares. */
public final class Parameters {

    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    static Parameters none() {
        return new Parameters(Map.of());
    }

    /**
     * The problems of parameters that a generator does not take, or not in this form.
     *
     * @param given String, BigDecimal, Boolean or List of these
     */
    static List<String> problems(Generator generator, Map<String, ?> given) {
        List<String> problems = new ArrayList<>();
        Map<String, Parameter> declared = declared(generator);
        given.forEach((name, value) -> {
            Parameter parameter = declared.get(name);
            if (parameter == null) {
                problems.add(unknown(generator, name));
            } else if (parameter.kind().read(value).isEmpty()) {
                problems.add("\"" + name + "\" of generator \"" + generator.name() + "\" must be "
                        + parameter.kind().description());
            }
        });
        generator.parameters().stream()
                .filter(parameter -> parameter.required() && !given.containsKey(parameter.name()))
                .forEach(missing ->
                        problems.add("generator \"" + generator.name() + "\" needs \"" + missing.name() + "\""));
        return problems;
    }

    /** @param given without {@link #problems} */
    static Parameters of(Generator generator, Map<String, ?> given) {
        Map<String, Parameter> declared = declared(generator);
        Map<String, Object> values = new HashMap<>();
        given.forEach((name, value) -> Optional.ofNullable(declared.get(name))
                .flatMap(parameter -> parameter.kind().read(value))
                .ifPresent(read -> values.put(name, read)));
        return new Parameters(values);
    }

    /**
     * The value of a parameter.
     *
     * @param type String for strings, Long for whole numbers, BigDecimal for numbers, LocalDate and LocalDateTime for
     *     dates and times, List for lists, Object for scalars
     * @throws ClassCastException if the generator declared the parameter to be of another kind
     */
    public <T> Optional<T> get(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    private static Map<String, Parameter> declared(Generator generator) {
        return generator.parameters().stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    }

    private static String unknown(Generator generator, String name) {
        if (generator.parameters().isEmpty()) {
            return "generator \"" + generator.name() + "\" takes no parameters; remove \"" + name + "\"";
        }
        String known = generator.parameters().stream()
                .map(parameter -> "\"" + parameter.name() + "\"")
                .collect(Collectors.joining(", "));
        return "generator \"" + generator.name() + "\" has no parameter \"" + name + "\"; it has " + known;
    }
}
