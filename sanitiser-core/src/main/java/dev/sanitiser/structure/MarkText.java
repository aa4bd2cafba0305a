package dev.sanitiser.structure;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comment on each schema of a copy says.
 *
 * @param label what it is a copy of; any text without NUL
 * @param madeAt when the run began
 * @param version of Sanitiser; without spaces
 * @param allowListSha256 of the allow list's file: 64 lower-case hexadecimal digits
 */
public record MarkText(String label, Instant madeAt, String version, String allowListSha256) {

    private static final Pattern FORM = Pattern.compile(
            "Sanitised copy of (?<label>.*), made (?<madeAt>\\S+) by Sanitiser (?<version>\\S+),"
                    + " allow list sha256:(?<hash>[0-9a-f]{64})",
            Pattern.DOTALL);

    public MarkText {
        if (label.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a label cannot hold NUL");
        }
        if (!version.matches("\\S+")) {
            throw new IllegalArgumentException("version must be a word");
        }
        if (!allowListSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("allowListSha256 must be 64 lower-case hexadecimal digits");
        }
    }

    /** Reads a schema's comment; empty if it is not one of ours. */
    public static Optional<MarkText> parse(String comment) {
        Matcher matcher = FORM.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MarkText(
                    matcher.group("label"),
                    Instant.parse(matcher.group("madeAt")),
                    matcher.group("version"),
                    matcher.group("hash")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The comment's text; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return "Sanitised copy of " + label + ", made " + madeAt + " by Sanitiser " + version + ", allow list sha256:"
                + allowListSha256;
    }
}
