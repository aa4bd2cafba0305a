package dev.sanitiser.allowlist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code $options} of an allow list.
 *
 * @param locale the language and region that fakes look like
 * @param unlistedLocation where {@code unlisted} was set; empty where the default holds
 * @param acceptedLiterals fingerprints, 16 lower-case hexadecimal digits each, of literals in the structure that
 *     somebody reviewed and lets travel
 */
public record AllowListOptions(
        Locale locale, Unlisted unlisted, Optional<Location> unlistedLocation, Set<String> acceptedLiterals) {

    public AllowListOptions {
        Objects.requireNonNull(locale);
        acceptedLiterals = Set.copyOf(acceptedLiterals);
    }

    /** British English; structure only for tables that are not listed; nothing accepted. */
    public static AllowListOptions defaults() {
        return new AllowListOptions(Locale.UK, Unlisted.STRUCTURE, Optional.empty(), Set.of());
    }

    /** What happens to a table that the list does not mention. */
    public enum Unlisted {
        /** No rows; the restored application still starts. */
        STRUCTURE,
        /** All rows, every column faked. */
        FAKE,
        /** The plan fails and names the table. */
        ERROR;

        /** {@return the option's value in the file} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Unlisted::word).toList();
        }

        static Unlisted ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
