package dev.sanitiser.cli;

import dev.sanitiser.archive.Compression;
import dev.sanitiser.archive.Compression.Method;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code none}, and {@code gzip}, {@code zstd} and {@code lz4} with a level or without. */
final class CompressionConverter implements ITypeConverter<Compression> {

    private static final Pattern WITH_LEVEL = Pattern.compile("(gzip|zstd|lz4):([1-9][0-9]?)");

    private static final Map<String, Compression> WITHOUT_LEVEL = Map.of(
            "none", Compression.none(),
            "gzip", Compression.standard(),
            "zstd", Compression.zstd(),
            "lz4", Compression.lz4());

    @Override
    public Compression convert(String value) {
        Compression known = WITHOUT_LEVEL.get(value);
        if (known != null) {
            return known;
        }
        Matcher matcher = WITH_LEVEL.matcher(value);
        if (matcher.matches()) {
            try {
                return new Compression(method(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            } catch (IllegalArgumentException e) {
                throw unknown();
            }
        }
        throw unknown();
    }

    private static Method method(String name) {
        return switch (name) {
            case "zstd" -> Method.ZSTD;
            case "lz4" -> Method.LZ4;
            default -> Method.GZIP;
        };
    }

    private static TypeConversionException unknown() {
        return new TypeConversionException("expected gzip, gzip:1 (fast) to gzip:9 (small), zstd, zstd:1 to zstd:22,"
                + " lz4, lz4:1 to lz4:12, or none");
    }
}
