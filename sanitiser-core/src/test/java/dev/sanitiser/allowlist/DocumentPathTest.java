package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.DocumentPath.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPathTest {

    @Test
    void leads_through_members_and_elements() {
        assertThat(DocumentPath.parse("settings.items[][].a b.\"x.\"\"[]\"\"\""))
                .contains(new DocumentPath(
                        "settings",
                        List.of(Step.to("items"), Step.ELEMENTS, Step.ELEMENTS, Step.to("a b"), Step.to("x.\"[]\""))));
        assertThat(DocumentPath.parse("\"odd.column\"[]"))
                .contains(new DocumentPath("odd.column", List.of(Step.ELEMENTS)));
        assertThat(DocumentPath.parse("a.\"\"")).contains(new DocumentPath("a", List.of(Step.to(""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a[]", "\"a.b\".c", "a.\"\"", "a.\"x\"\"y\"[].\"[]\".z"})
    void reads_as_it_was_written(String text) {
        assertThat(DocumentPath.parse(text)).map(DocumentPath::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.",
                ".a",
                "a..b",
                "a[0]",
                "a[",
                "a]",
                "[]",
                "a.\"b",
                "a\"b\".c",
                "a.b\"c\"",
                "a.b\u0000c"
            })
    void other_texts_are_no_paths(String text) {
        assertThat(DocumentPath.parse(text)).isEmpty();
    }
}
