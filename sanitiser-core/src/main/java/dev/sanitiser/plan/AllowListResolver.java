package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.AllowListOptions.Unlisted;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.Quoted;
import dev.sanitiser.allowlist.TableEntry;
import dev.sanitiser.allowlist.TableEntry.Rows;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.Misfit.Kind;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds every name of an allow list in the catalog, and what the list means for every table that holds rows. */
final class AllowListResolver {

    private final AllowList allowList;
    private final PlanOptions options;
    private final SupportedFakes supportedFakes;
    private final SourceTables tables;
    private final UnlistableTables unlistable;
    private final List<Misfit> misfits = new ArrayList<>();
    private final Set<QualifiedName> listed = new HashSet<>();
    private final Map<Long, ResolvedTable> resolved = new HashMap<>();

    private AllowListResolver(
            AllowList allowList, Catalog catalog, PlanOptions options, SupportedFakes supportedFakes) {
        this.allowList = allowList;
        this.options = options;
        this.supportedFakes = supportedFakes;
        this.tables = new SourceTables(catalog, options);
        this.unlistable = new UnlistableTables(catalog, tables);
    }

    /** @throws SanitiserException of kind PLAN with everything in the list that does not fit the database */
    static ResolvedAllowList resolve(
            AllowList allowList, Catalog catalog, PlanOptions options, SupportedFakes supportedFakes) {
        Resolution resolution = examine(allowList, catalog, options, supportedFakes);
        boolean acceptsUnclassified = options.unclassifiedColumns() == UnclassifiedColumns.FAKE;
        Misfits.refuse(
                allowList.source(),
                resolution.fit().misfits().stream()
                        .filter(m -> !(acceptsUnclassified && m.kind() == Kind.UNCLASSIFIED_COLUMNS))
                        .toList());
        return resolution.resolved();
    }

    /** Resolves as much of a list as fits. */
    static Resolution examine(
            AllowList allowList, Catalog catalog, PlanOptions options, SupportedFakes supportedFakes) {
        return new AllowListResolver(allowList, catalog, options, supportedFakes).examine();
    }

    /** What of a list fits, and what does not. */
    record Resolution(ResolvedAllowList resolved, AllowListFit fit) {}

    private Resolution examine() {
        allowList.tables().forEach(this::resolveEntry);
        requireListedTableThatTravels();
        List<Relation> unlisted = tables.listable().stream()
                .filter(t -> !listed.contains(t.name()) && tables.travels(t))
                .toList();
        reportUnlisted(unlisted);
        resolveUnlisted();
        return new Resolution(new ResolvedAllowList(resolved), new AllowListFit(misfits, unlisted));
    }

    private void resolveEntry(TableEntry entry) {
        listed.add(entry.name());
        Optional<Relation> relation = tables.named(entry.name());
        Optional<Misfit> objection = relation.isEmpty()
                ? Optional.of(unlistable.unknown(entry.name(), entry.location()))
                : relation.flatMap(r -> unlistable.objection(r, entry.location()));
        if (objection.isPresent()) {
            misfits.add(objection.get());
        } else {
            relation.ifPresent(table -> resolveTable(entry, table));
        }
    }

    private void resolveTable(TableEntry entry, Relation table) {
        List<Relation> holdingRows = tables.holdingRows(table);
        ListedColumns columns = new ListedColumns(entry, table, holdingRows, supportedFakes, misfits);
        Map<String, ColumnChoice> choices = columns.resolve();
        if (entry.rows() == Rows.ALL && tables.travels(table)) {
            columns.findUnclassified(choices);
        }
        holdingRows.stream()
                .filter(tables::travels)
                .forEach(relation -> resolved.put(
                        relation.oid(), new ResolvedTable(rows(entry, relation), byNumber(relation, choices))));
    }

    private static RowSelection rows(TableEntry entry, Relation relation) {
        String reason = relation.name().equals(entry.name()) ? "listed" : "listed as " + entry.name();
        return entry.rows() == Rows.ALL
                ? RowSelection.all(reason)
                : RowSelection.none(reason + " with \"rows\": \"none\"");
    }

    /** By name, because a partition may number the columns in another way than its root. */
    private static Map<Integer, ColumnChoice> byNumber(Relation relation, Map<String, ColumnChoice> choices) {
        return relation.columns().stream()
                .collect(Collectors.toMap(
                        Column::number, c -> choices.getOrDefault(c.name(), new ColumnChoice.Default())));
    }

    private void requireListedTableThatTravels() {
        boolean somethingTravels =
                tables.listable().stream().anyMatch(t -> listed.contains(t.name()) && tables.travels(t));
        boolean fits = misfits.stream().allMatch(m -> m.kind() == Kind.UNCLASSIFIED_COLUMNS);
        if (fits && !somethingTravels) {
            misfits.add(Misfit.ofList(
                    Kind.NOTHING_TRAVELS,
                    options.schemas().isEmpty()
                            ? "names only tables that are excluded; list one that is not"
                            : "names no table of the selected schemas, "
                                    + Quoted.json(new TreeSet<>(options.schemas()))
                                    + ", that is not excluded; list one, or select another schema"));
        }
    }

    private void resolveUnlisted() {
        RowSelection rows = rowsOfUnlisted();
        tables.holdingRows().stream()
                .filter(tables::travels)
                .forEach(relation ->
                        resolved.putIfAbsent(relation.oid(), new ResolvedTable(rows, byNumber(relation, Map.of()))));
    }

    private RowSelection rowsOfUnlisted() {
        Unlisted unlisted = allowList.options().unlisted();
        String reason = "not listed; \"unlisted\" is \"" + unlisted.word() + "\"";
        return unlisted == Unlisted.FAKE ? RowSelection.all(reason) : RowSelection.none(reason);
    }

    private void reportUnlisted(List<Relation> unlisted) {
        if (allowList.options().unlisted() == Unlisted.ERROR && !unlisted.isEmpty()) {
            List<String> names = unlisted.stream().map(t -> t.name().toString()).toList();
            Location location = allowList.options().unlistedLocation().orElse(new Location(1, 1));
            misfits.add(new Misfit(
                    Kind.UNLISTED_TABLES,
                    Optional.of(location),
                    Optional.empty(),
                    List.of(),
                    "\"unlisted\" is \"error\", and these tables are not listed: " + Quoted.json(names)
                            + "; list them, or set \"unlisted\" to \"structure\" or \"fake\"",
                    Optional.empty()));
        }
    }
}
