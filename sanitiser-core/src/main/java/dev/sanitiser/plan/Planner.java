package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Exclusion;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.fake.Fake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns catalog, allow list and options into a plan: rule after rule, every problem collected, no database asked. */
final class Planner {

    private final AllowList allowList;
    private final PlanOptions options;
    private final Catalog catalog;
    private final CatalogIndex index;
    private final ResolvedAllowList resolved;
    private final Drafts drafts = new Drafts();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final GeneratorChooser fakes;
    private final Fittings fittings;
    private final CandidateSearch search;
    private final Map<Long, List<ColumnPlan>> columns = new LinkedHashMap<>();
    private final Map<Long, TablePlan> tables = new HashMap<>();

    private Planner(Catalog catalog, AllowList allowList, PlanOptions options) {
        this.allowList = allowList;
        this.options = options;
        this.catalog = catalog;
        this.index = new CatalogIndex(catalog);
        this.fakes = new GeneratorChooser(options.generators(), allowList.source(), problems);
        this.fittings = new Fittings(fakes, index.relations());
        this.search = new CandidateSearch(fakes, fittings, this::reroute);
        this.resolved = AllowListResolver.resolve(allowList, catalog, options, SupportedFakes.of(options.generators()));
    }

    /**
     * Applies the rules that need no proof.
     *
     * @throws SanitiserException of kind PLAN with every problem found
     */
    static Planner prepare(Catalog catalog, AllowList allowList, PlanOptions options) {
        UnknownOptions.refuse(options, catalog);
        Planner planner = new Planner(catalog, allowList, options);
        planner.applyRules();
        return planner;
    }

    private void applyRules() {
        selected().filter(r -> rowsOf(r).copiesAllRows()).forEach(this::begin);
        new ForeignKeyRules(index, drafts, this::travels, problems, notes).apply();
        UniqueRules unique = new UniqueRules(index, fakes, problems);
        drafts.all().forEach(unique::apply);
        drafts.all().forEach(this::exclusions);
        drafts.all().stream()
                .filter(d -> PartitionRules.isRoutedByFakedHash(index, d))
                .forEach(TableDraft::leaveHashPartition);
    }

    /** The plan with the first candidates. */
    Draft draft() {
        return redraft(drafts.all().stream().map(d -> d.relation().oid()).collect(Collectors.toSet()));
    }

    /**
     * The plan after some tables changed, with the proofs of those tables, of those that draw keys from them, and of
     * views.
     */
    Draft redraft(Set<Long> changed) {
        Set<Long> affected = withThoseThatDrawFrom(changed);
        List<TableDraft> affectedDrafts = drafts.all().stream()
                .filter(d -> affected.contains(d.relation().oid()))
                .toList();
        affectedDrafts.forEach(d -> columns.put(d.relation().oid(), columnPlans(d)));
        throwIfProblems(problems);
        PartitionRules partitions = new PartitionRules(index, problems);
        selected()
                .filter(r -> affected.contains(r.oid()) || !tables.containsKey(r.oid()))
                .forEach(r -> tables.put(r.oid(), table(r, columns, partitions)));
        List<TablePlan> plans =
                selected().map(r -> Objects.requireNonNull(tables.get(r.oid()))).toList();
        List<Proof> proofs = Stream.concat(
                        plans.stream().filter(t -> affected.contains(t.oid())).flatMap(this::proofs),
                        proofsOfViews(plans))
                .toList();
        throwIfProblems(problems);
        plans.stream().filter(t -> affected.contains(t.oid())).forEach(StatementProof::require);
        return new Draft(new SanitisationPlan(allowList, options, plans, notes), proofs);
    }

    /**
     * Chooses other fakes where proofs failed.
     *
     * @return the tables that changed, by oid; empty if there is nothing left to try
     */
    Set<Long> answer(List<Proof> failed) {
        return search.answer(failed);
    }

    private Set<Long> withThoseThatDrawFrom(Set<Long> changed) {
        Set<Long> affected = new HashSet<>(changed);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (TableDraft draft : drafts.all()) {
                boolean draws = draft.keyRequests().stream()
                        .flatMap(r -> index.storage(r.referenced()).stream())
                        .anyMatch(r -> affected.contains(r.oid()));
                grew |= draws && affected.add(draft.relation().oid());
            }
        }
        return affected;
    }

    /** Rows of one partition that may go to others can meet the rows of all of them. */
    private Set<Long> reroute(TableDraft draft) {
        List<Relation> ancestors = index.ancestors(draft.relation());
        if (ancestors.isEmpty() || draft.isRerouted()) {
            return Set.of();
        }
        List<TableDraft> leaves = index.storage(ancestors.get(ancestors.size() - 1)).stream()
                .filter(drafts::copies)
                .map(drafts::of)
                .toList();
        leaves.forEach(TableDraft::reroute);
        return leaves.stream().map(d -> d.relation().oid()).collect(Collectors.toSet());
    }

    private Stream<Proof> proofs(TablePlan table) {
        return table.rows().copiesAllRows()
                ? ProofRules.of(drafts.of(index.relation(table.oid())), table, problems).stream()
                : Stream.empty();
    }

    private Stream<Proof> proofsOfViews(List<TablePlan> tables) {
        MaterialisedViewProofs proofs =
                new MaterialisedViewProofs(new ViewSources(catalog, index), drafts, tables, this::travels, problems);
        return catalog.relations().stream()
                .filter(r -> r.kind() == Relation.Kind.MATERIALIZED_VIEW)
                .filter(r -> r.extension().isEmpty() && options.selects(r.name()))
                .flatMap(r -> proofs.of(r).stream());
    }

    static void throwIfProblems(List<String> problems) {
        if (!problems.isEmpty()) {
            throw SanitiserException.of(FailureKind.PLAN, "The allow list does not fit the database", problems);
        }
    }

    private Stream<Relation> selected() {
        return catalog.relations().stream().filter(r -> resolved.table(r.oid()).isPresent());
    }

    /** Whether a table is in the copy, with or without rows; an extension's table is not ours to copy. */
    private boolean travels(Relation table) {
        return table.extension().isPresent()
                || (table.kind() == Relation.Kind.FOREIGN_TABLE
                        ? options.selects(table.name())
                        : index.storage(table).stream()
                                .anyMatch(r -> resolved.table(r.oid()).isPresent()));
    }

    private RowSelection rowsOf(Relation relation) {
        return resolved.table(relation.oid()).orElseThrow().rows();
    }

    private void begin(Relation relation) {
        TableDraft draft =
                new TableDraft(relation, resolved.table(relation.oid()).orElseThrow());
        drafts.add(draft);
        relation.columns().stream()
                .filter(c -> draft.fakeSpec(c)
                        .filter(FakeSpec.Null.class::isInstance)
                        .isPresent())
                .forEach(c -> listedAsNull(draft, c));
    }

    private void listedAsNull(TableDraft draft, Column column) {
        if (TableDraft.forbidsNull(column)) {
            problems.add(draft.nameOf(column) + ": the allow list asks for NULL, but the column is NOT NULL. Remove "
                    + "the entry, or name a generator.");
        } else {
            draft.makeNull(column, "listed as \"null\" under \"fake\"");
        }
    }

    private void exclusions(TableDraft draft) {
        for (Relation owner : index.lineage(draft.relation())) {
            for (Exclusion exclusion : owner.exclusions()) {
                List<String> faked = exclusion.columns().stream()
                        .map(n -> CatalogIndex.inPartition(draft.relation(), owner, n))
                        .filter(c -> !draft.isKept(c))
                        .map(Column::name)
                        .toList();
                if (!faked.isEmpty()) {
                    problems.add(draft.relation().name() + ", exclusion constraint " + exclusion.name()
                            + ": this version cannot fake " + String.join(", ", faked)
                            + " so that it holds. Keep " + String.join(", ", faked) + ".");
                }
            }
        }
    }

    private List<ColumnPlan> columnPlans(TableDraft draft) {
        TableScope scope = new TableScope(draft.keptColumns());
        List<ColumnPlan> plans = new ArrayList<>();
        for (Column column : draft.relation().columns()) {
            treatment(draft, column, scope).ifPresent(t -> plans.add(new ColumnPlan(column, t)));
        }
        return plans;
    }

    private Optional<ColumnTreatment> treatment(TableDraft draft, Column column, TableScope scope) {
        if (!column.isStoredFromRows()) {
            return Optional.of(new ColumnTreatment.Computed("generated column: computed from its row"));
        }
        if (draft.nullReason(column).isPresent()) {
            return draft.nullReason(column).map(ColumnTreatment.AlwaysNull::new);
        }
        if (draft.isKept(column)) {
            return Optional.of(new ColumnTreatment.Keep("listed under keep"));
        }
        if (draft.reference(column).isPresent()) {
            return draft.reference(column).map(r -> reference(r.request(), r.position()));
        }
        if (draft.keptPaths(column).isPresent()) {
            return draft.keptPaths(column)
                    .map(p -> new ColumnTreatment.KeepPaths(p.paths(), "paths listed under keep"));
        }
        return fakes.choose(draft, column, scope.ordinal())
                .map(f -> fakeValue(draft, column, f, fittings.of(draft, column, scope.ordinal())));
    }

    private static ColumnTreatment reference(KeyRequest request, int position) {
        return new ColumnTreatment.Reference(
                request.foreignKey(),
                request.referenced().name(),
                position,
                "some existing key of " + request.referenced().name() + ", for foreign key " + request.foreignKey());
    }

    private ColumnTreatment fakeValue(TableDraft draft, Column column, Fake fake, Optional<Fitting> fitting) {
        String rule = fakes.reason(draft, column);
        List<String> rules = new ArrayList<>(List.of(
                draft.fakeSpec(column)
                                .filter(s -> !(s instanceof FakeSpec.Automatic))
                                .isPresent()
                        ? rule
                        : "not kept; " + rule));
        if (draft.isUnique(column)) {
            rules.add("unique");
        }
        if (fitting.isPresent()) {
            rules.add("fitted to the rest of its row");
        }
        return new ColumnTreatment.FakeValue(fake, fitting, draft.sqlExpression(column), String.join("; ", rules));
    }

    private TablePlan table(Relation relation, Map<Long, List<ColumnPlan>> columns, PartitionRules partitions) {
        Optional<TableDraft> draft =
                Optional.of(relation).filter(drafts::copies).map(drafts::of);
        Optional<QualifiedName> root = draft.flatMap(partitions::loadedThrough);
        return new TablePlan(
                relation.oid(),
                relation.name(),
                rowsOf(relation),
                draft.map(d -> columns.getOrDefault(relation.oid(), List.of())).orElse(List.of()),
                draft.map(d -> new KeyPools(index, drafts, columns, fakes, problems).of(d))
                        .orElse(List.of()),
                root,
                relation.estimatedRowCount(),
                relation.sizeInBytes());
    }
}
