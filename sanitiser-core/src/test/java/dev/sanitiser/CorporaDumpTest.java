package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporaDumpTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook_mixed", "northwind", "employee", "graphile"})
    void restores_with_keys_kept(String name) throws SQLException {
        try (TestDatabase source = Corpus.orSkip(name).restore();
                TestDatabase copy = TestDatabase.create()) {
            Path dump = folder.resolve(name + ".dump");

            DumpReport report = Sanitiser.dump(
                    Source.of(source.dataSource()),
                    KeysOnly.of(catalogOf(source)),
                    DumpOptions.defaults(),
                    DumpTarget.file(dump),
                    DumpListener.silent());

            assertThat(CommandLine.run("pg_restore", "--exit-on-error", "-d", copy.name(), dump.toString()))
                    .isEqualTo(new CommandLine(0, "", ""));
        }
    }

    private static Catalog catalogOf(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(Database.on(connection));
        }
    }
}
