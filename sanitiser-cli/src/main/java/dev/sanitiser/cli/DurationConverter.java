package dev.sanitiser.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h} and {@code 1h30m}. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern PARTS =
            Pattern.compile("(?:(?<h>\\d{1,6})h)?(?:(?<m>\\d{1,6})m)?(?:(?<s>\\d{1,6})s)?(?:(?<ms>\\d{1,6})ms)?");

    @Override
    public Duration convert(String value) {
        Matcher matcher = PARTS.matcher(value);
        if (value.isEmpty() || !matcher.matches()) {
            throw new TypeConversionException("expected a duration such as 500ms, 30s, 5m, 2h or 1h30m");
        }
        return Duration.ofHours(part(matcher, "h"))
                .plusMinutes(part(matcher, "m"))
                .plusSeconds(part(matcher, "s"))
                .plusMillis(part(matcher, "ms"));
    }

    private static long part(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
