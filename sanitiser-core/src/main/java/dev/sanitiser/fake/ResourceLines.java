package dev.sanitiser.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads the text files beside the classes of this package. */
final class ResourceLines {

    private ResourceLines() {}

    /** The lines without comments and empty ones. */
    static List<String> of(String resource) {
        try (InputStream in = ResourceLines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines whose parts are separated by bars. */
    static <T> List<T> of(String resource, Function<List<String>, T> ofParts) {
        return of(resource).stream()
                .map(line -> ofParts.apply(List.of(line.split("\\|", -1))))
                .toList();
    }
}
