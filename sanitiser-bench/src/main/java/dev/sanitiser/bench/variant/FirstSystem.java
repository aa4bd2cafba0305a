package dev.sanitiser.bench.variant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanitiser.bench.server.Content;
import dev.sanitiser.postgres.ConnectionSettings;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jooq.Allow;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The way that Sanitiser replaces: logged copies of the listed tables with all their indexes, filled by one statement
 * each, dumped by {@code pg_dump} of one schema. It knows no paths within json, and a value of a type that it cannot
 * fake becomes a constant.
 *
 * <p>Plain SQL: CREATE TABLE (LIKE …) has no form in jOOQ.
 *
 * @param level of compression, for pg_dump
 */
@Allow.PlainSQL
record FirstSystem(int level) implements Variant {

    private static final String SCHEMA = "temp_scrubbed_schema";
    private static final String SOURCE_SCHEMA = "public";

    @Override
    public String name() {
        return "first-system";
    }

    @Override
    public String description() {
        return "copies by CREATE TABLE (LIKE … INCLUDING ALL) and INSERT … SELECT, then pg_dump --schema";
    }

    @Override
    public String restoredSchema() {
        return SCHEMA;
    }

    @Override
    public long dump(Site site) throws InterruptedException {
        onDatabase(site.source(), FirstSystem::copy);
        try {
            PgDump dump = new PgDump(name(), List.of("--format=custom", "--compress=" + level, "--schema=" + SCHEMA));
            return dump.dump(site);
        } finally {
            onDatabase(
                    site.source(),
                    db -> db.dropSchema(DSL.name(SCHEMA)).cascade().execute());
        }
    }

    private static void copy(DSLContext database) {
        database.createSchema(DSL.name(SCHEMA)).execute();
        keptColumns().forEach((table, kept) -> copyTable(database, table, kept));
    }

    private static void copyTable(DSLContext database, String table, Set<String> kept) {
        Name source = DSL.name(SOURCE_SCHEMA, table);
        Name copy = DSL.name(SCHEMA, table);
        database.query("CREATE TABLE {0} (LIKE {1} INCLUDING ALL)", copy, source)
                .execute();
        List<SourceColumn> columns = SourceColumn.of(database, SOURCE_SCHEMA, table);
        List<Field<?>> values = new ArrayList<>();
        columns.forEach(column -> values.add(kept.contains(column.name()) ? column.field() : column.fake(table)));
        database.insertInto(
                        DSL.table(copy),
                        columns.stream().map(SourceColumn::field).toList())
                .select(DSL.select(values).from(DSL.table(source)))
                .execute();
    }

    private static Map<String, Set<String>> keptColumns() {
        try {
            JsonNode list = new JsonMapper().readTree(Content.allowList());
            return list.properties().stream()
                    .filter(table -> table.getValue().isArray())
                    .collect(Collectors.toMap(Map.Entry::getKey, table -> texts(table.getValue())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A dump of one schema refers to enum types of other schemas and does not hold them. */
    @Override
    public void prepareRestore(ConnectionSettings source, ConnectionSettings target) {
        onDatabase(source, from -> {
            Map<String, List<String>> labels =
                    from.fetch("""
                            SELECT typname, enumlabel FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
                            ORDER BY typname, enumsortorder
                            """).intoGroups(r -> r.get(0, String.class), r -> r.get(1, String.class));
            onDatabase(
                    target,
                    to -> labels.forEach((type, values) -> to.createType(DSL.name(SOURCE_SCHEMA, type))
                            .asEnum(values.stream().map(DSL::inline).toList())
                            .execute()));
        });
    }

    private static void onDatabase(ConnectionSettings settings, Work work) {
        try (Connection connection = settings.dataSource("first-system").getConnection()) {
            work.run(Database.on(connection));
        } catch (SQLException e) {
            throw SqlFailures.environment("copy as the first system did", e);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("copy as the first system did", e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(DSLContext database);
    }
}
