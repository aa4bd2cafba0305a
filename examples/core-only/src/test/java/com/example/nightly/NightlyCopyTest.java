package com.example.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sanitiser.DumpReport;
import dev.sanitiser.allowlist.AllowList;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Needs an empty database: {@code mvn verify -Dshop.url=jdbc:postgresql://…?user=…}. */
class NightlyCopyTest {

    @Test
    void writes_a_dump_of_what_the_plan_says(@TempDir Path folder) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(System.getProperty("shop.url"));
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("""
                    CREATE TABLE users (id int PRIMARY KEY, email text);
                    INSERT INTO users VALUES (1, 'elif.tregenza@quillmail.example');
                    """);
        }
        NightlyCopy copy = new NightlyCopy(database, AllowList.parse("{\"users\": [\"id\"]}", "allow_list.json"));

        DumpReport report = copy.write(folder.resolve("shop.dump"));

        assertEquals(List.of("users.id"), copy.keptColumns());
        assertEquals(1, report.tables().get(0).rowCount());
        String archive = Files.readString(folder.resolve("shop.dump"), StandardCharsets.ISO_8859_1);
        assertTrue(archive.startsWith("PGDMP"));
    }
}
