package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a directory-format archive holds of the tables' rows. */
final class DataFiles {

    private DataFiles() {}

    /** A fingerprint of the bytes of each file. */
    static Map<String, String> fingerprints(Path archive) {
        return each(archive, bytes -> Integer.toHexString(Arrays.hashCode(bytes)) + " " + bytes.length);
    }

    /** The rows of an archive, in any order. */
    static Map<String, String> rows(Path archive) {
        return each(archive, bytes -> {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .sorted()
                        .collect(Collectors.joining("\n"));
            }
        });
    }

    private static Map<String, String> each(Path archive, Reading reading) {
        try (Stream<Path> files = Files.list(archive)) {
            Map<String, String> all = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
                all.put(file.getFileName().toString(), reading.read(Files.readAllBytes(file)));
            }
            assertThat(all).isNotEmpty();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reading {
        String read(byte[] file) throws IOException;
    }
}
