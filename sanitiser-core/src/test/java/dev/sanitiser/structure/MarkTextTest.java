package dev.sanitiser.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTextTest {

    private static final Instant MADE_AT = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void says_what_made_the_copy_of_what_and_when() {
        MarkText mark = new MarkText("the shop", MADE_AT, "0.1.0", HASH);

        assertThat(mark)
                .hasToString("Sanitised copy of the shop, made 2026-03-04T05:06:07.089Z by Sanitiser 0.1.0,"
                        + " allow list sha256:" + HASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop",
                "",
                "shop, made 2020-01-01T00:00:00Z by Sanitiser 9, allow list sha256:00",
                "it's\n\\ \"odd\" $$ {0}"
            })
    void is_read_back_whatever_the_label_says(String label) {
        MarkText mark = new MarkText(label, MADE_AT, "0.1.0-SNAPSHOT", HASH);

        assertThat(MarkText.parse(mark.toString())).contains(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "standard public schema",
                "Sanitised copy of shop",
                "Sanitised copy of shop, made yesterday by Sanitiser 1, allow list sha256:"
                        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void other_comments_are_no_marks(String comment) {
        assertThat(MarkText.parse(comment)).isEmpty();
    }

    @Test
    void what_could_not_be_read_back_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkText("a\0b", MADE_AT, "1", HASH))
                .withMessage("a label cannot hold NUL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkText("a", MADE_AT, "1 beta", HASH))
                .withMessage("version must be a word");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkText("a", MADE_AT, "1", "abc"))
                .withMessage("allowListSha256 must be 64 lower-case hexadecimal digits");
    }
}
