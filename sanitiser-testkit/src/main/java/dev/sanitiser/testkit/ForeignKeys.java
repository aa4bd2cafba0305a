package dev.sanitiser.testkit;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.Allow;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Looks for rows whose key is missing, as PostgreSQL's own constraint would, but in every row: a constraint that is NOT
 * VALID or was lost on the way proves nothing.
 *
 * <p>Plain SQL: ONLY has no form in jOOQ; all arguments are names.
 */
@Allow.PlainSQL
final class ForeignKeys {

    private static final Name REFERENCING = DSL.name("referencing");
    private static final Name REFERENCED = DSL.name("referenced");

    private final CatalogIndex index;
    private final DSLContext database;

    private ForeignKeys(Catalog catalog, DSLContext database) {
        this.index = new CatalogIndex(catalog);
        this.database = database;
    }

    /** @return a line for each foreign key of the source that does not hold in the copy */
    static List<String> broken(Catalog source, Catalog copy, DataSource dataSource) {
        return Snapshots.ask(dataSource, database -> {
            searchOperatorsIn(source.schemas(), database);
            return new ForeignKeys(source, database).broken(copy);
        });
    }

    /** Types of extensions bring their own equality, which would not be found otherwise. */
    private static void searchOperatorsIn(List<String> schemas, DSLContext database) {
        String path = schemas.stream()
                .map(schema -> database.render(DSL.name(schema)))
                .collect(Collectors.joining(", "));
        database.resultQuery("SELECT set_config('search_path', {0}, true)", DSL.inline(path))
                .fetch();
    }

    private List<String> broken(Catalog copy) {
        List<String> problems = new ArrayList<>();
        index.relations()
                .filter(r -> copy.relation(r.name()).isPresent())
                .forEach(r -> r.foreignKeys().stream()
                        .filter(k -> copy.relation(referenced(k).name()).isPresent())
                        .forEach(k -> check(r, k, problems)));
        return problems;
    }

    private void check(Relation referencing, ForeignKey key, List<String> problems) {
        long orphans = orphans(referencing, key);
        if (orphans > 0) {
            problems.add("- " + referencing.name() + ", foreign key " + key.name() + " to "
                    + referenced(key).name() + ": " + RowCounts.rows(orphans) + " without "
                    + (orphans == 1 ? "its" : "their") + " key");
        }
    }

    private Relation referenced(ForeignKey key) {
        return index.relation(key.referencedTable());
    }

    private long orphans(Relation referencing, ForeignKey key) {
        return database.resultQuery(
                        "SELECT count(*) FROM {0} AS {1} WHERE {2} AND NOT EXISTS (SELECT FROM {3} AS {4} WHERE {5})",
                        rowsOf(referencing),
                        REFERENCING,
                        mustHaveKey(referencing, key),
                        rowsOf(referenced(key)),
                        REFERENCED,
                        isKey(referencing, key))
                .fetchSingle(0, Long.class);
    }

    /** As the constraint itself: without the rows of inheritance children. */
    private static org.jooq.SQL rowsOf(Relation relation) {
        return relation.kind() == Relation.Kind.PARTITIONED_TABLE
                ? DSL.sql("{0}", relation.name().toName())
                : DSL.sql("ONLY {0}", relation.name().toName());
    }

    /** MATCH SIMPLE lets a row go of which any column is NULL, MATCH FULL only one of which all are. */
    private static Condition mustHaveKey(Relation referencing, ForeignKey key) {
        List<Condition> notNull = key.columns().stream()
                .map(c -> field(REFERENCING, referencing, c).isNotNull())
                .toList();
        return key.matchFull() ? DSL.or(notNull) : DSL.and(notNull);
    }

    private Condition isKey(Relation referencing, ForeignKey key) {
        return DSL.and(IntStream.range(0, key.columns().size())
                .mapToObj(i -> field(
                                REFERENCED,
                                referenced(key),
                                key.referencedColumns().get(i))
                        .eq(field(REFERENCING, referencing, key.columns().get(i))))
                .toList());
    }

    private static Field<Object> field(Name alias, Relation relation, int column) {
        return DSL.field(alias.append(relation.column(column).name()));
    }
}
