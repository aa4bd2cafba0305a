package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({"user_nmae,1", "user_name,0", "USER_NAME,0", "user_nam,1", "user__name,1", "yser_name,1", "usernames,2"
    })
    void counts_typing_slips(String written, int slips) {
        assertThat(NearestName.distance(written, "user_name")).hasValue(slips);
    }

    @ParameterizedTest
    @CsvSource({"user_name,email", "id,uuid", "ab,cd", "orders,users"})
    void names_that_differ_too_much_are_no_slips(String written, String candidate) {
        assertThat(NearestName.distance(written, candidate)).isEmpty();
    }

    @Test
    void picks_the_nearest_and_among_equals_the_first_by_name() {
        assertThat(NearestName.of("emial", List.of("zmail", "email", "emails"))).hasValue("email");
        assertThat(NearestName.of("col", List.of("cola", "col2", "cot"))).hasValue("col2");
    }

    @Test
    void finds_nothing_among_strangers() {
        assertThat(NearestName.of("users", List.of("invoice", "payment"))).isEmpty();
        assertThat(NearestName.hint("users", List.of("invoice", "payment"))).isEmpty();
    }
}
