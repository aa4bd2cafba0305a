package dev.sanitiser.catalog;

import dev.sanitiser.catalog.Column.Collation;
import dev.sanitiser.catalog.Column.Generation;
import dev.sanitiser.catalog.Column.Identity;
import dev.sanitiser.catalog.Partitioning.Strategy;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.catalog.Relation.Persistence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Puts relations together from their columns, constraints and places in partition and inheritance trees. */
final class RelationReader {

    private final RelationQueries queries;
    private final ConstraintReader constraints;
    private final Map<Long, List<Record>> columns;
    private final TypeReader types;
    private final Map<Long, List<Record>> ancestors;
    private final Map<Long, Record> partitionings;

    private RelationReader(DSLContext db, int serverVersion) {
        queries = new RelationQueries(db);
        constraints = ConstraintReader.read(db, serverVersion);
        columns = Rows.byOwner(queries.columns(), Function.identity());
        types = TypeReader.read(db, columns);
        ancestors = Rows.byOwner(queries.ancestors(), Function.identity());
        partitionings = Rows.byNumber(queries.partitionings(), "owner");
    }

    /** In name order. */
    static List<Relation> read(DSLContext db, int serverVersion) {
        RelationReader reader = new RelationReader(db, serverVersion);
        return reader.queries.relations().stream()
                .map(reader::relation)
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    private Relation relation(Record row) {
        long oid = Rows.number(row, "oid");
        List<Column> itsColumns =
                columns.getOrDefault(oid, List.of()).stream().map(this::column).toList();
        return new Relation(
                oid,
                Rows.qualifiedName(row),
                Rows.decode("rpvmf", Kind.values(), Rows.text(row, "kind")),
                Rows.decode("pu", Persistence.values(), Rows.text(row, "persistence")),
                itsColumns,
                constraints.checks(oid),
                constraints.uniqueIndexes(oid, itsColumns),
                constraints.foreignKeys(oid),
                constraints.exclusions(oid, itsColumns),
                Optional.ofNullable(partitionings.get(oid)).map(key -> partitioning(key, itsColumns)),
                partitionOf(oid),
                Rows.optionalText(row, "partition_constraint"),
                inherits(oid),
                Rows.optionalText(row, "extension"),
                Rows.flag(row, "row_security"),
                Rows.optionalText(row, "comment"),
                Rows.number(row, "row_count"),
                Rows.number(row, "size"));
    }

    private OptionalLong partitionOf(long relation) {
        return ancestors.getOrDefault(relation, List.of()).stream()
                .filter(row -> Rows.flag(row, "is_partition"))
                .mapToLong(row -> Rows.number(row, "ancestor"))
                .findFirst();
    }

    private List<Long> inherits(long relation) {
        return ancestors.getOrDefault(relation, List.of()).stream()
                .filter(row -> !Rows.flag(row, "is_partition"))
                .map(row -> Rows.number(row, "ancestor"))
                .toList();
    }

    private Column column(Record row) {
        return new Column(
                Rows.integer(row, "number"),
                Rows.text(row, "name"),
                types.columnType(row),
                Rows.flag(row, "not_null"),
                Rows.decode("-sv", Generation.values(), letterOrDash(row, "generation")),
                Rows.decode("-ad", Identity.values(), letterOrDash(row, "identity")),
                Rows.optionalText(row, "default_expression"),
                Rows.optionalText(row, "collation_name").map(name -> collation(row, name)),
                Rows.optionalText(row, "comment"));
    }

    private static String letterOrDash(Record row, String column) {
        String letter = Rows.text(row, column);
        return letter.isEmpty() ? "-" : letter;
    }

    private static Collation collation(Record row, String name) {
        return new Collation(
                new QualifiedName(Rows.text(row, "collation_schema"), name), Rows.flag(row, "deterministic"));
    }

    private static Partitioning partitioning(Record row, List<Column> columns) {
        Strategy strategy = Rows.decode("lrh", Strategy.values(), Rows.text(row, "strategy"));
        List<Integer> key = ConstraintReader.namedColumns(row, columns);
        return new Partitioning(
                strategy,
                key,
                strategy == Strategy.HASH && (Rows.flag(row, "by_enum") || anyHoldsEnum(key, columns)),
                Rows.flag(row, "routes_every_row"));
    }

    /** An array, composite, range or domain hashes the enums inside it. */
    private static boolean anyHoldsEnum(List<Integer> numbers, List<Column> columns) {
        return columns.stream()
                .filter(column -> numbers.contains(column.number()))
                .anyMatch(column -> holdsEnum(column.type().type()));
    }

    private static boolean holdsEnum(DataType type) {
        return type.match(new DataType.Cases<>(
                base -> false,
                enumeration -> true,
                domain -> holdsEnum(domain.underlying().type()),
                composite -> composite.attributes().stream()
                        .anyMatch(attribute -> holdsEnum(attribute.type().type())),
                array -> holdsEnum(array.element()),
                range -> holdsEnum(range.subtype()),
                multirange -> holdsEnum(multirange.range())));
    }
}
