package dev.sanitiser.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Column.Generation;
import dev.sanitiser.catalog.Column.Identity;
import dev.sanitiser.catalog.DataType.Domain;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogCorporaTest {

    @ParameterizedTest
    @CsvSource({
        "pagila,         15, 7",
        "chinook_mixed,  11, 0",
        "northwind,      14, 0",
        "employee,        7, 0",
        "graphile,      136, 6"
    })
    void counts_tables_partitions_and_foreign_keys_as_the_dump_and_its_description_do(
            String name, int tables, int partitions) {
        Corpus corpus = Corpus.orSkip(name);
        try (TestDatabase database = corpus.restore()) {
            List<Relation> relations = CatalogFixture.of(database).catalog().relations();

            assertThat(relations.stream()
                            .filter(CatalogCorporaTest::isTable)
                            .filter(r -> r.partitionOf().isEmpty()))
                    .hasSize(tables);
            assertThat(relations.stream().filter(r -> r.partitionOf().isPresent()))
                    .hasSize(partitions);
            assertThat(relations.stream().flatMap(r -> r.foreignKeys().stream()))
                    .hasSize(corpus.count("FOREIGN KEY ("));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook_mixed", "northwind", "employee", "graphile"})
    void describes_columns_as_the_information_schema_does(String name) {
        try (TestDatabase database = Corpus.orSkip(name).restore()) {
            List<Relation> relations = CatalogFixture.of(database).catalog().relations();

            assertThat(relations.stream()
                            .filter(relation -> relation.kind() != Kind.MATERIALIZED_VIEW)
                            .flatMap(CatalogCorporaTest::describe))
                    .containsExactlyInAnyOrderElementsOf(database.query("""
                                    SELECT table_schema, table_name, ordinal_position, column_name,
                                        is_nullable = 'NO', is_generated = 'ALWAYS', is_identity = 'YES',
                                        udt_schema, udt_name
                                    FROM information_schema.columns
                                    WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                                    """));
        }
    }

    private static boolean isTable(Relation relation) {
        return relation.kind() == Kind.TABLE || relation.kind() == Kind.PARTITIONED_TABLE;
    }

    private static Stream<String> describe(Relation relation) {
        return relation.columns().stream().map(column -> describe(relation.name(), column));
    }

    private static String describe(QualifiedName relation, Column column) {
        DataType type = column.type().type();
        QualifiedName underlying =
                type instanceof Domain domain ? domain.underlying().type().name() : type.name();
        return Stream.of(
                        relation.schema(),
                        relation.name(),
                        column.number(),
                        column.name(),
                        letter(column.notNull() || (type instanceof Domain domain && domain.notNull())),
                        letter(column.generation() != Generation.NONE),
                        letter(column.identity() != Identity.NONE),
                        underlying.schema(),
                        underlying.name())
                .map(Object::toString)
                .collect(joining("|"));
    }

    private static String letter(boolean value) {
        return value ? "t" : "f";
    }
}
