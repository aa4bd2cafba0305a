package dev.sanitiser.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testkit.junit.SanitiserTest;
import dev.sanitiser.testkit.junit.TestClasses;
import dev.sanitiser.testkit.postgres.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the application's own two tests say on the day that somebody adds a migration and forgets the allow list. */
class DriftingMigrationsTest {

    private static final String LIST = "src/test/resources/sample/allow_list.json";

    private static void migrateOn(DataSource dataSource, String folder) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:sample/migrations", "classpath:sample/" + folder)
                .load()
                .migrate();
    }

    static final class Added implements Migrations {
        @Override
        public void migrate(DataSource dataSource) {
            migrateOn(dataSource, "added");
        }
    }

    @SanitiserTest(
            migrations = {ShopMigrations.class, ShopRows.class, Added.class},
            allowList = LIST)
    static class WithAddedColumn extends ShopAllowListTest {}

    @Test
    void a_new_column_fails_the_strict_test_and_is_faked_in_the_dump() {
        assertThat(TestClasses.failures(TestClasses.run(WithAddedColumn.class))).containsExactly("""
                        The allow list does not fit the database (1 problem):
                        - src/test/resources/sample/allow_list.json:2:3  column "phone" of table "users" is neither kept nor \
                        faked
                          Add it under "keep" if its real values may travel; to fake it, write under "fake": "phone": \
                        "auto\"""");
    }

    static final class Renamed implements Migrations {
        @Override
        public void migrate(DataSource dataSource) {
            migrateOn(dataSource, "renamed");
        }
    }

    @SanitiserTest(
            migrations = {ShopMigrations.class, ShopRows.class, Renamed.class},
            allowList = LIST)
    static class WithRenamedColumn extends ShopAllowListTest {}

    @Test
    void a_renamed_column_fails_both_tests() {
        assertThat(TestClasses.failures(TestClasses.run(WithRenamedColumn.class)))
                .containsExactlyInAnyOrder("""
                        The allow list does not fit the database (2 problems):
                        - src/test/resources/sample/allow_list.json:2:3  column "mail_address" of table "users" is neither \
                        kept nor faked; was it renamed from "email"?
                          Add it under "keep" if its real values may travel; to fake it, write under "fake": \
                        "mail_address": "auto"
                        - src/test/resources/sample/allow_list.json:4:36  table "users" has no column "email"; was it \
                        renamed to "mail_address"?
                          Remove it, or name the column as it is called: "mail_address\"""", """
                        The allow list does not fit the database (1 problem):
                        - src/test/resources/sample/allow_list.json:4:36  table "users" has no column "email\"""");
    }

    static final class Dropped implements Migrations {
        @Override
        public void migrate(DataSource dataSource) {
            migrateOn(dataSource, "dropped");
        }
    }

    @SanitiserTest(
            migrations = {ShopMigrations.class, ShopRows.class, Dropped.class},
            allowList = LIST)
    static class WithDroppedTable extends ShopAllowListTest {}

    @Test
    void a_dropped_table_fails_both_tests() {
        assertThat(TestClasses.failures(TestClasses.run(WithDroppedTable.class)))
                .containsExactlyInAnyOrder("""
                        The allow list does not fit the database (1 problem):
                        - src/test/resources/sample/allow_list.json:7:3  there is no table "newsletter"
                          Remove the entry.""", """
                        The allow list does not fit the database (1 problem):
                        - src/test/resources/sample/allow_list.json:7:3  there is no table "newsletter\"""");
    }
}
