package dev.sanitiser.fake;

import java.util.List;

/**
 * Makes the values that an allow list asks for by name.
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

    /**
     * The values for one column.
     *
     * @return a fake whose value is an expression over {@link GeneratorContext#lane} and constants, of a type that
     *     PostgreSQL casts to the context's without loss; or the reasons why there is none
     */
    Outcome generate(GeneratorContext context);
}
