package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real databases of other projects, each with three allow lists. */
class CorporaDumpTest {

    @TempDir
    Path folder;

    /**
     * The keys of {@code entity_kinds} are bounds of the partitions of {@code tags}, which refers to them: drawn keys
     * would fit no partition.
     */
    private static final Set<String> ALWAYS_KEPT =
            Set.of("partitions.tags.entity_kind", "partitions.entity_kinds.kind");

    private static boolean isAlwaysKept(Relation relation, String column) {
        return ALWAYS_KEPT.contains(relation.name() + "." + column);
    }

    /** Allow lists of three shapes. */
    enum Kept {
        NOTHING {
            @Override
            AllowList of(Catalog catalog) {
                return KeysOnly.listed(catalog, CorporaDumpTest::isAlwaysKept);
            }
        },
        KEYS {
            @Override
            AllowList of(Catalog catalog) {
                return KeysOnly.and(Set.of(), catalog);
            }
        },
        EVERYTHING_BUT_TEXT {
            @Override
            AllowList of(Catalog catalog) {
                return KeysOnly.listed(
                        catalog,
                        (relation, column) -> isAlwaysKept(relation, column)
                                || !RealValues.isText(relation.column(column)
                                        .orElseThrow()
                                        .type()
                                        .type()));
            }
        };

        abstract AllowList of(Catalog catalog);
    }

    @ParameterizedTest
    @CsvSource({
        "pagila, NOTHING", "pagila, KEYS", "pagila, EVERYTHING_BUT_TEXT",
        "chinook_mixed, NOTHING", "chinook_mixed, KEYS", "chinook_mixed, EVERYTHING_BUT_TEXT",
        "northwind, NOTHING", "northwind, KEYS", "northwind, EVERYTHING_BUT_TEXT",
        "employee, NOTHING", "employee, KEYS", "employee, EVERYTHING_BUT_TEXT",
        "graphile, NOTHING", "graphile, KEYS", "graphile, EVERYTHING_BUT_TEXT"
    })
    void restores_as_the_same_database_without_its_values(String name, Kept kept) {
        try (TestDatabase source = Corpus.orSkip(name).restore()) {
            String structure = Databases.structureOf(source);
            Path dump = folder.resolve(name + ".dump");

            DumpReport report = Sanitiser.dump(
                    Source.of(source.dataSource()),
                    kept.of(Databases.catalogOf(source)),
                    DumpOptions.defaults(),
                    DumpTarget.file(dump),
                    DumpListener.silent());

            FaithfulCopy expected = FaithfulCopy.of(source, report.plan());
            if (kept == Kept.KEYS) {
                restoresInEveryWay(dump, expected);
            } else {
                restores(dump, expected);
            }
            assertThat(RealValues.in(dump, source, report)).isEmpty();
            assertThat(Databases.structureOf(source)).isEqualTo(structure);
        }
    }

    private static void restores(Path dump, FaithfulCopy expected) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy, "--jobs=2")).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }

    private void restoresInEveryWay(Path dump, FaithfulCopy expected) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
            assertThat(Restores.restore(dump, copy, "--clean", "--if-exists", "--no-acl", "--no-owner"))
                    .isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(dump, copy, "--jobs=4")).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
        try (TestDatabase copy = TestDatabase.create()) {
            Path script = folder.resolve("script.sql");
            assertThat(CommandLine.run("pg_restore", "--file=" + script, dump.toString()))
                    .isEqualTo(SILENT_SUCCESS);
            assertThat(Restores.runScript(script, copy)).isEqualTo(SILENT_SUCCESS);
            expected.check(copy);
        }
    }
}
