package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.plan.PseudonymKey;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream strategy gives the rows of the scratch strategy, whatever the number of jobs is. */
class StreamDumpTest {

    private static final DumpOptions OPTIONS = DumpOptions.defaults().withKey(PseudonymKey.random());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook_mixed", "northwind", "employee", "graphile"})
    void corpora(String name) {
        try (TestDatabase source = Corpus.orSkip(name).restore()) {
            String structure = Databases.structureOf(source);
            Catalog catalog = Databases.catalogOf(source);

            givesTheSameInEveryWay(source, KeysOnly.and(Set.of(), catalog));

            assertThat(Databases.structureOf(source)).isEqualTo(structure);
        }
    }

    @Test
    void values_that_a_column_pads_or_rounds() {
        try (TestDatabase source = TestDatabase.create().run("""
                CREATE TABLE shaped (
                    id int PRIMARY KEY, "c" char(40), "CC" char(40)[], "n" numeric(9, 4), "t" timestamp(0),
                    "b" bit(7), "v" varchar(50), "q" time(2), kept char(9), until timestamp(0),
                    CHECK (until > t));
                INSERT INTO shaped
                    SELECT n, n, ARRAY[n], n, now(), B'1010101', n, now(), n, now() + interval '1 day'
                    FROM generate_series(1, 100) n;
                """)) {
            givesTheSameInEveryWay(source, AllowList.parse("{\"shaped\": [\"id\", \"kept\"]}", "list.json"));
        }
    }

    @Test
    void tables_of_many_ranges() {
        try (TestDatabase source = TestDatabase.create().run("""
                CREATE TABLE person (id bigserial PRIMARY KEY, email text UNIQUE, kept text);
                CREATE TABLE visit (
                    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    person_id bigint NOT NULL REFERENCES person,
                    note text,
                    kept text,
                    twice int GENERATED ALWAYS AS (id * 2) STORED);
                INSERT INTO person (email, kept)
                    SELECT 'p' || i || '@real.example', repeat(md5(i::text), 12) FROM generate_series(1, 60000) i;
                DELETE FROM person WHERE id % 7 = 3;
                INSERT INTO visit (person_id, note, kept)
                    SELECT id, 'real ' || id, repeat(md5(id::text), 12) FROM person;
                """)) {
            AllowList kept = AllowList.parse(
                    "{\"person\": [\"id\", \"kept\"], \"visit\": [\"person_id\", \"kept\"]}", "list.json");
            AllowList keys = AllowList.parse("{\"person\": [\"kept\"], \"visit\": [\"kept\"]}", "list.json");

            givesTheSameInEveryWay(source, kept);
            givesTheSameInEveryWay(source, keys);
        }
    }

    private void givesTheSameInEveryWay(TestDatabase source, AllowList list) {
        Path alone = dump(source, list, Strategy.STREAM, 1);
        Path together = dump(source, list, Strategy.STREAM, 4);
        Path scratch = dump(source, list, Strategy.SCRATCH, 3);

        assertThat(DataFiles.fingerprints(together)).isEqualTo(DataFiles.fingerprints(alone));
        assertThat(DataFiles.rows(alone)).isEqualTo(DataFiles.rows(scratch));
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(together, copy, "--jobs=2")).isEqualTo(SILENT_SUCCESS);
        }
    }

    private Path dump(TestDatabase source, AllowList list, Strategy strategy, int jobs) {
        try {
            Path target = Files.createTempDirectory(folder, "dump").resolve("archive");
            Sanitiser.dump(
                    Source.of(source.dataSource()),
                    list,
                    OPTIONS.withStrategy(strategy).withJobs(jobs),
                    DumpTarget.directory(target),
                    DumpListener.silent());
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
