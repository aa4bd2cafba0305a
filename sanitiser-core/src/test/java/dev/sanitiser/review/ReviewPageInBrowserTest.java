package dev.sanitiser.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.PlannedDatabase;
import dev.sanitiser.testing.Resources;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A page of a database with nine tables in two schemas, and of one with hostile names, as Chromium shows it. */
class ReviewPageInBrowserTest {

    private static final String SHOWN = "#shown";
    private static final String TABLE_NAMES = "details.table h3";
    private static final String COLUMN_NAMES = "details.table tbody th";
    private static final int TABLES = 9;

    private static ReviewPage shop;
    private static @Nullable Browser started;

    private Browser browser;

    @BeforeAll
    static void make_the_page() {
        try (PlannedDatabase database = PlannedDatabase.of(Resources.text(ReviewPageInBrowserTest.class, "shop.sql"))) {
            shop = ReviewPage.of(database.plan(Resources.text(ReviewPageInBrowserTest.class, "shop.json")))
                    .about("shop on db.example");
        }
    }

    @BeforeEach
    void open_the_page() {
        Browser.assumeInstalled();
        if (started == null) {
            started = Browser.start();
        }
        browser = started.open(shop);
    }

    @AfterAll
    static void quit() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void nothing_is_complained_about_and_nothing_is_requested_but_the_page() {
        browser.element("#expand").click();

        assertThat(browser.requests()).singleElement().asString().contains("page.html", "\"type\":\"Document\"");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void begins_with_tables_closed_and_opens_them_all_and_closes_them_again() {
        assertThat(browser.visible(TABLE_NAMES)).hasSize(TABLES);
        assertThat(browser.visible(COLUMN_NAMES)).isEmpty();

        browser.element("#expand").click();
        assertThat(browser.visible(COLUMN_NAMES)).hasSize(30);

        browser.element("#collapse").click();
        assertThat(browser.visible(COLUMN_NAMES)).isEmpty();
    }

    @Test
    void searches_tables_columns_types_and_reasons() {
        assertThat(search("EMAIL")).isEqualTo("Showing 3 of 30 columns in 3 of 9 tables.");
        assertThat(browser.visibleTexts(COLUMN_NAMES)).containsExactly("actor_email", "work_email", "email");

        assertThat(search("jsonb")).isEqualTo("Showing 2 of 30 columns in 2 of 9 tables.");
        assertThat(search("ticket")).isEqualTo("Showing 4 of 30 columns in 1 of 9 tables.");
        assertThat(search("ticket pseudonym")).isEqualTo("Showing 1 of 30 columns in 1 of 9 tables.");
        assertThat(search("\"rows\": \"none\"")).isEqualTo("Showing 0 of 30 columns in 1 of 9 tables.");
        assertThat(search("no such thing")).isEqualTo("Nothing matches.");

        browser.element("#clear").click();
        assertThat(browser.visibleTexts(SHOWN)).containsExactly("Showing 30 columns in 9 tables.");
        assertThat(browser.visible("#clear")).isEmpty();
    }

    @Test
    void shows_only_what_filters_ask_for() {
        choose("pseudonym");
        assertThat(browser.visibleTexts(COLUMN_NAMES)).containsExactly("id", "assigned_to");

        choose("part");
        assertThat(browser.visibleTexts(COLUMN_NAMES)).containsExactly("id", "assigned_to", "preferences");

        browser.element("#schema option[value='0']").click();
        assertThat(browser.visibleTexts(SHOWN)).containsExactly("Nothing matches.");

        browser.element("#clear").click();
        choose("no-rows");
        assertThat(browser.visibleTexts(TABLE_NAMES)).containsExactly("public.session");
    }

    @Test
    void shows_only_the_kept_columns_that_look_personal() {
        assertThat(browser.visibleTexts(".alert strong"))
                .containsExactly("2 columns that keep real values look personal.");

        browser.element("#show-concerns").click();

        assertThat(browser.visibleTexts(SHOWN)).containsExactly("Showing 2 of 30 columns in 2 of 9 tables.");
        assertThat(browser.visibleTexts(COLUMN_NAMES)).containsExactly("work_email", "total");
        assertThat(browser.visibleTexts("p.concern"))
                .containsExactly(
                        "Looks personal: its name speaks of contact details",
                        "Looks personal: its name speaks of earnings and payments");
    }

    @Test
    void the_keyboard_reaches_everything() {
        browser.type(Keys.TAB);
        assertThat(browser.element(":focus").getText()).isEqualTo("Skip to the tables");

        browser.type(Keys.ENTER);
        assertThat(browser.run("return location.hash")).isEqualTo("#tables");

        browser.type("/");
        browser.type("ticket");
        assertThat(browser.visibleTexts(TABLE_NAMES)).containsExactly("public.ticket");

        browser.type(Keys.ESCAPE);
        assertThat(browser.visible(TABLE_NAMES)).hasSize(TABLES);

        while (!browser.element(":focus").getTagName().equals("summary")) {
            browser.type(Keys.TAB);
        }
        browser.type(Keys.ENTER);
        assertThat(browser.visible(COLUMN_NAMES)).hasSize(6);
        browser.type(Keys.SPACE);
        assertThat(browser.visible(COLUMN_NAMES)).isEmpty();
    }

    @Test
    void controls_and_charts_have_names() {
        assertThat(browser.element("#search").getAccessibleName()).isEqualTo("Search");
        assertThat(browser.element("#schema").getAccessibleName()).isEqualTo("Schema");
        assertThat(browser.element("section.columns svg").getAccessibleName())
                .isEqualTo("Columns: 19 kept, 1 kept in part, 2 pseudonyms, 1 computed, 7 faked");
        assertThat(browser.element("section.columns svg").getAriaRole()).isIn("img", "image");
        assertThat(browser.element("#shown").getAriaRole()).isEqualTo("status");
        assertThat(browser.element("fieldset").getAccessibleName()).isEqualTo("Show only");
        assertThat(browser.visible("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_text_stands_out_from_what_is_behind_it(String colours) {
        browser.emulate("", colours);
        browser.element("#expand").click();

        assertThat(browser.run(Resources.text(ReviewPageInBrowserTest.class, "contrast.js")))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void fits_a_phone() {
        browser.resizeToPhone();
        browser.element("#expand").click();

        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
        assertThat(widestElement()).isLessThanOrEqualTo(360);
        assertThat(browser.visible(COLUMN_NAMES)).hasSize(30);
    }

    @Test
    void is_whole_without_scripts() {
        browser.reloadWithoutScripts();

        assertThat(browser.visible(TABLE_NAMES)).hasSize(TABLES);
        assertThat(browser.visible(COLUMN_NAMES)).hasSize(30);
        assertThat(browser.visible("input, select, button, #shown")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void paper_shows_every_column_and_no_controls() {
        browser.emulate("print", "dark");

        assertThat(browser.visible("input, select, button, .skip, " + SHOWN)).isEmpty();
        assertThat(browser.visible(COLUMN_NAMES)).hasSize(30);
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void printing_opens_the_tables_and_closes_them_again() {
        browser.run(
                "addEventListener('beforeprint', () => {"
                        + " window.closedTables = document.querySelectorAll('details.table:not([open])').length; }); return true");

        byte[] pdf = browser.print();

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(browser.run("return window.closedTables")).isEqualTo(0L);
        assertThat(browser.visible(COLUMN_NAMES)).isEmpty();
    }

    @Test
    void paper_says_what_a_filter_left_out() {
        search("email");
        browser.emulate("print", "light");

        assertThat(browser.visibleTexts(SHOWN)).containsExactly("Showing 3 of 30 columns in 3 of 9 tables.");
        assertThat(browser.visible(COLUMN_NAMES)).hasSize(3);
    }

    @Test
    void hostile_names_run_nothing() {
        try (PlannedDatabase database =
                PlannedDatabase.of(Resources.text(ReviewPageInBrowserTest.class, "hostile.sql"))) {
            browser.open(ReviewPage.of(database.plan("{\"$options\": {\"unlisted\": \"fake\"}, \"anchor\": [\"id\"]}"))
                    .about("<script>window.hostile = 1</script>"));
        }
        browser.element("#expand").click();
        browser.element("#search").sendKeys("<img");

        assertThat(browser.visibleTexts(COLUMN_NAMES))
                .containsExactly("\"><img src=x onerror=\"window.hostile = 2\">", "long<img");
        assertThat(browser.run("return typeof window.hostile")).isEqualTo("undefined");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).hasSize(1);
    }

    private long widestElement() {
        return ((Number) browser.run("return Math.ceil(Math.max(...Array.from(document.querySelectorAll('main *'),"
                        + " element => element.getBoundingClientRect().right)))"))
                .longValue();
    }

    private String search(String text) {
        WebElement box = browser.element("#search");
        box.clear();
        box.sendKeys(text);
        return String.join("", browser.visibleTexts(SHOWN));
    }

    private void choose(String treatment) {
        browser.element(".chip input[value='" + treatment + "']").click();
    }
}
