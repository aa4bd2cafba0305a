package dev.sanitiser.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.postgres.Source;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Server server;

    @BeforeAll
    static void start() {
        server = PrivateServer.bundled(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void many_tables_are_as_many_as_they_are_said_to_be() {
        try (Databases databases = new Databases(server)) {
            CreatedDatabase database = databases.create("many");

            Content.buildManyTables(database.settings());

            List<Relation> tables =
                    Sanitiser.catalog(Source.of(database.settings())).relations();
            assertThat(tables).hasSize(ManyTables.TABLES);
            assertThat(tables.stream().mapToInt(t -> t.columns().size()).sum()).isEqualTo(ManyTables.COLUMNS);
            assertThat(tables.stream().mapToInt(t -> t.checks().size()).sum()).isEqualTo(ManyTables.CHECKS);
        }
    }

    @Test
    void one_table_of_a_skewed_database_holds_four_fifths() {
        BigDecimal gigabytes = new BigDecimal("0.02");
        try (Databases databases = new Databases(server)) {
            CreatedDatabase database = databases.create("skewed");

            DatabaseSize size = Content.build(database.settings(), Shape.skewed, gigabytes);

            try (ServerView view = ServerView.open(database.settings())) {
                assertThat(view.countRows("public"))
                        .isEqualTo(Shape.skewed.rows(gigabytes).values().stream()
                                .mapToLong(rows -> rows)
                                .sum());
            }
            assertThat(sizeOfEvents(database) / (double) size.tables()).isBetween(0.75, 0.85);
        }
    }

    private static long sizeOfEvents(CreatedDatabase database) {
        return Sanitiser.catalog(Source.of(database.settings())).relations().stream()
                .filter(t -> t.name().name().equals("events"))
                .mapToLong(Relation::sizeInBytes)
                .sum();
    }
}
