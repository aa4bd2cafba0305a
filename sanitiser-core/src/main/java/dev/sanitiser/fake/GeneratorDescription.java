package dev.sanitiser.fake;

import java.util.List;
import java.util.Optional;

/**
 * What a list of generators says about one of them.
 *
 * @param makes a few words; empty where its author wrote none
 * @param types the types that it fits, as a reader would say it
 * @param example a value in its text form, if there is one to show
 */
public record GeneratorDescription(
        String name, String makes, List<String> types, List<Parameter> parameters, Optional<String> example) {
    public GeneratorDescription {
        types = List.copyOf(types);
        parameters = List.copyOf(parameters);
    }
}
