package dev.sanitiser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.TestDatabase;
import dev.sanitiser.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check remembers of a table is its structure, not the statement that a dump would read it with. */
class CheckOfManyTablesTest {

    private static final int TABLES = 1_000;

    @TempDir
    Path folder;

    @Test
    void ten_thousand_columns_fit_a_small_heap() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), allowList());
        try (TestDatabase database = TestDatabase.create()) {
            database.run("""
                    DO $$
                    BEGIN
                        FOR t IN 1..%d LOOP
                            EXECUTE format('CREATE TABLE table_%%s (id int PRIMARY KEY, parent_id int, first_name varchar(40),'
                                ' email text UNIQUE, phone text, city text, created_at timestamptz NOT NULL,'
                                ' status text CHECK (status IN (''new'', ''done'')), amount numeric(10, 2), notes text)', t);
                            EXECUTE format('ALTER TABLE table_%%s ADD FOREIGN KEY (parent_id) REFERENCES table_%%s',
                                t, greatest(t - 1, 1));
                            IF t %% 100 = 0 THEN
                                COMMIT;
                            END IF;
                        END LOOP;
                    END $$
                    """.formatted(TABLES));

            CommandLine run = CommandLine.run(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-Dorg.jooq.no-logo=true",
                    "-Dorg.jooq.no-tips=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "check",
                    "--strict",
                    "--url",
                    "postgresql://postgres@127.0.0.1:" + TestServer.port() + "/" + database.name(),
                    "--allow-list",
                    list.toString());

            assertThat(run).isEqualTo(new CommandLine(0, list + " and the schema agree.\n", ""));
        }
    }

    private static String allowList() {
        return IntStream.rangeClosed(1, TABLES)
                .mapToObj(t -> """
                        "table_%d": {
                          "keep": ["id", "created_at"],
                          "fake": {
                            "parent_id": "auto", "first_name": "auto", "email": "auto", "phone": "auto", "city": "auto",
                            "status": "auto", "amount": "auto", "notes": "auto"
                          }
                        }""".formatted(t))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
