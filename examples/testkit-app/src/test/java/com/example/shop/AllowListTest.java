package com.example.shop;

import static dev.sanitiser.testkit.SanitiserAssertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.DatabaseSchema;
import dev.sanitiser.testkit.SanitisedDump;
import dev.sanitiser.testkit.junit.Migrate;
import dev.sanitiser.testkit.junit.SanitiserTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@SanitiserTest
class AllowListTest {

    @Migrate
    static void createSchema(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection();
                var script = AllowListTest.class.getResourceAsStream("/schema.sql")) {
            connection.createStatement().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            connection.createStatement().execute("INSERT INTO users (email) VALUES ('elif@quillmail.example')");
        }
    }

    @Test
    void allow_list_says_of_every_column_what_it_is(DatabaseSchema schema, AllowList allowList) {
        assertThat(schema).isClassifiedBy(allowList);
    }

    @Test
    void dump_leaks_nothing(SanitisedDump dump) {
        assertThat(dump).restores().keepsRowCounts().holdsNoValueOf("users", "email");
    }
}
