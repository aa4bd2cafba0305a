package dev.sanitiser.fake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A generator of this library.
 *
 * @param sample makes an example of the locale; empty where the list of generators has one that serves all
 */
record NamedGenerator(
        String name,
        List<Parameter> parameters,
        Function<GeneratorContext, Outcome> body,
        Optional<Supplier<String>> sample)
        implements Generator {

    NamedGenerator {
        parameters = List.copyOf(parameters);
    }

    NamedGenerator(String name, List<Parameter> parameters, Function<GeneratorContext, Outcome> body) {
        this(name, parameters, body, Optional.empty());
    }

    NamedGenerator withSample(Supplier<String> maker) {
        return new NamedGenerator(name, parameters, body, Optional.of(maker));
    }

    @Override
    public Optional<String> example() {
        return sample.map(Supplier::get);
    }

    @Override
    public Outcome generate(GeneratorContext context) {
        return body.apply(context);
    }

    /** Says that values of one kind have no place in a column's type. */
    static Outcome misfit(String name, String kind, GeneratorContext context) {
        return Outcome.rejected("generator \"" + name + "\" makes " + kind + ", which type "
                + context.type().formatted() + " does not hold");
    }

    static Outcome tooShort(String name, int needed, GeneratorContext context) {
        String characters = needed == 1 ? " character" : " characters";
        return Outcome.rejected("generator \"" + name + "\" needs " + needed + characters + "; type "
                + context.type().formatted() + " holds "
                + context.textLength().orElse(0));
    }

    static Outcome reversed(String name, String lower, Object lowerValue, String upper, Object upperValue) {
        return Outcome.rejected("\"" + lower + "\" (" + lowerValue + ") of generator \"" + name + "\" is above \""
                + upper + "\" (" + upperValue + ")");
    }
}
