package dev.sanitiser.fake;

import java.util.List;
import java.util.Optional;

/**
 * Makes the values that an allow list asks for by name.
 *
 * <p>An embedder adds one by {@link Generators#with}; one that is to serve the command line too is named in
 * {@code META-INF/services/dev.sanitiser.fake.Generator} and has a public constructor without parameters.
 *
 * <p>A generator has no state: the same context gives the same outcome. Domains and arrays are not its business: it is
 * asked for values of the type that they are made of.
 */
public interface Generator {

    /** As the allow list writes it: lower-case letters, digits and hyphens. */
    String name();

    /** What the allow list may add to the name; names and kinds are checked before {@link #generate} is called. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** What it makes, in a few words for {@code sanitiser generators}. */
    default String description() {
        return "";
    }

    /** One of its values in its text form, for {@code sanitiser generators}. */
    default Optional<String> example() {
        return Optional.empty();
    }

    /**
     * The values for one column.
     *
     * @return a fake whose value is an expression over {@link GeneratorContext#lane} and constants, of a type that
     *     PostgreSQL casts to the context's without loss; or the reasons why there is none
     */
    Outcome generate(GeneratorContext context);
}
