package dev.sanitiser.drift;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.AllowListOptions.Unlisted;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.TableEntry;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.drift.Finding.Mending;
import dev.sanitiser.plan.AllowListFit;
import dev.sanitiser.plan.Misfit;
import dev.sanitiser.plan.Misfit.Kind;
import dev.sanitiser.plan.PlanMaker;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what does not fit a list into findings: one for each column, with what it may have been renamed to. */
final class DriftFinder {

    private static final Set<Kind> REMOVED = EnumSet.of(Kind.UNLISTABLE_TABLE, Kind.UNFIT_PATH, Kind.GENERATED_COLUMN);

    private static final Comparator<Finding> IN_ORDER = Comparator.comparing(
                    (Finding f) -> f.location().orElse(new Location(Integer.MAX_VALUE, 1)))
            .thenComparing(f -> f.table().map(QualifiedName::toString).orElse(""));

    private final AllowList allowList;
    private final boolean strict;
    private final AllowListFit fit;
    private final Map<QualifiedName, TableEntry> entries = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> renamedColumns = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> renamedTables;
    private final RootTables roots;

    DriftFinder(Catalog catalog, AllowList allowList, PlanOptions options) {
        this.allowList = allowList;
        this.strict = options.unclassifiedColumns() == UnclassifiedColumns.ERROR;
        this.fit = PlanMaker.fit(catalog, allowList, options);
        this.roots = new RootTables(catalog);
        allowList.tables().forEach(e -> entries.put(e.name(), e));
        this.renamedTables =
                RenamedTables.of(of(Kind.UNKNOWN_TABLE).map(this::entry).toList(), fit.unlisted());
        of(Kind.UNCLASSIFIED_COLUMNS)
                .forEach(m -> renamedColumns.put(
                        table(m), Renames.ofColumns(gone(table(m), Kind.UNKNOWN_COLUMN), m.columns())));
    }

    Drift find() {
        List<Finding> findings = new ArrayList<>();
        fit.misfits().stream().flatMap(this::findings).forEach(findings::add);
        fit.unlisted().stream().map(this::unlisted).forEach(findings::add);
        findings.sort(IN_ORDER);
        return new Drift(allowList.source(), Drift.names(allowList), findings);
    }

    private Stream<Misfit> of(Kind kind) {
        return fit.misfits().stream().filter(m -> m.kind() == kind);
    }

    private List<String> gone(QualifiedName table, Kind... kinds) {
        return Stream.of(kinds)
                .flatMap(this::of)
                .filter(m -> m.table().equals(Optional.of(table)))
                .flatMap(m -> m.columns().stream())
                .toList();
    }

    private Stream<Finding> findings(Misfit misfit) {
        return switch (misfit.kind()) {
            case UNKNOWN_TABLE -> Stream.of(goneTable(misfit));
            case UNLISTABLE_TABLE, PARTITION -> Stream.of(as(FindingKind.UNLISTABLE_TABLE, misfit));
            case UNKNOWN_COLUMN -> Stream.of(goneColumn(FindingKind.UNKNOWN_COLUMN, misfit));
            case UNKNOWN_PATH -> Stream.of(goneColumn(FindingKind.UNKNOWN_PATH, misfit));
            case UNFIT_PATH -> Stream.of(as(FindingKind.UNKNOWN_PATH, misfit));
            case CONTRADICTION, GENERATED_COLUMN, UNFIT_FAKE -> Stream.of(as(FindingKind.UNFIT_ENTRY, misfit));
            case UNCLASSIFIED_COLUMNS -> unclassified(misfit);
            case UNLISTED_TABLES -> Stream.empty();
            case NOTHING_TRAVELS, UNKNOWN_OPTION -> Stream.of(as(FindingKind.UNKNOWN_OPTION, misfit));
            case RULE -> Stream.of(as(FindingKind.BROKEN_RULE, misfit));
        };
    }

    /** A misfit whose message says all. */
    private Finding as(FindingKind kind, Misfit misfit) {
        Optional<QualifiedName> table = misfit.table().map(t -> entries.containsKey(t) ? t : roots.of(t));
        return new Finding(
                kind,
                Severity.ERROR,
                misfit.location().or(() -> table.map(entries::get).map(TableEntry::location)),
                table,
                misfit.columns().stream().findFirst(),
                misfit.message(),
                misfit.nearest(),
                Optional.empty(),
                REMOVED.contains(misfit.kind()) ? Mending.REMOVE : Mending.NONE);
    }

    private Finding goneTable(Misfit misfit) {
        Optional<String> renamed =
                Optional.ofNullable(renamedTables.get(table(misfit))).map(QualifiedName::toString);
        return gone(
                FindingKind.UNKNOWN_TABLE,
                misfit.nearest().filter(listedTables()::contains).isPresent() ? misfit.withoutNearest() : misfit,
                renamed,
                Remedies::goneTable);
    }

    private Finding goneColumn(FindingKind kind, Misfit misfit) {
        Optional<String> renamed = Optional.ofNullable(
                renamedColumns.getOrDefault(table(misfit), Map.of()).get(column(misfit)));
        boolean isListed = kind == FindingKind.UNKNOWN_COLUMN
                && misfit.nearest().filter(listedColumns(misfit)::contains).isPresent();
        return gone(kind, isListed ? misfit.withoutNearest() : misfit, renamed, Remedies::goneColumn);
    }

    /** What is listed under its own name was not meant by another. */
    private Set<String> listedTables() {
        return entries.keySet().stream().map(QualifiedName::toString).collect(Collectors.toSet());
    }

    private Set<String> listedColumns(Misfit misfit) {
        TableEntry entry = entry(misfit);
        return Stream.concat(
                        entry.keep().stream().map(TableEntry.Kept::column),
                        entry.fake().stream().map(TableEntry.Faked::column))
                .collect(Collectors.toSet());
    }

    private static Finding gone(
            FindingKind kind, Misfit misfit, Optional<String> renamed, Function<Optional<String>, Remedy> remedy) {
        boolean guessed = renamed.isPresent() && !renamed.equals(misfit.nearest());
        Optional<String> nearest = renamed.or(misfit::nearest);
        return new Finding(
                kind,
                Severity.ERROR,
                misfit.location(),
                misfit.table(),
                misfit.columns().stream().findFirst(),
                guessed ? misfit.found() + renamed("to", renamed) : misfit.message(),
                nearest,
                Optional.of(remedy.apply(nearest)),
                Mending.REMOVE);
    }

    private Stream<Finding> unclassified(Misfit misfit) {
        QualifiedName table = table(misfit);
        Map<String, String> renamed = renamedColumns.getOrDefault(table, Map.of());
        Set<String> gone = Set.copyOf(gone(table, Kind.UNKNOWN_COLUMN, Kind.UNKNOWN_PATH, Kind.UNFIT_PATH));
        Remedy remedy = Remedies.unclassified(entry(misfit), gone, misfit.columns());
        return misfit.columns().stream().map(column -> {
            Optional<String> before = oldName(renamed, column);
            return new Finding(
                    FindingKind.UNCLASSIFIED_COLUMN,
                    strict ? Severity.ERROR : Severity.NOTICE,
                    misfit.location(),
                    misfit.table(),
                    Optional.of(column),
                    "column " + JsonText.quoted(column) + " of table " + JsonText.quoted(table.toString())
                            + " is neither kept nor faked" + renamed("from", before),
                    before,
                    Optional.of(remedy),
                    strict ? Mending.ADD : Mending.NONE);
        });
    }

    private Finding unlisted(Relation table) {
        Unlisted unlisted = allowList.options().unlisted();
        Optional<Location> option = allowList.options().unlistedLocation();
        boolean isError = unlisted == Unlisted.ERROR || (strict && option.isEmpty());
        Optional<String> before = oldName(renamedTables, table.name()).map(QualifiedName::toString);
        return new Finding(
                FindingKind.UNLISTED_TABLE,
                isError ? Severity.ERROR : Severity.NOTICE,
                unlisted == Unlisted.ERROR ? option : Optional.empty(),
                Optional.of(table.name()),
                Optional.empty(),
                "table " + JsonText.quoted(table.name().toString()) + " is not listed" + consequence(unlisted)
                        + renamed("from", before),
                before,
                Optional.of(Remedies.unlisted(table, unlisted, strict)),
                isError ? Mending.ADD : Mending.NONE);
    }

    private static String consequence(Unlisted unlisted) {
        return switch (unlisted) {
            case STRUCTURE -> ", so no rows of it are copied";
            case FAKE -> ", so all its rows are copied and every column is faked";
            case ERROR -> ", and \"unlisted\" is \"error\"";
        };
    }

    private static String renamed(String direction, Optional<String> name) {
        return name.map(n -> "; was it renamed " + direction + " " + JsonText.quoted(n) + "?")
                .orElse("");
    }

    private static <T> Optional<T> oldName(Map<T, T> renamed, T name) {
        return renamed.entrySet().stream()
                .filter(e -> e.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private TableEntry entry(Misfit misfit) {
        return Optional.ofNullable(entries.get(table(misfit))).orElseThrow();
    }

    private static QualifiedName table(Misfit misfit) {
        return misfit.table().orElseThrow();
    }

    private static String column(Misfit misfit) {
        return misfit.columns().get(0);
    }
}
