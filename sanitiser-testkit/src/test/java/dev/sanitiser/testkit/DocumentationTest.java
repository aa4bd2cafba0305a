package dev.sanitiser.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the Java of the documentation equal to tests that are compiled and run: each block says, in a comment before
 * it, which region of which file it is.
 */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK =
            Pattern.compile("(?s)(<!-- (?<file>\\S+) (?<region>\\S+) -->\\n)?```java\\n(?<code>.*?)```");

    /** A block of Java, and where it says that it is from. */
    record Block(String file, String region, String code) {
        @Override
        public String toString() {
            return file + " " + region;
        }
    }

    static Stream<Block> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("docs/testing.md")))
                .results()
                .map(DocumentationTest::block);
    }

    private static Block block(MatchResult match) {
        return new Block(String.valueOf(match.group(2)), String.valueOf(match.group(3)), match.group(4));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void shows_what_is_compiled(Block block) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(block.file()));
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.strip().equals("// region " + block.region()))
                .findFirst()
                .orElseThrow());
        List<String> region = lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.strip().equals("// endregion"))
                .toList();

        assertThat(block.code()).isEqualTo(String.join("\n", region).stripIndent() + "\n");
    }
}
