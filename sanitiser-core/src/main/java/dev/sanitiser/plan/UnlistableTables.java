package dev.sanitiser.plan;

import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.Misfit.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says why a name in an allow list is not that of a table, and which table may be meant. */
final class UnlistableTables {

    private static final String ONLY_TABLES = "; only tables hold rows. Remove it.";

    private final Catalog catalog;
    private final SourceTables tables;
    private final List<QualifiedName> listable;

    UnlistableTables(Catalog catalog, SourceTables tables) {
        this.catalog = catalog;
        this.tables = tables;
        this.listable = tables.listable().stream().map(Relation::name).toList();
    }

    /** {@return why the relation cannot be listed; empty if it can} */
    Optional<Misfit> objection(Relation relation, Location location) {
        Kind kind = relation.partitionOf().isPresent() && relation.extension().isEmpty()
                ? Kind.PARTITION
                : Kind.UNLISTABLE_TABLE;
        return why(relation).map(why -> Misfit.ofTable(kind, location, relation.name(), quoted(relation.name()) + why));
    }

    private Optional<String> why(Relation relation) {
        if (relation.extension().isPresent()) {
            String extension = Quoted.json(relation.extension().get());
            return Optional.of(" belongs to the extension " + extension + ", which makes it anew. Remove it.");
        }
        if (relation.partitionOf().isPresent()) {
            String root = quoted(tables.root(relation).name());
            return Optional.of(" is a partition; list its root " + root + " instead, which covers it.");
        }
        return switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE -> Optional.empty();
            case VIEW -> Optional.of(" is a view" + ONLY_TABLES);
            case MATERIALIZED_VIEW -> Optional.of(" is a materialised view" + ONLY_TABLES);
            case FOREIGN_TABLE -> Optional.of(" is a foreign table; its rows are on another server. Remove it.");
        };
    }

    /** {@return what the database has in place of a relation it does not have} */
    Misfit unknown(QualifiedName name, Location location) {
        if (catalog.sequences().stream().anyMatch(s -> s.name().equals(name))) {
            return Misfit.ofTable(Kind.UNLISTABLE_TABLE, location, name, quoted(name) + " is a sequence" + ONLY_TABLES);
        }
        if (name.schema().startsWith("pg_") || name.schema().equals("information_schema")) {
            return Misfit.ofTable(
                    Kind.UNLISTABLE_TABLE,
                    location,
                    name,
                    quoted(name) + " belongs to PostgreSQL itself and does not travel. Remove it.");
        }
        Optional<String> nearest = nearest(name).map(QualifiedName::toString);
        if (catalog.schemas().contains(name.schema())) {
            return Misfit.ofTable(Kind.UNKNOWN_TABLE, location, name, "there is no table " + quoted(name))
                    .near(nearest);
        }
        return Misfit.ofTable(
                        Kind.UNKNOWN_TABLE,
                        location,
                        name,
                        "there is no schema " + Quoted.json(name.schema()) + " for table " + quoted(name))
                .near(nearest.or(() -> NearestName.of(name.schema(), catalog.schemas())));
    }

    private Optional<QualifiedName> nearest(QualifiedName wanted) {
        QualifiedName withDot = new QualifiedName("public", wanted.schema() + "." + wanted.name());
        if (listable.contains(withDot)) {
            return Optional.of(withDot);
        }
        return listable.stream()
                .filter(candidate -> difference(wanted, candidate).isPresent())
                .min(Comparator.<QualifiedName>comparingInt(
                                candidate -> difference(wanted, candidate).orElseThrow())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The same name in another schema is nearer than another name in the same schema. */
    private static OptionalInt difference(QualifiedName wanted, QualifiedName candidate) {
        OptionalInt name = NearestName.distance(wanted.name(), candidate.name());
        if (name.isEmpty()) {
            return name;
        }
        boolean sameSchema = wanted.schema().equals(candidate.schema());
        boolean similarSchema =
                NearestName.distance(wanted.schema(), candidate.schema()).isPresent();
        return OptionalInt.of(name.getAsInt() * 3 + (sameSchema ? 0 : similarSchema ? 1 : 2));
    }

    private static String quoted(QualifiedName name) {
        return Quoted.json(name.toString());
    }
}
