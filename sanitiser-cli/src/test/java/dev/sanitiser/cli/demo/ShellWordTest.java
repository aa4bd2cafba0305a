package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"/tmp/demo.dump, /tmp/demo.dump", "/my files/d, '/my files/d'", "/it's/$d, '/it'\\''s/$d'"})
    void is_one_word_to_a_shell(String text, String word) {
        assertThat(ShellWord.quote(text)).isEqualTo(word);
    }
}
