package dev.sanitiser.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A database that another project made. The dumps lie beside the source tree and are not part of it. */
public record Corpus(String script) {

    /** Skips the calling test where the dumps are absent. */
    public static Corpus orSkip(String name) {
        Path file = Path.of("shared", "corpora", name + ".sql.gz");
        Path found = Stream.iterate(Path.of(System.getProperty("user.dir")), dir -> dir != null, Path::getParent)
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> abort("No " + file + " in any folder above this one"));
        return new Corpus(read(found));
    }

    public TestDatabase restore() {
        TestDatabase database = TestDatabase.create();
        try {
            Path file = Files.writeString(Files.createTempFile("corpus", ".sql"), script);
            CommandLine psql = CommandLine.run(
                    "psql", "-qXv", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", file.toString(), database.name());
            Files.delete(file);
            assertThat(psql).isEqualTo(new CommandLine(0, "", ""));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a text occurs in the dump. */
    public int count(String text) {
        return script.split(Pattern.quote(text), -1).length - 1;
    }

    private static String read(Path file) {
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
