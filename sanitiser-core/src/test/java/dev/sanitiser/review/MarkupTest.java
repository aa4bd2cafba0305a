package dev.sanitiser.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script></style></title>-->",
                "\"' onload='alert(1)' x=\"",
                "&lt;b&gt; &amp;amp; &#60; &nbsp",
                "]]> <![CDATA[ <!-- <?php",
                "javascript:alert(1)",
                "Пользователи 利用者 مستخدم 😀",
                "  spaces  "
            })
    void whatever_is_written_is_read_as_text(String hostile) {
        Element element = roundTrip(hostile);

        assertThat(element.getTextContent()).isEqualTo(hostile);
        assertThat(element.getAttribute("title")).isEqualTo(hostile);
        assertThat(element.getElementsByTagName("*").getLength()).isZero();
    }

    @Test
    void every_mix_of_characters_is_read_as_it_is_shown() {
        Random random = new Random(4);
        String pool = "<>&\"'/=!-[]`;\\ \n\r\t\0\u0007\u0085\u00a0\u00ad\u200d\u2028\u202e\u2066\ufeff\ufffe\uffffaé😀";
        int[] characters = pool.codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(12), 0, characters.length)
                    .mapToObj(n -> Character.toString(characters[n]))
                    .collect(Collectors.joining());

            Element element = roundTrip(text);

            assertThat(element.getTextContent()).isEqualTo(VisibleText.of(text));
            assertThat(element.getAttribute("title")).isEqualTo(VisibleText.of(text));
        }
    }

    @Test
    void what_hides_or_reverses_is_shown_as_an_escape() {
        assertThat(VisibleText.of("user\u202ename\u0000\n\t\u200b\ud800x"))
                .isEqualTo("user\\u{202e}name\\u{0}\\n\\t\\u{200b}\\u{d800}x");
    }

    @Test
    void an_asset_that_would_end_its_element_is_refused() {
        assertThatThrownBy(() -> new Asset("script", "'</script>'")).hasMessage("code that would end its own element");
    }

    @Test
    void a_writer_that_fails_says_so() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> new Markup(full).element("p", "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("No space left on device");
        assertThatThrownBy(() -> ReviewPage.of(SmallPlan.plan()).writeTo(full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static Element roundTrip(String text) {
        StringWriter out = new StringWriter();
        Markup markup = new Markup(out);
        markup.element("p", text, "title", text).finish();
        return PageReader.of(out.toString()).document().getDocumentElement();
    }
}
