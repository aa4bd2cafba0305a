package dev.sanitiser.allowlist;

import java.util.List;
import java.util.Optional;

/** Reads a value that is one of a few words. */
record WordReader(String name, List<String> words, Problems problems) {

    /** @return empty, and a problem, for anything else */
    Optional<String> read(Json json) {
        if (!(json instanceof Json.Text text)) {
            problems.at(
                    json.location(),
                    Quoted.json(name) + " needs one of " + Quoted.json(words) + "; found " + json.description());
            return Optional.empty();
        }
        if (!words.contains(text.value())) {
            problems.at(
                    json.location(), Quoted.json(name) + " cannot be " + KnownMembers.expected(text.value(), words));
            return Optional.empty();
        }
        return Optional.of(text.value());
    }
}
