package dev.sanitiser.cli;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500kB}, {@code 20MB}, {@code 1GB}, in powers of 1024 as PostgreSQL's own settings count. */
final class RateConverter implements ITypeConverter<Long> {

    private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,9})(kB|MB|GB)");
    private static final Map<String, Integer> SHIFTS = Map.of("kB", 10, "MB", 20, "GB", 30);

    @Override
    public Long convert(String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new TypeConversionException("expected a number with kB, MB or GB, such as 20MB");
        }
        return new BigInteger(rate.group(1))
                .shiftLeft(SHIFTS.getOrDefault(rate.group(2), 0))
                .longValueExact();
    }
}
