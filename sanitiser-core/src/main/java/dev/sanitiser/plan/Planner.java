package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns catalog, allow list and options into a plan: rule after rule, every problem collected, no database asked. */
final class Planner {

    private final AllowList allowList;
    private final PlanOptions options;
    private final Catalog catalog;
    private final CatalogIndex index;
    private final ResolvedAllowList resolved;
    private final Map<String, Integer> choices;
    private Drafts drafts = new Drafts();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final GeneratorChooser fakes;

    private Planner(Catalog catalog, AllowList allowList, PlanOptions options, Map<String, Integer> choices) {
        this.choices = choices;
        this.allowList = allowList;
        this.options = options;
        this.catalog = catalog;
        this.index = new CatalogIndex(catalog);
        this.fakes = new GeneratorChooser(options.generators(), allowList.source(), problems);
        this.resolved = AllowListResolver.resolve(allowList, catalog, options, SupportedFakes.of(options.generators()));
    }

    /** @param choices which variant of its numbers a key domain takes, by the domain's name */
    static Draft draft(Catalog catalog, AllowList allowList, PlanOptions options, Map<String, Integer> choices) {
        UnknownOptions.refuse(options, catalog);
        return new Planner(catalog, allowList, options, choices).draft();
    }

    private Draft draft() {
        KeyRules keys = new KeyRules(
                index, this::travels, found -> new GeneratorChooser(options.generators(), allowList.source(), found));
        KeyRules.Outcome outcome = keys.apply(this::begin);
        problems.addAll(outcome.messages().problems());
        notes.addAll(outcome.messages().notes());
        drafts = outcome.drafts();
        PseudonymDomains pseudonyms = new PseudonymDomains(outcome.domains(), fakes, choices, problems);
        Treatments treatments = new Treatments(fakes, pseudonyms);
        Map<Long, List<ColumnPlan>> columns = new LinkedHashMap<>();
        drafts.all().forEach(d -> columns.put(d.relation().oid(), columnPlans(d, treatments)));
        throwIfProblems(problems);
        PartitionRules partitions = new PartitionRules(index, problems);
        PlanMessages messages = new PlanMessages();
        KeyPools pools = new KeyPools(index, drafts, treatments, messages);
        List<TablePlan> tables =
                selected().map(r -> table(r, columns, partitions, pools)).toList();
        problems.addAll(messages.problems());
        throwIfProblems(problems);
        List<Proof> proofs =
                Stream.concat(proofsOfTables(tables), proofsOfViews(tables)).toList();
        throwIfProblems(problems);
        tables.forEach(StatementProof::require);
        return new Draft(new SanitisationPlan(allowList, options, tables, notes), proofs, pseudonyms);
    }

    /** Drafts of all tables whose rows are copied, as the allow list wants them. */
    private Drafts begin(PlanMessages messages) {
        Drafts begun = new Drafts();
        selected().filter(r -> rowsOf(r).copiesAllRows()).forEach(r -> begun.add(begin(r, messages)));
        return begun;
    }

    private Stream<Proof> proofsOfTables(List<TablePlan> tables) {
        return tables.stream().filter(t -> t.rows().copiesAllRows()).flatMap(t -> {
            TableDraft draft = drafts.of(index.relation(t.oid()));
            return Stream.concat(ProofRules.of(draft, t, problems).stream(), UniqueTurnProofs.of(draft, t).stream());
        });
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

    private TableDraft begin(Relation relation, PlanMessages messages) {
        TableDraft draft =
                new TableDraft(relation, resolved.table(relation.oid()).orElseThrow());
        relation.columns().stream()
                .filter(c -> draft.fakeSpec(c)
                        .filter(FakeSpec.Null.class::isInstance)
                        .isPresent())
                .forEach(c -> listedAsNull(draft, c, messages));
        return draft;
    }

    private static void listedAsNull(TableDraft draft, Column column, PlanMessages messages) {
        if (TableDraft.forbidsNull(column)) {
            messages.problem(
                    draft.nameOf(column) + ": the allow list asks for NULL, but the column is NOT NULL. Remove "
                            + "the entry, or name a generator.");
        } else {
            draft.makeNull(column, "listed as \"null\" under \"fake\"");
        }
    }

    private static List<ColumnPlan> columnPlans(TableDraft draft, Treatments treatments) {
        List<Column> kept = draft.relation().columns().stream()
                .filter(Column::isStoredFromRows)
                .filter(draft::isKept)
                .toList();
        TableScope scope = new TableScope(kept);
        List<ColumnPlan> plans = new ArrayList<>();
        for (Column column : draft.relation().columns()) {
            treatments.of(draft, column, scope).ifPresent(t -> plans.add(new ColumnPlan(column, t)));
        }
        return plans;
    }

    private TablePlan table(
            Relation relation, Map<Long, List<ColumnPlan>> columns, PartitionRules partitions, KeyPools pools) {
        Optional<TableDraft> draft =
                Optional.of(relation).filter(drafts::copies).map(drafts::of);
        Optional<QualifiedName> root = draft.flatMap(partitions::loadedThrough);
        return new TablePlan(
                relation.oid(),
                relation.name(),
                rowsOf(relation),
                draft.map(d -> columns.getOrDefault(relation.oid(), List.of())).orElse(List.of()),
                draft.map(pools::of).orElse(List.of()),
                root,
                relation.estimatedRowCount(),
                relation.sizeInBytes(),
                draft.map(TableDraft::numbers).orElse(RowNumbers.PLAIN));
    }
}
