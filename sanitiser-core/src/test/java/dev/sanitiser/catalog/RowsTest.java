package dev.sanitiser.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.catalog.Partitioning.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @Test
    void decodes_a_letter_by_its_place() {
        assertThat(Rows.decode("lrh", Strategy.values(), "h")).isEqualTo(Strategy.HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "lr"})
    void refuses_a_code_of_a_newer_server(String code) {
        assertThatThrownBy(() -> Rows.decode("lrh", Strategy.values(), code))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Unknown code \"" + code + "\" in the catalog; known are [LIST, RANGE, HASH]");
    }
}
