package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.fake.Generators;
import java.util.ArrayList;
import java.util.EnumSet;
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

    /** What does not keep the rules from being applied. */
    private static final Set<Misfit.Kind> FOLLOWED_BY_RULES =
            EnumSet.of(Misfit.Kind.UNCLASSIFIED_COLUMNS, Misfit.Kind.UNLISTED_TABLES);

    private final AllowList allowList;
    private final PlanOptions options;
    private final Catalog catalog;
    private final CatalogIndex index;
    private final ResolvedAllowList resolved;
    private final Drafts drafts;
    private final PseudonymDomains pseudonyms;
    private final Treatments treatments;
    private final List<Misfit> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final GeneratorChooser fakes;
    private final Fittings fittings;
    private final CandidateSearch search;
    private final Map<Long, List<ColumnPlan>> columns = new LinkedHashMap<>();
    private final Map<Long, TablePlan> tables = new HashMap<>();

    private Planner(
            Catalog catalog,
            AllowList allowList,
            PlanOptions options,
            Generators generators,
            ResolvedAllowList resolved) {
        this.allowList = allowList;
        this.options = options;
        this.catalog = catalog;
        this.index = new CatalogIndex(catalog);
        this.fakes = new GeneratorChooser(generators, problems);
        this.fittings = new Fittings(fakes, index.relations());
        this.search = new CandidateSearch(fakes, fittings, this::reroute);
        this.resolved = resolved;
        KeyRules.Outcome keys = new KeyRules(index, this::travels, fakes).apply(this::begin);
        this.drafts = keys.drafts();
        this.problems.addAll(keys.messages().problems());
        this.notes.addAll(keys.messages().notes());
        findMissingPseudonyms();
        this.pseudonyms = new PseudonymDomains(keys.domains(), fakes, problems);
        this.treatments = new Treatments(fakes, fittings, pseudonyms);
    }

    /** A column whose key nobody fakes would keep its real values. */
    private void findMissingPseudonyms() {
        for (TableDraft draft : drafts.all()) {
            for (Column column : draft.keptColumns()) {
                draft.pseudonymLocation(column)
                        .map(l -> Misfit.ofColumn(
                                Misfit.Kind.UNFIT_FAKE,
                                l,
                                draft.relation().name(),
                                column.name(),
                                draft.nameOf(column)
                                        + " cannot be a pseudonym: it refers to no key that is faked in the"
                                        + " copy. Keep it, or write \"auto\"."))
                        .ifPresent(problems::add);
            }
        }
    }

    /**
     * Applies the rules that need no proof.
     *
     * @throws SanitiserException of kind PLAN with every problem found
     */
    static Planner prepare(Catalog catalog, AllowList allowList, PlanOptions options) {
        UnknownOptions.refuse(options, catalog);
        LocalGenerators generators = LocalGenerators.of(allowList, options);
        Misfits.refuse(allowList.source(), generators.misfits());
        ResolvedAllowList resolved =
                AllowListResolver.resolve(allowList, catalog, options, SupportedFakes.of(options.generators()));
        Planner planner = new Planner(catalog, allowList, options, generators.generators(), resolved);
        planner.applyRules();
        return planner;
    }

    /** How well a list fits a database, as far as the rules tell that need no proof. */
    static AllowListFit fit(Catalog catalog, AllowList allowList, PlanOptions options) {
        List<Misfit> misfits = new ArrayList<>(UnknownOptions.find(options, catalog));
        if (!misfits.isEmpty()) {
            return new AllowListFit(misfits, List.of());
        }
        LocalGenerators generators = LocalGenerators.of(allowList, options);
        misfits.addAll(generators.misfits());
        AllowListResolver.Resolution resolution =
                AllowListResolver.examine(allowList, catalog, options, SupportedFakes.of(options.generators()));
        misfits.addAll(resolution.fit().misfits());
        if (misfits.stream().allMatch(m -> FOLLOWED_BY_RULES.contains(m.kind()))) {
            Planner planner = new Planner(catalog, allowList, options, generators.generators(), resolution.resolved());
            misfits.addAll(planner.misfits());
        }
        return new AllowListFit(misfits, resolution.fit().unlisted());
    }

    /**
     * Table by table, none of which is remembered: a plan holds a statement of every column, and nobody asks for it.
     */
    private List<Misfit> misfits() {
        applyRules();
        boolean keysHold = problems.isEmpty();
        ViewSources views = new ViewSources(catalog, index);
        Set<Relation> viewed = viewed(views);
        List<TablePlan> readByViews = new ArrayList<>();
        PartitionRules partitions = new PartitionRules(index, problems);
        selected().forEach(relation -> {
            Optional<TablePlan> plan = plan(relation, partitions, keysHold);
            plan.ifPresent(p -> proofs(p).forEach(proof -> {}));
            plan.filter(p -> viewed.contains(relation)).ifPresent(readByViews::add);
            Optional.of(relation).filter(drafts::copies).map(drafts::of).ifPresent(fakes::forgetTrials);
        });
        if (problems.isEmpty()) {
            proofsOfViews(views, readByViews).forEach(proof -> {});
        }
        return problems;
    }

    /** @return empty if there is none, because the rules about keys or about its own columns do not hold */
    private Optional<TablePlan> plan(Relation relation, PartitionRules partitions, boolean keysHold) {
        int before = problems.size();
        Map<Long, List<ColumnPlan>> own = new HashMap<>();
        if (drafts.copies(relation)) {
            own.put(relation.oid(), columnPlans(drafts.of(relation)));
        }
        return keysHold && problems.size() == before ? Optional.of(table(relation, own, partitions)) : Optional.empty();
    }

    private Set<Relation> viewed(ViewSources views) {
        return materialisedViews()
                .flatMap(v -> views.of(v).columns().keySet().stream())
                .flatMap(t -> views.storage(t).stream())
                .collect(Collectors.toSet());
    }

    /** Drafts of all tables whose rows are copied, as the allow list wants them. */
    private Drafts begin(PlanMessages found) {
        Drafts begun = new Drafts();
        selected().filter(r -> rowsOf(r).copiesAllRows()).forEach(r -> begun.add(begin(r, found)));
        return begun;
    }

    PseudonymDomains pseudonyms() {
        return pseudonyms;
    }

    private void applyRules() {
        drafts.all().stream()
                .filter(d -> PartitionRules.isRoutedByFakedHash(index, d))
                .forEach(TableDraft::leaveHashPartition);
    }

    /** The plan with the first candidates. */
    Draft draft() {
        return redraft(oids());
    }

    private Set<Long> oids() {
        return drafts.all().stream().map(d -> d.relation().oid()).collect(Collectors.toSet());
    }

    /**
     * The plan after some tables changed, with the proofs of those tables, of those that draw keys from them, and of
     * views.
     */
    Draft redraft(Set<Long> changed) {
        Set<Long> affected = affectedBy(changed);
        planColumns(affected);
        refuseMisfits();
        planTables(affected);
        refuseMisfits();
        List<Proof> proofs = proofs(affected);
        refuseMisfits();
        List<TablePlan> plans = plans();
        return new Draft(
                new SanitisationPlan(allowList, options, plans, notes),
                plans.stream().filter(t -> affected.contains(t.oid())).toList(),
                proofs);
    }

    private void planColumns(Set<Long> affected) {
        drafts.all().stream()
                .filter(d -> affected.contains(d.relation().oid()))
                .forEach(d -> columns.put(d.relation().oid(), columnPlans(d)));
    }

    private void planTables(Set<Long> affected) {
        PartitionRules partitions = new PartitionRules(index, problems);
        selected()
                .filter(r -> affected.contains(r.oid()) || !tables.containsKey(r.oid()))
                .forEach(r -> tables.put(r.oid(), table(r, columns, partitions)));
    }

    private List<Proof> proofs(Set<Long> affected) {
        List<TablePlan> plans = plans();
        return Stream.concat(
                        plans.stream().filter(t -> affected.contains(t.oid())).flatMap(this::proofs),
                        proofsOfViews(new ViewSources(catalog, index), plans))
                .toList();
    }

    private List<TablePlan> plans() {
        return selected().map(r -> Objects.requireNonNull(tables.get(r.oid()))).toList();
    }

    private void refuseMisfits() {
        Misfits.refuseInOrder(allowList.source(), problems);
    }

    /**
     * Chooses other fakes where proofs failed.
     *
     * @return the tables that changed, by oid; empty if there is nothing left to try
     */
    Set<Long> answer(List<Proof> failed) {
        return search.answer(failed);
    }

    /** Pseudonyms of one domain are made by one generator, wherever they stand. */
    Set<Long> affectedBy(Set<Long> changed) {
        Set<Long> affected = new HashSet<>(changed);
        boolean holdsPseudonyms = drafts.all().stream()
                .anyMatch(d -> changed.contains(d.relation().oid()) && d.hasPseudonyms());
        if (holdsPseudonyms) {
            drafts.all().stream()
                    .filter(TableDraft::hasPseudonyms)
                    .forEach(d -> affected.add(d.relation().oid()));
        }
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
        if (index.ancestors(draft.relation()).isEmpty() || draft.isRerouted()) {
            return Set.of();
        }
        List<TableDraft> leaves = KeyRules.spreadOrdinals(index, drafts, draft);
        leaves.forEach(TableDraft::reroute);
        return leaves.stream().map(d -> d.relation().oid()).collect(Collectors.toSet());
    }

    private Stream<Proof> proofs(TablePlan table) {
        return table.rows().copiesAllRows() ? proofs(drafts.of(index.relation(table.oid())), table) : Stream.empty();
    }

    private Stream<Proof> proofs(TableDraft draft, TablePlan table) {
        return Stream.concat(
                ProofRules.of(draft, table, problems).stream(), UniqueTurnProofs.of(draft, table).stream());
    }

    private Stream<Proof> proofsOfViews(ViewSources views, List<TablePlan> tables) {
        MaterialisedViewProofs proofs = new MaterialisedViewProofs(views, drafts, tables, this::travels, problems);
        return materialisedViews().flatMap(r -> proofs.of(r).stream());
    }

    private Stream<Relation> materialisedViews() {
        return catalog.relations().stream()
                .filter(r -> r.kind() == Relation.Kind.MATERIALIZED_VIEW)
                .filter(r -> r.extension().isEmpty() && options.selects(r.name()));
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

    private TableDraft begin(Relation relation, PlanMessages found) {
        TableDraft draft =
                new TableDraft(relation, resolved.table(relation.oid()).orElseThrow());
        relation.columns().stream()
                .filter(c -> draft.fakeSpec(c)
                        .filter(FakeSpec.Null.class::isInstance)
                        .isPresent())
                .forEach(c -> listedAsNull(draft, c, found));
        return draft;
    }

    private static void listedAsNull(TableDraft draft, Column column, PlanMessages found) {
        if (TableDraft.forbidsNull(column)) {
            found.problem(
                    draft.relation().name(),
                    draft.nameOf(column) + ": the allow list asks for NULL, but the column is NOT NULL. Remove "
                            + "the entry, or name a generator.");
        } else {
            draft.makeNull(column, "listed as \"null\" under \"fake\"");
        }
    }

    private List<ColumnPlan> columnPlans(TableDraft draft) {
        TableScope scope = new TableScope(draft.keptColumns());
        List<ColumnPlan> plans = new ArrayList<>();
        for (Column column : draft.relation().columns()) {
            treatments.of(draft, column, scope).ifPresent(t -> plans.add(new ColumnPlan(column, t)));
        }
        return plans;
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
                draft.map(d -> new KeyPools(index, drafts, treatments, problems).of(d))
                        .orElse(List.of()),
                root,
                relation.estimatedRowCount(),
                relation.sizeInBytes(),
                draft.map(TableDraft::numbers).orElse(RowNumbers.PLAIN));
    }
}
