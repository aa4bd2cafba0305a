package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InitCommandTest {

    private static final String LIST = """
            {
              "$schema": "docs/allow-list.schema.json",

              "shop.users": ["id", "active"]
            }
            """;

    private static final String REVIEW = """
            shop.users: about 2 rows, 16.4 kB
              COLUMN  PROPOSED  VERDICT           BECAUSE
              id      keep      structural        a surrogate key
              email   fake      personal by name  its name speaks of contact details;
                                                  all of 2 values look like e-mail
                                                  addresses
              active  keep      safe by type      a flag

            1 table; 2 columns proposed as kept, 0 as pseudonyms, 1 faked.
            """;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeAll
    void fill() {
        database = TestDatabase.create().run("""
                CREATE SCHEMA shop;
                CREATE TABLE shop.users (id int PRIMARY KEY, email text, active boolean);
                INSERT INTO shop.users VALUES (1, 'ann@mail.example', true), (2, 'bob@mail.example', false);
                CREATE TABLE shop.log (line text);
                ANALYZE shop.users;
                """);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void writes_a_list_and_shows_the_verdicts() throws IOException {
        Path list = folder.resolve("list.json");

        Run run = init("--output", list.toString());

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith(REVIEW).contains("Nobody has read it yet");
        assertThat(run.exitCode()).isZero();
        assertThat(list).hasContent(LIST);
    }

    @Test
    void prints_the_list_and_shows_the_verdicts_beside_it() {
        Run run = init("--output", "-");

        assertThat(run.output()).isEqualTo(LIST);
        assertThat(run.errors()).startsWith(REVIEW);
    }

    @Test
    void leaves_a_file_alone_unless_told() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "mine");

        Run refused = init("--output", list.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains(list + " exists already. Name another file with --output, or replace it with"
                + " --force.");
        assertThat(list).hasContent("mine");
        assertThat(init("--output", list.toString(), "--force").exitCode()).isZero();
        assertThat(list).hasContent(LIST);
    }

    @Test
    void classifies_every_column_for_strict_lists() {
        assertThat(init("--output", "-", "--strict").output()).isEqualTo("""
                {
                  "$schema": "docs/allow-list.schema.json",

                  "shop.users": {
                    "keep": ["id", "active"],
                    "fake": { "email": "auto" }
                  }
                }
                """);
    }

    @Test
    void proposes_keys_alone_and_looks_at_no_row_if_asked_to() {
        Run run = init("--output", "-", "--suggest", "none", "--sample-rows", "0");

        assertThat(run.output()).contains("\"shop.users\": [\"id\"]");
        assertThat(run.errors())
                .contains("shop.users: about 2 rows, 16.4 kB; judged by names and types: rows were not\nasked for");
    }

    @Test
    void shows_the_verdicts_to_machines() {
        assertThat(init("--output", folder.resolve("list.json").toString(), "--format", "json")
                        .output())
                .isEqualTo("""
                        {
                          "tables" : [ {
                            "schema" : "shop",
                            "name" : "users",
                            "estimatedRowCount" : 2,
                            "sizeInBytes" : 16384,
                            "columns" : [ {
                              "name" : "id",
                              "type" : "integer",
                              "proposal" : "keep",
                              "verdict" : "structural",
                              "reason" : "a surrogate key"
                            }, {
                              "name" : "email",
                              "type" : "text",
                              "proposal" : "fake",
                              "verdict" : "personal by name",
                              "reason" : "its name speaks of contact details; all of 2 values look like e-mail addresses"
                            }, {
                              "name" : "active",
                              "type" : "boolean",
                              "proposal" : "keep",
                              "verdict" : "safe by type",
                              "reason" : "a flag"
                            } ]
                          } ]
                        }
                        """);
    }

    @Test
    void names_what_does_not_exist() {
        Run run = init("--output", "-", "--schema", "shpo");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.errors()).contains("""
                The selection does not fit the database (1 problem):
                - there is no schema "shpo" to select; did you mean "shop"?
                """);
        assertThat(init("--output", "-", "--sample-rows", "-1").exitCode()).isEqualTo(2);
    }

    private Run init(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "init", "--url", "postgresql://postgres@127.0.0.1:" + TestServer.port() + "/" + database.name(), "--exclude-table", "shop.log"));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }
}
