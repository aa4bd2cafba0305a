package dev.sanitiser.drift;

import java.util.Objects;
import java.util.Optional;

/**
 * What to write.
 *
 * @param instruction a sentence; it ends with a colon where JSON follows
 * @param json to paste as it is: a string, or one or more members of an object without its braces
 */
public record Remedy(String instruction, Optional<String> json) {
    public Remedy {
        Objects.requireNonNull(instruction);
        Objects.requireNonNull(json);
    }

    static Remedy of(String instruction) {
        return new Remedy(instruction, Optional.empty());
    }

    static Remedy of(String instruction, String json) {
        return new Remedy(instruction, Optional.of(json));
    }

    /** The instruction and the JSON on one line. */
    @Override
    public String toString() {
        return instruction + json.map(j -> " " + j).orElse("");
    }
}
