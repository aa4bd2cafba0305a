package dev.sanitiser.allowlist;

import dev.sanitiser.allowlist.AllowListOptions.Unlisted;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code $options}. */
final class OptionsReader {

    private static final List<String> KNOWN = List.of("locale", "unlisted", "acceptedLiterals");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

    private final Problems problems;

    OptionsReader(Problems problems) {
        this.problems = problems;
    }

    /** @return the defaults for whatever is not set or wrong */
    AllowListOptions read(Json json) {
        AllowListOptions defaults = AllowListOptions.defaults();
        if (!(json instanceof Json.Members object)) {
            problems.at(json.location(), "\"$options\" needs an object; found " + json.description());
            return defaults;
        }
        KnownMembers members = new KnownMembers(object, KNOWN, "option", problems);
        Optional<Json> unlisted = members.value("unlisted");
        return new AllowListOptions(
                members.value("locale").flatMap(this::locale).orElse(defaults.locale()),
                unlisted.flatMap(this::unlisted).orElse(defaults.unlisted()),
                unlisted.map(Json::location),
                members.value("acceptedLiterals").map(this::acceptedLiterals).orElse(Set.of()));
    }

    private Optional<Locale> locale(Json json) {
        String tag = json instanceof Json.Text text ? text.value() : "";
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return Optional.of(locale);
            }
        } catch (IllformedLocaleException e) {
            // reported below, like a tag without a language
        }
        String found = json instanceof Json.Text ? Quoted.json(tag) : json.description();
        String hint = tag.contains("_") ? NearestName.hint(tag.replace('_', '-')) : "";
        problems.at(
                json.location(),
                "\"locale\" needs a language tag (BCP 47) such as \"en-GB\" or \"de\"; found " + found + hint);
        return Optional.empty();
    }

    private Optional<Unlisted> unlisted(Json json) {
        return new WordReader("unlisted", Unlisted.words(), problems).read(json).map(Unlisted::ofWord);
    }

    private Set<String> acceptedLiterals(Json json) {
        if (!(json instanceof Json.Items list)) {
            problems.at(
                    json.location(), "\"acceptedLiterals\" needs a list of fingerprints; found " + json.description());
            return Set.of();
        }
        Set<String> fingerprints = new HashSet<>();
        for (Json item : list.items()) {
            if (!(item instanceof Json.Text text)) {
                problems.at(item.location(), "expected a fingerprint; found " + item.description());
            } else if (!FINGERPRINT.matcher(text.value()).matches()) {
                problems.at(item.location(), "a fingerprint has 16 lower-case hexadecimal digits; this has not");
            } else if (!fingerprints.add(text.value())) {
                problems.at(item.location(), Quoted.json(text.value()) + " is accepted already; remove it");
            }
        }
        return fingerprints;
    }
}
