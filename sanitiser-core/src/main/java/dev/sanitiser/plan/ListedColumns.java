package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.allowlist.TableEntry;
import dev.sanitiser.allowlist.TableEntry.Faked;
import dev.sanitiser.allowlist.TableEntry.Kept;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.Misfit.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the columns of one entry in its table. */
final class ListedColumns {

    private final TableEntry entry;
    private final Relation table;
    private final List<Relation> holdingRows;
    private final SupportedFakes supportedFakes;
    private final List<Misfit> misfits;

    /** @param holdingRows the table itself or its partitions, which may be stricter about NULL */
    ListedColumns(
            TableEntry entry,
            Relation table,
            List<Relation> holdingRows,
            SupportedFakes supportedFakes,
            List<Misfit> misfits) {
        this.entry = entry;
        this.table = table;
        this.holdingRows = holdingRows;
        this.supportedFakes = supportedFakes;
        this.misfits = misfits;
    }

    /** @return what the entry says, by the columns' names; what does not fit is a misfit */
    Map<String, ColumnChoice> resolve() {
        Map<String, ColumnChoice> choices = new HashMap<>();
        ListedPaths paths = new ListedPaths(table, misfits);
        for (Kept kept : entry.keep()) {
            boolean isPath = table.column(kept.column()).isEmpty() && paths.add(kept);
            if (!isPath && column(kept.column(), kept.location()).isPresent()) {
                choices.put(kept.column(), new ColumnChoice.Keep(kept.location()));
            }
        }
        for (Faked faked : entry.fake()) {
            supportedFakes
                    .objections(faked.spec())
                    .forEach(o -> misfits.add(unfit(faked, o.found()).near(o.nearest())));
            column(faked.column(), faked.location()).ifPresent(column -> check(column, faked));
            choices.put(
                    faked.column(),
                    faked.spec() instanceof FakeSpec.Pseudonym
                            ? new ColumnChoice.Pseudonym(faked.specLocation())
                            : new ColumnChoice.Fake(faked.spec(), faked.specLocation()));
        }
        paths.addTo(choices);
        return choices;
    }

    /**
     * Finds the columns that rows bring a value for and that are not listed.
     *
     * @param choices what the entry says
     */
    void findUnclassified(Map<String, ColumnChoice> choices) {
        List<String> missing = table.columns().stream()
                .filter(Column::isStoredFromRows)
                .map(Column::name)
                .collect(Collectors.toList());
        missing.removeAll(choices.keySet());
        if (!missing.isEmpty()) {
            String fakes =
                    missing.stream().map(c -> Quoted.json(c) + ": \"auto\"").collect(Collectors.joining(", "));
            misfits.add(new Misfit(
                    Kind.UNCLASSIFIED_COLUMNS,
                    Optional.of(entry.location()),
                    Optional.of(table.name()),
                    missing,
                    "table " + tableName() + " has columns that are neither kept nor faked: " + Quoted.json(missing)
                            + "; put them under \"keep\", or write \"fake\": {" + fakes + "}",
                    Optional.empty()));
        }
    }

    private Optional<Column> column(String name, Location location) {
        Optional<Column> column = table.column(name);
        if (column.isEmpty()) {
            List<String> names = table.columns().stream().map(Column::name).toList();
            misfits.add(Misfit.ofColumn(
                            Kind.UNKNOWN_COLUMN,
                            location,
                            table.name(),
                            name,
                            "table " + tableName() + " has no column " + Quoted.json(name))
                    .near(NearestName.of(name, names)));
        }
        return column;
    }

    private void check(Column column, Faked faked) {
        String name = "column " + Quoted.json(column.name()) + " of table " + tableName();
        if (!column.isStoredFromRows()) {
            misfits.add(Misfit.ofColumn(
                    Kind.GENERATED_COLUMN,
                    faked.location(),
                    table.name(),
                    column.name(),
                    name + " is generated: PostgreSQL computes it from the other columns. Remove it."));
        } else if (faked.spec() instanceof FakeSpec.Null && forbidsNull(column.name())) {
            misfits.add(unfit(faked, name + " cannot be NULL; name a generator instead"));
        }
    }

    private Misfit unfit(Faked faked, String found) {
        return Misfit.ofColumn(Kind.UNFIT_FAKE, faked.specLocation(), table.name(), faked.column(), found);
    }

    private boolean forbidsNull(String column) {
        return Stream.concat(Stream.of(table), holdingRows.stream())
                .flatMap(relation -> relation.column(column).stream())
                .anyMatch(c -> c.notNull() || forbidsNull(c.type().type()));
    }

    private static boolean forbidsNull(DataType type) {
        return type instanceof DataType.Domain domain
                && (domain.notNull() || forbidsNull(domain.underlying().type()));
    }

    private String tableName() {
        return Quoted.json(table.name().toString());
    }
}
