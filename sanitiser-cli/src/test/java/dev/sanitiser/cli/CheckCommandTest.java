package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String DRIFTED = """
            {
              "users": ["id", "user_nmae"],
              "gone": ["id"]
            }
            """;

    private static TestDatabase database;

    @TempDir
    Path folder;

    private Path list;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create().run("""
                CREATE TABLE users (id int PRIMARY KEY, user_name text);
                CREATE TABLE log (at timestamptz);
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void layOut() {
        list = folder.resolve("list.json");
    }

    @Test
    void a_list_that_agrees() {
        assertThat(check("{\"users\": [\"id\", \"user_name\"], \"log\": [\"at\"]}"))
                .isEqualTo(new Run(0, """
                %s and the schema agree.
                """.formatted(list), ""));
    }

    @Test
    void notices_do_not_fail() {
        assertThat(check("{\"users\": [\"id\"]}")).isEqualTo(new Run(0, """
                users
                  %1$s:1:2: notice: column "user_name" of table "users" is neither kept nor faked

                1 table is not listed: log
                %1$s and the schema agree (2 notices).
                """.formatted(list), ""));
    }

    @Test
    void strictness_makes_errors_of_notices() {
        assertThat(check("{\"users\": [\"id\"]}", "--strict")).isEqualTo(new Run(3, """
                users
                  %1$s:1:2: error: column "user_name" of table "users" is neither kept nor faked
                    Add it to the list if its real values may travel; to fake it, write: \
                "users": {"keep": ["id"], "fake": {"user_name": "auto"}}

                log
                  %1$s: error: table "log" is not listed, so no rows of it are copied
                    List it, without rows or with the columns to keep: "log": {"rows": "none"}

                %1$s and the schema do not agree: 2 errors.
                """.formatted(list), ""));
    }

    @Test
    void a_list_that_has_drifted() {
        assertThat(check(DRIFTED)).isEqualTo(new Run(3, """
                users
                  %1$s:2:19: error: table "users" has no column "user_nmae"; did you mean "user_name"?
                    Remove it, or name the column as it is called: "user_name"
                  %1$s:2:3: notice: column "user_name" of table "users" is neither kept nor faked; was it renamed from \
                "user_nmae"?

                gone
                  %1$s:3:3: error: there is no table "gone"
                    Remove the entry.

                1 table is not listed: log
                %1$s and the schema do not agree: 2 errors, 2 notices.
                """.formatted(list), ""));
    }

    @Test
    void a_list_that_cannot_be_read_needs_no_database() {
        layOut("{\"users\": [\"id\",]}");

        assertThat(Run.of("check", "--allow-list", list.toString(), "--url", "postgresql://nowhere.invalid/x"))
                .isEqualTo(new Run(3, """
                          %1$s:1:17: error: invalid JSON: expected a value, found "]"; remove the comma before it

                        %1$s cannot be read: 1 error.
                        """.formatted(list), ""));
    }

    @Test
    void an_unknown_schema_is_an_error() {
        assertThat(check("{\"users\": []}", "--schema", "pubilc")).isEqualTo(new Run(3, """
                  %1$s: error: there is no schema "pubilc" to select; did you mean "public"?

                %1$s and the schema do not agree: 1 error.
                """.formatted(list), ""));
    }

    @Test
    void what_does_not_travel_is_not_checked() {
        assertThat(check("{\"users\": [\"id\", \"user_name\"]}", "--exclude-table", "log", "--strict")
                        .exitCode())
                .isZero();
    }

    @Test
    void a_report_goes_to_a_file_and_text_to_the_terminal() throws IOException {
        Path report = folder.resolve("report.json");

        Run run =
                check("{\"users\": [\"id\", \"user_name\"], \"log\": []}", "--format", "json", "-o", report.toString());

        assertThat(run).isEqualTo(new Run(0, """
                log
                  %1$s:1:32: notice: column "at" of table "log" is neither kept nor faked

                %1$s and the schema agree (1 notice).
                """.formatted(list), ""));
        assertThat(Files.readString(report)).isEqualTo("""
                {
                  "allowList" : "%s",
                  "agrees" : true,
                  "listedTables" : 2,
                  "errors" : 0,
                  "notices" : 1,
                  "findings" : [ {
                    "kind" : "unclassified-column",
                    "severity" : "notice",
                    "location" : {
                      "line" : 1,
                      "column" : 32
                    },
                    "schema" : "public",
                    "table" : "log",
                    "column" : "at",
                    "message" : "column \\"at\\" of table \\"log\\" is neither kept nor faked",
                    "remedy" : {
                      "instruction" : "Add it to the list if its real values may travel; to fake it, write:",
                      "json" : "\\"log\\": {\\"keep\\": [], \\"fake\\": {\\"at\\": \\"auto\\"}}"
                    }
                  } ],
                  "mended" : [ ]
                }
                """.formatted(list));
    }

    @Test
    void a_report_that_cannot_be_written() {
        Path nowhere = folder.resolve("no/report.xml");

        assertThat(check("{\"users\": []}", "--format", "junit", "--output", nowhere.toString()))
                .isEqualTo(new Run(4, "", """
                        The report cannot be written to %s: --output must name a file in a folder that exists and takes \
                        new files.
                        """.formatted(nowhere)));
    }

    @Test
    void writes_what_needs_no_decision() throws IOException {
        layOut("""
                {
                  "$options": { "unlisted": "structure" },
                  "gone": ["id"],
                  "users": ["id", "old"],
                  "log": { "fake": { "at": "emial" } }
                }
                """);
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), list);

        Run run = Run.of("check", "--url", url("postgres"), "--allow-list", link.toString(), "--strict", "--write");

        assertThat(run).isEqualTo(new Run(3, """
                Updated %1$s
                  removed table "gone"
                  added column "user_name" of table "users"
                  removed column "old" of table "users"

                log
                  %1$s:4:28: error: there is no generator "emial"; did you mean "email"?

                %1$s and the schema do not agree: 1 error.
                """.formatted(link), ""));
        assertThat(Files.readString(list)).isEqualTo("""
                {
                  "$options": { "unlisted": "structure" },
                  "users": { "keep": ["id"], "fake": { "user_name": "auto" } },
                  "log": { "fake": { "at": "emial" } }
                }
                """);
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-r--r--");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_list_that_needs_no_change_is_not_touched() throws IOException {
        layOut("{\"users\": [ \"id\" ]}");
        Files.setLastModifiedTime(list, FileTime.fromMillis(0));

        assertThat(check("--write").exitCode()).isZero();
        assertThat(Files.getLastModifiedTime(list)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void a_role_without_any_privilege_can_check() {
        layOut("{\"users\": [\"id\", \"user_name\"], \"log\": [\"at\"]}");
        database.run("REVOKE USAGE ON SCHEMA public FROM PUBLIC; CREATE ROLE checks_lists LOGIN");

        try {
            assertThat(Run.of("check", "--url", url("checks_lists"), "--allow-list", list.toString(), "--strict"))
                    .isEqualTo(new Run(0, list + " and the schema agree.\n", ""));
        } finally {
            database.run("GRANT USAGE ON SCHEMA public TO PUBLIC; DROP ROLE checks_lists");
        }
    }

    @Test
    void annotations_of_a_pull_request() {
        layOut(DRIFTED);

        Run run = Run.of(Map.of("GITHUB_WORKSPACE", folder.toString()), arguments("--strict", "--format", "github"));

        assertThat(run).isEqualTo(new Run(3, """
                ::error file=list.json,line=2,col=3,title=unclassified-column::column "user_name" of table "users" is \
                neither kept nor faked; was it renamed from "user_nmae"?%0AAdd it to the list if its real values may \
                travel; to fake it, write: "users": {"keep": ["id"], "fake": {"user_name": "auto"}}
                ::error file=list.json,line=2,col=19,title=unknown-column::table "users" has no column "user_nmae"; did \
                you mean "user_name"?%0ARemove it, or name the column as it is called: "user_name"
                ::error file=list.json,line=3,col=3,title=unknown-table::there is no table "gone"%0ARemove the entry.
                ::error file=list.json,title=unlisted-table::table "log" is not listed, so no rows of it are \
                copied%0AList it, without rows or with the columns to keep: "log": {"rows": "none"}
                """, ""));
    }

    private static String url(String role) {
        return "postgresql://" + role + "@127.0.0.1:" + TestServer.port() + "/" + database.name();
    }

    private Run check(String... arguments) {
        List<String> options = new ArrayList<>(List.of(arguments));
        if (!options.isEmpty() && options.get(0).startsWith("{")) {
            layOut(options.remove(0));
        }
        return Run.of(arguments(options.toArray(String[]::new)));
    }

    private String[] arguments(String... options) {
        List<String> all = new ArrayList<>(List.of("check", "--url", url("postgres"), "--allow-list", list.toString()));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private void layOut(String text) {
        try {
            Files.writeString(list, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
