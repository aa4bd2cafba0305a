package dev.sanitiser.fake;

import dev.sanitiser.catalog.CatalogReader;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.testing.TestDatabase;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A table of a test's own that is filled with fakes and nothing else. */
public record FakedTable(TestDatabase database, Relation relation) {

    static final Field<Long> ORDINAL = DSL.field(DSL.name("n"), SQLDataType.BIGINT);

    private static final long SEED = 7;
    private static final long ROW_SEED = 5;

    public static FakedTable of(TestDatabase database, String table) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET search_path = ''");
            Relation relation = CatalogReader.read(Database.on(connection))
                    .relation(new QualifiedName("public", table))
                    .orElseThrow();
            return new FakedTable(database, relation);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Column column(String name) {
        return relation.column(name).orElseThrow();
    }

    Optional<Fake> fake(Column column) {
        return Fakes.typeFake(new FakeRequest(column.type(), false, SEED + column.number(), ROW_SEED), ORDINAL);
    }

    Optional<Fake> uniqueFake(Column column) {
        return Fakes.typeFake(new FakeRequest(column.type(), true, SEED + column.number(), ROW_SEED), ORDINAL);
    }

    BigInteger uniqueCapacity(String column) {
        return uniqueFake(column(column)).orElseThrow().distinctValues();
    }

    /** The columns that have no fake. */
    public List<Column> columnsWithoutFake() {
        return relation.columns().stream().filter(c -> fake(c).isEmpty()).toList();
    }

    public void fill(long rows) {
        insert(1, rows, this::fake);
    }

    void fillUnique(long rows) {
        insert(1, rows, this::uniqueFake);
    }

    void fillUnique(long firstOrdinal, long lastOrdinal) {
        insert(firstOrdinal, lastOrdinal, this::uniqueFake);
    }

    /** Columns without a fake are left out. */
    void insert(long firstOrdinal, long lastOrdinal, Function<Column, Optional<Fake>> fakes) {
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        for (Column column : relation.columns()) {
            fakes.apply(column).ifPresent(fake -> {
                columns.add(DSL.field(DSL.name(column.name())));
                values.add(fake.value());
            });
        }
        String sql = Database.withoutConnection()
                .renderInlined(DSL.insertInto(DSL.table(relation.name().toName()))
                        .columns(columns)
                        .select(DSL.select(values).from(ordinals(firstOrdinal, lastOrdinal))));
        database.run(sql);
    }

    /** The texts of expressions over the ordinal. */
    List<String> query(long rows, Field<?>... values) {
        return database.query(Database.withoutConnection()
                .renderInlined(DSL.select(values).from(ordinals(1, rows)).orderBy(ORDINAL)));
    }

    /** How many texts the first values have. */
    long distinctTexts(long rows, Fake fake) {
        return number(DSL.select(DSL.countDistinct(Sql.text(fake.value()))).from(ordinals(1, rows)));
    }

    /**
     * The names of fakes whose first and last values are not all different; strings where neither case nor punctuation
     * nor blanks count, by a collation "blind" of the test's.
     */
    List<String> repeated(Map<String, Fake> fakes, long rows) {
        List<String> repeated = new ArrayList<>();
        fakes.forEach((name, fake) -> {
            BigInteger all = fake.distinctValues().min(BigInteger.ONE.shiftLeft(62));
            long count = all.min(BigInteger.valueOf(rows)).longValueExact();
            long last = all.longValueExact();
            if (distinct(name, fake, 1, count / 2, last - (count - count / 2) + 1, last) != count) {
                repeated.add(name);
            }
        });
        return repeated;
    }

    private long distinct(String type, Fake fake, long first, long last, long otherFirst, long otherLast) {
        Field<String> text = Sql.text(fake.value());
        Select<?> all = DSL.select(text.as("v"))
                .from(ordinals(first, last))
                .unionAll(DSL.select(text.as("v")).from(ordinals(otherFirst, otherLast)));
        Field<String> value = DSL.field(DSL.name("v"), String.class);
        boolean isString = type.matches("text.*|char.*|name|citext|code");
        return number(DSL.select(DSL.countDistinct(isString ? value.collate(DSL.name("public", "blind")) : value))
                .from(all.asTable("both")));
    }

    /** Whether the values come in the order of their type's default operator class. */
    boolean isAscending(long rows, Fake fake) {
        Table<?> ranked = DSL.select(
                        ORDINAL, DSL.rowNumber().over().orderBy(fake.value()).as("rank"))
                .from(ordinals(1, Math.min(rows, fake.distinctValues().longValueExact())))
                .asTable("ranked");
        Field<Long> rank = DSL.field(DSL.name("rank"), Long.class);
        return number(DSL.selectCount().from(ranked).where(rank.ne(ORDINAL))) == 0;
    }

    private long number(Select<?> query) {
        return Long.parseLong(database.query(Database.withoutConnection().renderInlined(query))
                .get(0));
    }

    private static Table<?> ordinals(long first, long last) {
        return DSL.select(Sql.call("generate_series", Long.class, bigint(first), bigint(last))
                        .as("n"))
                .asTable("ordinals");
    }

    private static Field<Long> bigint(long value) {
        return DSL.inline(value).cast(SQLDataType.BIGINT);
    }
}
