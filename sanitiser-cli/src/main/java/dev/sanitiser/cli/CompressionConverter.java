package dev.sanitiser.cli;

import dev.sanitiser.archive.Compression;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code gzip}, {@code gzip:1} to {@code gzip:9} and {@code none}. */
final class CompressionConverter implements ITypeConverter<Compression> {

    @Override
    public Compression convert(String value) {
        if (value.equals("none")) {
            return Compression.none();
        }
        if (value.equals("gzip")) {
            return Compression.standard();
        }
        if (value.matches("gzip:[1-9]")) {
            return new Compression(value.charAt(value.length() - 1) - '0');
        }
        throw new TypeConversionException("expected gzip, gzip:1 (fast) to gzip:9 (small), or none");
    }
}
