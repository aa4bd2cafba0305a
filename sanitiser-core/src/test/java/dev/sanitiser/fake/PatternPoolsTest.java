package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternPoolsTest {

    @Test
    void lengths_that_shorten_nothing_share_one_pool() {
        assertThat(pool("[A-Z]{3}-[0-9]{4}", 8)).isSameAs(pool("[A-Z]{3}-[0-9]{4}", Integer.MAX_VALUE));
    }

    @Test
    void a_shorter_length_has_shorter_strings() {
        assertThat(pool("[a-z]{2,9}", 4)).isNotEmpty().allMatch(s -> s.length() <= 4);
        assertThat(pool("[a-z]{2,9}", 9)).anyMatch(s -> s.length() == 9);
    }

    private static List<String> pool(String regex, int length) {
        return PatternPools.of(regex, PatternParser.parse(regex), length);
    }
}
