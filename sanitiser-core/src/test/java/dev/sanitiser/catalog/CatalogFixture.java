package dev.sanitiser.catalog;

import dev.sanitiser.postgres.Database;
import dev.sanitiser.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A database made by a script, and the catalog that was read from it. */
record CatalogFixture(Catalog catalog) {

    static CatalogFixture of(String script) {
        try (TestDatabase database = TestDatabase.create()) {
            return of(database.run(script));
        }
    }

    static CatalogFixture of(TestDatabase database) {
        return new CatalogFixture(read(database.dataSource()));
    }

    /** Reads in a transaction as the product does. */
    static Catalog read(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL search_path = ''");
            return CatalogReader.read(Database.on(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A relation of schema {@code public}. */
    Relation relation(String name) {
        return relation("public", name);
    }

    Relation relation(String schema, String name) {
        return catalog.relation(new QualifiedName(schema, name)).orElseThrow();
    }

    Column column(String relation, String column) {
        return relation(relation).column(column).orElseThrow();
    }

    DataType type(String relation, String column) {
        return column(relation, column).type().type();
    }

    /** The toString() of each name. */
    List<String> relationNames() {
        return catalog.relations().stream()
                .map(relation -> relation.name().toString())
                .toList();
    }
}
