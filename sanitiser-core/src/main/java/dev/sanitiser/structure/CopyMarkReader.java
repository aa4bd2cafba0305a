package dev.sanitiser.structure;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.archive.ArchiveEntry;
import dev.sanitiser.failure.Cancellation;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.postgres.SqlFailures;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/** Reads back the comments by which a sanitised copy says what it is. */
public final class CopyMarkReader {

    private static final String SCHEMA_TAG = "SCHEMA ";

    private CopyMarkReader() {}

    /** What an archive's entries will say once they are restored. */
    public static MarkedSchemas read(List<ArchiveEntry> entries) {
        Map<String, MarkText> marks = new TreeMap<>();
        Set<String> schemasWithTables = new HashSet<>();
        int tableCount = 0;
        for (ArchiveEntry entry : entries) {
            if (CopyMarks.isMark(entry)) {
                String schema = entry.tag().substring(SCHEMA_TAG.length());
                mark(entry.definition().orElse("")).ifPresent(mark -> marks.put(schema, mark));
            } else if (Entries.is(entry, "TABLE")) {
                entry.schema().ifPresent(schemasWithTables::add);
                tableCount++;
            }
        }
        return MarkedSchemas.of(marks, schemasWithTables, tableCount);
    }

    /** The mark stands in a string, or in a string within the body of a DO statement, which is a string too. */
    private static Optional<MarkText> mark(String sql) {
        return strings(sql)
                .flatMap(text -> MarkText.parse(text)
                        .or(() -> strings(text)
                                .flatMap(inner -> MarkText.parse(inner).stream())
                                .findFirst())
                        .stream())
                .findFirst();
    }

    private static Stream<String> strings(String sql) {
        return SqlLexer.tokens(sql).stream()
                .filter(token -> token.kind() == SqlToken.Kind.STRING || token.kind() == SqlToken.Kind.DOLLAR_STRING)
                .map(SqlToken::text);
    }

    /**
     * What a database says.
     *
     * @throws dev.sanitiser.failure.SanitiserException of kind ENVIRONMENT if the database cannot be asked
     */
    public static MarkedSchemas read(Source source) {
        try (Session session = Session.open(source, Duration.ZERO, new Cancellation())) {
            session.beginSnapshot();
            return of(session.database().fetch(schemas()));
        } catch (DataAccessException e) {
            throw SqlFailures.environment("read the comments on schemas", e);
        }
    }

    private static MarkedSchemas of(Result<Record3<String, String, Integer>> schemas) {
        Map<String, MarkText> marks = new TreeMap<>();
        Set<String> schemasWithTables = new HashSet<>();
        int tableCount = 0;
        for (Record3<String, String, Integer> schema : schemas) {
            Optional.ofNullable(schema.value2())
                    .flatMap(MarkText::parse)
                    .ifPresent(mark -> marks.put(schema.value1(), mark));
            if (schema.value3() > 0) {
                schemasWithTables.add(schema.value1());
            }
            tableCount += schema.value3();
        }
        return MarkedSchemas.of(marks, schemasWithTables, tableCount);
    }

    /** Each schema but the system's own: name, comment, number of tables. */
    static ResultQuery<Record3<String, String, Integer>> schemas() {
        Field<String> schema = field(name("n", "nspname"), SQLDataType.CLOB);
        Field<Long> oid = field(name("n", "oid"), SQLDataType.BIGINT);
        Field<String> comment =
                function(name("pg_catalog", "obj_description"), SQLDataType.CLOB, oid, inline("pg_namespace"));
        return Database.withoutConnection()
                .select(schema.cast(SQLDataType.CLOB), comment, count(field(name("c", "oid"))))
                .from(table(name("pg_catalog", "pg_namespace")).as("n"))
                .leftJoin(table(name("pg_catalog", "pg_class")).as("c"))
                .on(isTableOf(oid))
                .where(schema.notLike(inline("pg\\_%")))
                .and(schema.ne(inline("information_schema")))
                .groupBy(oid, schema);
    }

    private static Condition isTableOf(Field<Long> schema) {
        Field<Long> membership = field(name("d", "objid"), SQLDataType.BIGINT);
        Field<Long> relation = field(name("c", "oid"), SQLDataType.BIGINT);
        return field(name("c", "relnamespace"), SQLDataType.BIGINT)
                .eq(schema)
                .and(field(name("c", "relkind"), SQLDataType.CLOB).in(inline("r"), inline("p")))
                .and(notExists(select(membership)
                        .from(table(name("pg_catalog", "pg_depend")).as("d"))
                        .where(membership.eq(relation))
                        .and(field(name("d", "deptype"), SQLDataType.CLOB).eq(inline("e")))));
    }
}
