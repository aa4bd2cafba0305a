package dev.sanitiser.testkit.sample;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.DatabaseSchema;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.junit.SanitiserTest;
import org.junit.jupiter.api.Test;

// region annotation
@SanitiserTest(
        migrations = {ShopMigrations.class, ShopRows.class},
        allowList = "src/test/resources/sample/allow_list.json")
class ShopAllowListTest {

    @Test
    void allow_list_says_of_every_column_what_it_is(DatabaseSchema schema, AllowList allowList) {
        assertThat(schema).isClassifiedBy(allowList);
    }

    @Test
    void dump_leaks_nothing(SanitisedDump dump) {
        assertThat(dump)
                .restores()
                .keepsRowCounts()
                .everyForeignKeyHolds()
                .keepsColumn("orders", "total")
                .holdsNoValueOf("users", "email");
    }
}
// endregion
