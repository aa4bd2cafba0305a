package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Resources;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application finds in the restored copy of a database with every feature. */
class FeaturesCopyTest {

    @TempDir
    private static Path folder;

    private static TestDatabase source;
    private static TestDatabase copy;
    private static Path dump;
    private static DumpReport report;

    @BeforeAll
    static void copy() {
        source = TestDatabase.create().run(Resources.text(FeaturesCopyTest.class, "features.sql"));
        dump = folder.resolve("features.dump");
        report = Sanitiser.dump(
                Source.of(source.dataSource()),
                AllowList.parse(Resources.text(FeaturesCopyTest.class, "features.json"), "features.json"),
                DumpOptions.defaults(),
                DumpTarget.file(dump),
                DumpListener.silent());
        copy = TestDatabase.create();
        assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
    }

    @AfterAll
    static void drop() {
        source.close();
        copy.close();
    }

    @Test
    void no_identifying_value_of_a_faked_column_is_in_the_archive() {
        assertThat(RealValues.in(dump, source, report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.kept_serial",
                "shop.faked_serial",
                "shop.small_serial",
                "shop.always_identity",
                "shop.default_identity",
                "shop.shared_left",
                "shop.shared_right",
                "shop.downward",
                "shop.ticketed",
                "shop.empty_serial",
                "shop.vehicle",
                "shop.lorry"
            })
    void the_first_insert_draws_a_free_number(String table) {
        assertThat(inserted("INSERT INTO " + table + " DEFAULT VALUES")).isEqualTo(1);
    }

    @Test
    void the_first_insert_into_a_partitioned_table_draws_a_free_number() {
        assertThat(inserted("INSERT INTO log.by_list (kind) VALUES ('a'), ('b'), ('z')"))
                .isEqualTo(3);
        assertThat(inserted("INSERT INTO log.by_day (day) VALUES ('2023-01-01'), ('2024-01-01')"))
                .isEqualTo(2);
        assertThat(copy.query("SELECT count(*) = count(DISTINCT id) FROM log.by_list"))
                .containsExactly("t");
        assertThat(copy.query("SELECT count(*) = count(DISTINCT id) FROM log.by_day"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @CsvSource({"shop.ticket, 2097152, t", "shop.standalone_down, -2097152, t", "shop.unused, 1, f"})
    void a_standalone_sequence_tells_no_more_than_its_order_of_magnitude(String name, long last, String isCalled) {
        try (TestDatabase fresh = TestDatabase.create()) {
            Restores.restore(dump, fresh);

            assertThat(fresh.query("SELECT last_value, is_called FROM " + name)).containsExactly(last + "|" + isCalled);
        }
    }

    @Test
    void only_what_was_not_valid_in_the_source_is_not_valid() {
        assertThat(copy.query("SELECT conname FROM pg_constraint WHERE NOT convalidated ORDER BY conname"))
                .containsExactly("orphan_account", "orphan_score");
    }

    @Test
    void materialised_views_show_the_fakes() {
        assertThat(copy.query("SELECT n = (SELECT count(*) FROM shop.staff), n > 0, first LIKE '%@corp.example'"
                        + " FROM shop.a_mail_count"))
                .containsExactly("t|t|f");
        assertThat(copy.query("SELECT * FROM shop.mails EXCEPT SELECT * FROM shop.staff"))
                .isEmpty();
        assertThat(copy.query("SELECT relispopulated FROM pg_class WHERE relname = 'unpopulated'"))
                .containsExactly("f");
    }

    @Test
    void a_reference_to_a_table_without_rows_is_null() {
        assertThat(copy.query("SELECT count(*), count(device_id) FROM shop.session"))
                .containsExactly("60|0");
        assertThat(copy.query("SELECT count(*) FROM shop.device")).containsExactly("0");
        assertThat(report.plan().notes())
                .containsExactly("shop.session.device_id is NULL in every row: it refers to shop.device, of which no "
                        + "rows are copied.");
    }

    @Test
    void faked_references_draw_many_keys() {
        assertThat(copy.query("SELECT count(DISTINCT account_id) > 10, count(DISTINCT nick) > 5 FROM shop.session"))
                .containsExactly("t|t");
        assertThat(copy.query("SELECT count(DISTINCT customer_id) > 5 FROM shop.orders"))
                .containsExactly("t");
        assertThat(copy.query("SELECT count(DISTINCT (region, number)) > 5, count(DISTINCT (full_region, full_number))"
                        + " > 5 FROM shop.scan"))
                .containsExactly("t|t");
    }

    @Test
    void generated_columns_are_computed_from_what_the_row_got() {
        assertThat(copy.query("SELECT count(*) FROM shop.generated WHERE from_kept IS DISTINCT FROM upper(kept)"
                        + " OR from_faked IS DISTINCT FROM faked || '!' OR never_null <> amount::bigint * 2"))
                .containsExactly("0");
    }

    @Test
    void triggers_and_rules_are_there_and_did_not_act() {
        assertThat(copy.query("SELECT count(*) FROM shop.guarded")).containsExactly("5");
        assertThat(copy.query("SELECT count(*) FROM shop.keyless")).containsExactly("3");
        assertThat(copy.query("SELECT tgenabled FROM pg_trigger WHERE tgname = 'forbid'"))
                .containsExactly("A");
    }

    private static long inserted(String insert) {
        return copy.query(insert + " RETURNING 1").size();
    }
}
