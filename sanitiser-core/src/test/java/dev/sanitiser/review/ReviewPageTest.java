package dev.sanitiser.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpStep;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.Strategy;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.testing.PlannedDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class ReviewPageTest {

    private static final Instant MOMENT = Instant.parse("2026-02-03T04:05:06Z");

    private static final ReviewPage PLAN =
            ReviewPage.of(SmallPlan.plan()).about("shop on db.example").madeAt(MOMENT);

    @Test
    void a_small_plan_reads_word_for_word() {
        assertThat(Golden.textOf(PLAN)).isEqualTo(Golden.file("small-plan.txt"));
    }

    @Test
    void a_small_dump_reads_word_for_word() {
        assertThat(Golden.textOf(ReviewPage.of(SmallPlan.report()))).isEqualTo(Golden.file("small-dump.txt"));
    }

    @Test
    void a_small_draft_reads_word_for_word() {
        assertThat(Golden.textOf(ReviewPage.of(SmallDraft.draft()))).isEqualTo(Golden.file("small-draft.txt"));
    }

    @Test
    void the_same_plan_gives_the_same_page_however_it_is_written() throws IOException {
        StringWriter out = new StringWriter();
        ReviewPage.of(SmallPlan.plan())
                .about("shop on db.example")
                .madeAt(MOMENT)
                .writeTo(out);

        assertThat(out.toString()).isEqualTo(PLAN.html());
    }

    @Test
    void nothing_is_loaded_and_only_the_pages_own_code_may_run() {
        PageReader page = PageReader.of(PLAN.html());
        Element policy = page.elements("meta").get(1);

        assertThat(policy.getAttribute("content"))
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + Asset.STYLE.hash()
                        + "; script-src " + Asset.MARK.hash() + " " + Asset.SCRIPT.hash());
        assertThat(PLAN.html())
                .doesNotContain("http://", "https://", "//cdn", " src=", " style=", " onclick=", "@import");
        assertThat(page.elements("a")).allMatch(a -> a.getAttribute("href").startsWith("#"));
        assertThat(elementNames(page)).doesNotContain("link", "img", "iframe", "object", "form", "base");
    }

    @Test
    void ids_are_unique_and_labels_lead_to_them() {
        PageReader page = PageReader.of(PLAN.html());
        List<String> ids = page.elements("*").stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(attributes(page, "aria-labelledby"));
        assertThat(ids).containsAll(attributes(page, "for"));
    }

    @Test
    void hostile_names_stay_names() {
        String script = """
                CREATE SCHEMA "</style><script>alert(1)</script>";
                CREATE TABLE "</style><script>alert(1)</script>"."<img src=x onerror=alert(2)>" (
                    "id" int PRIMARY KEY,
                    "\\"><svg onload=alert(3)>" text,
                    "' autofocus onfocus='alert(4)" text,
                    "]]></script><script>alert(5)//" text,
                    "&lt;b&gt;" text,
                    "evil\u202eeman" text,
                    "جدول" text,
                    "😀" text);
                COMMENT ON COLUMN "</style><script>alert(1)</script>"."<img src=x onerror=alert(2)>"."😀"
                    IS '<script>alert(6)</script>';
                """.replace("\\\"", "\"\"");
        try (PlannedDatabase database = PlannedDatabase.of(script)) {
            String html = ReviewPage.of(database.plan(
                            "{\"\\\"</style><script>alert(1)</script>\\\".\\\"<img src=x onerror=alert(2)>\\\"\": [\"id\","
                                    + " \"&lt;b&gt;\"]}"))
                    .about("<script>alert(7)</script>")
                    .html();
            PageReader page = PageReader.of(html);

            assertThat(elementNames(PageReader.of(PLAN.html()))).containsAll(elementNames(page));
            assertThat(page.elements("script")).hasSize(2);
            assertThat(page.texts("h1")).containsExactly("<script>alert(7)</script>");
            assertThat(page.texts("h3"))
                    .containsExactly("</style><script>alert(1)</script>.<img src=x onerror=alert(2)>");
            assertThat(page.texts(
                            "th",
                            e -> e.getAttribute("scope").equals("row")
                                    && e.getElementsByTagName("bdi").getLength() == 1))
                    .containsExactly(
                            "</style><script>alert(1)</script>",
                            "id",
                            "\"><svg onload=alert(3)>",
                            "' autofocus onfocus='alert(4)",
                            "]]></script><script>alert(5)//",
                            "&lt;b&gt;",
                            "evil\\u{202e}eman",
                            "جدول",
                            "😀");
            assertThat(html).doesNotContain("<script>alert", "alert(6)", "<img", "\u202e");
        }
    }

    @Test
    void no_value_of_a_row_or_of_the_list_is_shown() {
        String script = """
                CREATE TABLE person (id int PRIMARY KEY, name text DEFAULT 'Rosalind', note text, born date);
                COMMENT ON TABLE person IS 'about Elif';
                INSERT INTO person VALUES (1, 'Tregenza', 'Delacroix', '1979-12-31');
                ANALYZE person;
                """;
        String list = """
                {"person": {"keep": ["id", "born"], "fake": {"note": {"value": "Quillmail"}}}}
                """;
        try (PlannedDatabase database = PlannedDatabase.of(script)) {
            assertThat(ReviewPage.of(database.plan(list)).html())
                    .contains("made by generator constant")
                    .doesNotContain("Rosalind", "Elif", "Tregenza", "Delacroix", "Quillmail", "1979");
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void each_strategy_has_words_of_its_own_for_its_steps(Strategy strategy) {
        assertThat(Arrays.stream(DumpStep.values()).map(step -> StepWords.of(step, strategy)))
                .doesNotHaveDuplicates()
                .contains(
                        strategy == Strategy.SCRATCH
                                ? "Sanitise the rows inside the source"
                                : "Read the rows sanitised and write them into the dump");
    }

    @Test
    void an_empty_database_has_a_page() {
        PageReader page = PageReader.of(ReviewPage.of(new SanitisationPlan(
                        SmallPlan.plan().allowList(), SmallPlan.plan().options(), List.of(), List.of()))
                .html());

        assertThat(page.texts("dd").subList(0, 4)).containsExactly("0", "0", "0", "0");
        assertThat(page.texts("title")).containsExactly("Sanitisation plan: A PostgreSQL database");
        assertThat(page.elements("meta").get(6).getAttribute("content")).isEqualTo("Sanitiser " + Sanitiser.version());
    }

    private static Set<String> elementNames(PageReader page) {
        Set<String> names = new TreeSet<>();
        page.elements("*").forEach(e -> names.add(e.getTagName()));
        return names;
    }

    private static List<String> attributes(PageReader page, String name) {
        return page.elements("*").stream()
                .map(e -> e.getAttribute(name))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
