package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.fake.Generators;
import java.util.List;

/**
 * The generators of a list's locale.
 *
 * @param misfits one if there is no such locale; the generators are then those of another one
 */
record LocalGenerators(Generators generators, List<Misfit> misfits) {

    static LocalGenerators of(AllowList allowList, PlanOptions options) {
        try {
            return new LocalGenerators(
                    options.generators().withLocale(allowList.options().locale()), List.of());
        } catch (IllegalArgumentException e) {
            String found = String.valueOf(e.getMessage());
            return new LocalGenerators(options.generators(), List.of(Misfit.ofList(Misfit.Kind.UNKNOWN_OPTION, found)));
        }
    }
}
