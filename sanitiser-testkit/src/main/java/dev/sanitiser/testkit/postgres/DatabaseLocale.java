package dev.sanitiser.testkit.postgres;

import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Allow;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Encoding and locale of a database, for a copy that sorts and compares as it does.
 *
 * <p>Plain SQL: jOOQ has no options for CREATE DATABASE; all arguments are names and inlined values.
 *
 * @param provider {@code c} (libc), {@code i} (ICU) or {@code b} (built in)
 * @param locale of the provider, where it is not libc
 */
@Allow.PlainSQL
record DatabaseLocale(
        String encoding,
        String collate,
        String ctype,
        String provider,
        @Nullable String locale) {

    static DatabaseLocale of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Record row = Database.on(connection).resultQuery("""
                            SELECT pg_encoding_to_char(encoding), datcollate, datctype,
                                coalesce(to_jsonb(d) ->> 'datlocprovider', 'c'),
                                coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale')
                            FROM pg_catalog.pg_database AS d WHERE datname = current_database()
                            """).fetchSingle();
            return new DatabaseLocale(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, String.class),
                    row.get(4, String.class));
        } catch (DataAccessException | SQLException e) {
            throw SqlFailures.environment("ask the database for its locale", e);
        }
    }

    Query createDatabase(String name) {
        List<QueryPart> arguments =
                new ArrayList<>(List.of(DSL.name(name), DSL.inline(encoding), DSL.inline(collate), DSL.inline(ctype)));
        String statement = "CREATE DATABASE {0} TEMPLATE template0 ENCODING {1} LC_COLLATE {2} LC_CTYPE {3}";
        if (locale != null) {
            arguments.add(DSL.inline(locale));
            statement += provider.equals("i")
                    ? " LOCALE_PROVIDER icu ICU_LOCALE {4}"
                    : " LOCALE_PROVIDER builtin BUILTIN_LOCALE {4}";
        }
        return DSL.query(statement, arguments.toArray(QueryPart[]::new));
    }
}
