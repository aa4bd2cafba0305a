package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which foreign keys draw which of their columns. A column that several foreign keys share is drawn by the
 * first of them, and the others draw keys that agree with it; where that is not possible, the column becomes a
 * pseudonym.
 */
final class KeyDraws {

    private final CatalogIndex catalog;
    private final Drafts drafts;
    private final KeyDomains domains;
    private final PlanMessages messages;
    private final ImpliedKeys implied;
    private PlanMessages found = new PlanMessages();
    private Map<KeyRequest, TableDraft> requests = new LinkedHashMap<>();
    private final Set<KeyRequest> neverNull = new HashSet<>();
    private boolean changed;

    KeyDraws(CatalogIndex catalog, Drafts drafts, KeyDomains domains, PlanMessages messages) {
        this.catalog = catalog;
        this.drafts = drafts;
        this.domains = domains;
        this.messages = messages;
        this.implied = new ImpliedKeys(catalog);
    }

    /**
     * Decides anew.
     *
     * @return whether columns became pseudonyms, after which all has to be decided again
     */
    boolean addPseudonyms(List<ReferencingKey> keys) {
        drafts.all().forEach(TableDraft::forgetReferences);
        found = new PlanMessages();
        requests = new LinkedHashMap<>();
        changed = false;
        Map<TableDraft, List<ReferencingKey>> byTable =
                keys.stream().collect(Collectors.groupingBy(ReferencingKey::draft));
        keys.stream()
                .filter(k -> !implied.isImplied(k, byTable.getOrDefault(k.draft(), List.of())))
                .forEach(this::draw);
        return changed || breakCycle();
    }

    void report() {
        messages.problems(found.problems());
    }

    private void draw(ReferencingKey key) {
        TableDraft draft = key.draft();
        List<Column> free =
                key.columns().stream().filter(c -> !draft.tellsApart(c)).toList();
        if (free.isEmpty() || hasOwnGenerator(key, free)) {
            return;
        }
        if (!free.stream().allMatch(Column::isStoredFromRows)) {
            found.problem(
                    key.root(),
                    key.place() + ": " + key.columnNames()
                            + " is computed from faked columns and would name no key of " + key.target()
                            + ". Keep the columns it is computed from.");
            return;
        }
        boolean ambiguous = draft.keyRequests().stream()
                .anyMatch(r -> r.foreignKey().equals(key.foreignKey().name()));
        if (ambiguous) {
            found.problem(
                    key.root(),
                    key.place() + ": a partition and its root have different foreign keys of this name. Rename one.");
            return;
        }
        List<Column> shared =
                free.stream().filter(c -> draft.reference(c).isPresent()).toList();
        if (shared.isEmpty()) {
            request(key, free);
        } else if (!drawTogether(key, free, shared)) {
            shared.forEach(c -> changed = domains.add(draft, c) || changed);
        }
    }

    private KeyRequest request(ReferencingKey key, List<Column> drawn) {
        List<KeyPool.Fixed> fixed = IntStream.range(0, key.columns().size())
                .filter(i -> !drawn.contains(key.columns().get(i)))
                .mapToObj(i -> new KeyPool.Fixed(i, key.columns().get(i)))
                .toList();
        KeyRequest request =
                new KeyRequest(key.foreignKey().name(), key.referenced(), key.key(), fixed, new ArrayList<>());
        requests.put(request, key.draft());
        if (key.columns().stream().allMatch(Column::notNull)) {
            neverNull.add(request);
        }
        drawn.forEach(c -> key.draft().refer(c, request, key.columns().indexOf(c)));
        return request;
    }

    /**
     * The first foreign key may then draw only what the second has a key for. There is such a key where neither can be
     * switched off by NULL and both refer to real values.
     */
    private boolean drawTogether(ReferencingKey key, List<Column> free, List<Column> shared) {
        TableDraft draft = key.draft();
        List<TableDraft.Reference> references =
                shared.stream().map(c -> draft.reference(c).orElseThrow()).toList();
        KeyRequest first = references.get(0).request();
        List<Integer> positions =
                references.stream().map(TableDraft.Reference::position).toList();
        List<Integer> otherPositions =
                shared.stream().map(c -> key.columns().indexOf(c)).toList();
        boolean matches = references.stream().allMatch(r -> r.request().equals(first))
                && neverNull.contains(first)
                && key.columns().stream().allMatch(Column::notNull)
                && key.columns().stream().noneMatch(draft::tellsApart)
                && keeps(first.referenced(), first.key(), positions)
                && keeps(key.referenced(), key.key(), otherPositions);
        if (matches) {
            KeyRequest second =
                    request(key, free.stream().filter(c -> !shared.contains(c)).toList());
            first.restrictions().add(new KeyRequest.Restriction(second, positions, otherPositions));
        }
        return matches;
    }

    private boolean keeps(Relation referenced, List<Column> key, List<Integer> positions) {
        return catalog.storage(referenced).stream()
                .allMatch(t -> positions.stream()
                        .map(i -> t.column(key.get(i).name()).orElseThrow())
                        .allMatch(drafts.of(t)::isKept));
    }

    /** NULL satisfies a foreign key; any other generator would not. */
    private boolean hasOwnGenerator(ReferencingKey key, List<Column> free) {
        boolean any = false;
        for (Column column : free) {
            FakeSpec spec = key.draft().fakeSpec(column).orElse(new FakeSpec.Automatic());
            if (!(spec instanceof FakeSpec.Automatic)) {
                found.problem(
                        key.root(),
                        key.place() + ": " + column.name()
                                + " has a generator in the allow list, but must be a key of " + key.target()
                                + ". Remove the generator: an existing key is drawn.");
                any = true;
            }
        }
        return any;
    }

    /** Keys that are drawn from each other have no beginning; as pseudonyms they need none. */
    private boolean breakCycle() {
        for (KeyRequest request : requests.keySet()) {
            Optional<List<KeyRequest>> cycle = cycleFrom(request, new ArrayList<>());
            if (cycle.isPresent()) {
                cycle.get().forEach(this::makePseudonyms);
                return true;
            }
        }
        return false;
    }

    private Optional<List<KeyRequest>> cycleFrom(KeyRequest request, List<KeyRequest> path) {
        int seen = path.indexOf(request);
        if (seen >= 0) {
            return Optional.of(path.subList(seen, path.size()));
        }
        List<KeyRequest> longer = new ArrayList<>(path);
        longer.add(request);
        return needed(request).stream()
                .flatMap(r -> cycleFrom(r, longer).stream())
                .findFirst();
    }

    /** The requests that decide what the keys of a request are. */
    private List<KeyRequest> needed(KeyRequest request) {
        List<KeyRequest> needed = new ArrayList<>();
        for (Relation table : catalog.storage(request.referenced())) {
            TableDraft target = drafts.of(table);
            request.key().stream()
                    .flatMap(c -> target.reference(table.column(c.name()).orElseThrow()).stream())
                    .map(TableDraft.Reference::request)
                    .filter(r -> !needed.contains(r))
                    .forEach(needed::add);
        }
        request.restrictions().forEach(r -> needed.addAll(needed(r.other())));
        return needed;
    }

    private void makePseudonyms(KeyRequest request) {
        TableDraft draft = Optional.ofNullable(requests.get(request)).orElseThrow();
        draft.relation().columns().stream()
                .filter(c -> draft.reference(c)
                        .filter(r -> r.request().equals(request))
                        .isPresent())
                .forEach(c -> domains.add(draft, c));
    }
}
