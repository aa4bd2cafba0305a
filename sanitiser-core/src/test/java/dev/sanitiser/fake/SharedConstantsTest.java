package dev.sanitiser.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.postgres.Database;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedConstantsTest {

    private static final Table<?> ORDINALS = DSL.generateSeries(1, 50).as("s", "n");

    private static TestDatabase database;
    private static FakedTable people;

    @BeforeAll
    static void create() {
        database = TestDatabase.create().run("CREATE TABLE people (name text)");
        people = FakedTable.of(database, "people");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void a_long_list_stands_once_however_many_fakes_draw_from_it() {
        SharedConstants constants = new SharedConstants();

        assertThat(fakes("given-name"))
                .allSatisfy(f -> assertThat(constants.render(Database.withoutConnection(), f))
                        .hasSizeLessThan(300));
        assertThat(constants.definitions()).hasSize(1);
        assertThat(Database.withoutConnection()
                        .with(constants.definitions())
                        .selectOne()
                        .getSQL())
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void a_short_list_stays_where_it_is() {
        SharedConstants constants = new SharedConstants();
        Field<?> fake =
                fakes("choice", Map.of("values", List.of("new", "done"))).get(0);

        assertThat(constants.render(Database.withoutConnection(), fake))
                .isEqualTo(Database.withoutConnection().renderInlined(fake));
        assertThat(constants.definitions()).isEmpty();
    }

    @Test
    void fakes_that_share_their_constants_are_the_same() throws SQLException {
        List<Field<?>> fakes = Stream.concat(fakes("given-name").stream(), fakes("full-name").stream())
                .toList();
        SharedConstants constants = new SharedConstants();
        try (Connection connection = database.connect()) {
            DSLContext postgres = Database.on(connection);
            List<Field<Object>> shared = fakes.stream()
                    .map(f -> DSL.field(DSL.raw(constants.render(postgres, f)), Object.class))
                    .toList();

            assertThat(postgres.with(constants.definitions())
                            .select(shared)
                            .from(ORDINALS)
                            .fetch()
                            .intoArrays())
                    .isDeepEqualTo(postgres.select(fakes).from(ORDINALS).fetch().intoArrays());
        }
    }

    private static List<Field<?>> fakes(String generator) {
        return fakes(generator, Map.of());
    }

    private static List<Field<?>> fakes(String generator, Map<String, ?> parameters) {
        return IntStream.range(0, 3)
                .<Field<?>>mapToObj(seed -> Generators.standard()
                        .fake(
                                generator,
                                parameters,
                                new FakeRequest(people.column("name").type(), false, seed, 0),
                                FakedTable.ORDINAL)
                        .match(fits -> fits.fake().value(), rejected -> {
                            throw new AssertionError(rejected.problems());
                        }))
                .toList();
    }
}
