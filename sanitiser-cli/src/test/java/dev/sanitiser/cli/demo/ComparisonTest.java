package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ComparisonTest {

    @Test
    void shows_each_row_before_and_after() {
        Comparison comparison = new Comparison(
                "users",
                List.of("id", "phone"),
                List.of("kept", "faked"),
                List.of(row("1", "07700 900118"), row("2", null)),
                List.of(row("1", "x"), row("2", null)));

        assertThat(comparison.lines(Ansi.OFF))
                .containsExactly(
                        "users",
                        "          id    phone",
                        "          kept  faked",
                        "",
                        "  before  1     07700 900118",
                        "  after   1     x",
                        "",
                        "  before  2     NULL",
                        "  after   2     NULL");
    }

    @Test
    void stays_within_its_width_and_on_its_line() {
        String longText = "one line\nand another, " + "very ".repeat(50);
        Comparison comparison = new Comparison(
                "log",
                List.of("id", "message", "note"),
                List.of("kept", "faked", "faked"),
                List.of(row("1", longText, longText)),
                List.of(row("1", longText, "short")));

        assertThat(comparison.lines(Ansi.OFF))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Comparison.WIDTH))
                .anySatisfy(line -> assertThat(line).contains("one line and another, very"));
    }

    @Test
    void paints_kept_and_faked_cells_on_a_terminal() {
        Comparison comparison = new Comparison(
                "users",
                List.of("id", "phone"),
                List.of("kept", "faked"),
                List.of(row("1", "a")),
                List.of(row("1", "b")));

        assertThat(comparison.lines(Ansi.ON))
                .last()
                .isEqualTo("  \u001B[2mafter\u001B[22m   \u001B[32m1\u001B[39m     \u001B[33mb\u001B[39m");
    }

    @Test
    void refuses_a_column_without_a_treatment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison("users", List.of("id"), List.of(), List.of(), List.of()))
                .withMessage("a treatment for each column, and each row twice");
    }

    private static List<Optional<String>> row(@Nullable String... cells) {
        return Arrays.stream(cells).map(Optional::ofNullable).toList();
    }
}
