package dev.sanitiser.plan;

import dev.sanitiser.allowlist.DocumentPath;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.allowlist.TableEntry.Kept;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.Misfit.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the paths under {@code keep} that lead into documents of a table. */
final class ListedPaths {

    private static final Set<QualifiedName> DOCUMENTS =
            Set.of(new QualifiedName("pg_catalog", "json"), new QualifiedName("pg_catalog", "jsonb"));

    private final Relation table;
    private final List<Misfit> misfits;
    private final Map<String, List<DocumentPath>> paths = new HashMap<>();
    private final Map<String, Location> locations = new HashMap<>();

    ListedPaths(Relation table, List<Misfit> misfits) {
        this.table = table;
        this.misfits = misfits;
    }

    /**
     * Takes an entry that is no column's name.
     *
     * @return whether it is a path; one that leads nowhere is then among the misfits
     */
    boolean add(Kept kept) {
        Optional<DocumentPath> path = DocumentPath.parse(kept.column())
                .filter(p -> table.column(p.column()).isPresent() || !isNearlyAColumn(kept.column()));
        path.ifPresent(p -> add(p, kept));
        return path.isPresent();
    }

    /** A column's name may have a dot or a bracket. */
    private boolean isNearlyAColumn(String text) {
        return !NearestName.hint(text, names()).isEmpty();
    }

    private void add(DocumentPath path, Kept kept) {
        Optional<Column> column = table.column(path.column());
        String place = "path " + Quoted.json(kept.column()) + " of table "
                + Quoted.json(table.name().toString());
        if (column.isEmpty()) {
            misfits.add(misfit(
                            Kind.UNKNOWN_PATH,
                            kept,
                            place + " needs a column " + Quoted.json(path.column()) + ", which the table does not have")
                    .near(NearestName.of(path.column(), names())));
        } else if (!isDocument(column.get().type().type())) {
            misfits.add(misfit(
                    Kind.UNFIT_PATH,
                    kept,
                    place + " leads into a column of type "
                            + column.get().type().formatted()
                            + "; paths lead into json and jsonb only. Keep the column, or remove the path."));
        } else if (!column.get().isStoredFromRows()) {
            misfits.add(misfit(
                    Kind.UNFIT_PATH,
                    kept,
                    place + " leads into a generated column, which PostgreSQL computes from the others. Remove it."));
        } else {
            paths.computeIfAbsent(path.column(), c -> new ArrayList<>()).add(path);
            locations.putIfAbsent(path.column(), kept.location());
        }
    }

    private Misfit misfit(Kind kind, Kept kept, String found) {
        return Misfit.ofColumn(kind, kept.location(), table.name(), kept.column(), found);
    }

    private List<String> names() {
        return table.columns().stream().map(Column::name).toList();
    }

    private static boolean isDocument(DataType type) {
        return type instanceof DataType.Domain domain
                ? isDocument(domain.underlying().type())
                : DOCUMENTS.contains(type.name());
    }

    /** @param choices what the entry says of whole columns; those with paths join them */
    void addTo(Map<String, ColumnChoice> choices) {
        paths.forEach((column, listed) -> {
            Location location = locations.getOrDefault(column, new Location(1, 1));
            ColumnChoice before = choices.putIfAbsent(column, new ColumnChoice.KeepPaths(listed, location));
            if (before != null) {
                misfits.add(Misfit.ofColumn(
                        Kind.CONTRADICTION,
                        location,
                        table.name(),
                        listed.get(0).toString(),
                        "path " + Quoted.json(listed.get(0).toString()) + " leads into column " + Quoted.json(column)
                                + " of table " + Quoted.json(table.name().toString()) + ", which is also "
                                + (before instanceof ColumnChoice.Keep ? "kept as a whole" : "listed under \"fake\"")
                                + "; remove one of the two"));
            }
        });
    }
}
