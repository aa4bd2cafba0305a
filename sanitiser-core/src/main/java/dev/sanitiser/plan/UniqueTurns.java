package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes the faked members of a unique index take turns: rows are ranked, within groups of equal kept members, and the
 * members are the digits of the rank in a mixed radix, generators below and keys of referenced tables above.
 */
final class UniqueTurns {

    private final Index index;
    private final TableDraft draft;
    private final Function<Column, BigInteger> capacity;
    private final List<Column> generators;
    private final List<KeyRequest> requests;

    /** @param capacity how many distinct values a generator gives, at most */
    UniqueTurns(Index index, Function<Column, BigInteger> capacity) {
        this.index = index;
        this.draft = index.draft();
        this.capacity = capacity;
        this.generators = index.keys().stream()
                .filter(draft::isGenerated)
                .filter(c -> capacity.apply(c).compareTo(BigInteger.ONE) > 0)
                .sorted(Comparator.comparing(capacity))
                .toList();
        this.requests = index.keys().stream()
                .flatMap(c -> draft.reference(c).stream())
                .map(TableDraft.Reference::request)
                .distinct()
                .filter(this::identifiesItsRow)
                .toList();
    }

    /** Different draws must differ in the members that the index has of them. */
    private boolean identifiesItsRow(KeyRequest request) {
        Set<String> covered = new HashSet<>();
        for (Column column : index.keys()) {
            draft.reference(column)
                    .filter(r -> r.request().equals(request))
                    .ifPresent(r -> covered.add(request.key().get(r.position()).name()));
        }
        for (KeyPool.Fixed fixed : request.fixed()) {
            if (index.keys().contains(fixed.column()) && draft.tellsApart(fixed.column())) {
                covered.add(request.key().get(fixed.position()).name());
            } else {
                return false;
            }
        }
        return isUnique(request.referenced(), covered);
    }

    private static boolean isUnique(Relation referenced, Set<String> columns) {
        return referenced.uniqueIndexes().stream()
                .filter(i -> i.predicate().isEmpty() && i.expressions().isEmpty())
                .anyMatch(i -> i.keys().stream()
                        .allMatch(n -> columns.contains(referenced.column(n).name())));
    }

    /** The faked members that can take turns. */
    List<Column> members() {
        List<Column> members = new ArrayList<>(generators);
        members.addAll(drawn());
        return members;
    }

    List<Column> drawn() {
        return index.keys().stream()
                .filter(c -> draft.reference(c)
                        .filter(r -> requests.contains(r.request()))
                        .isPresent())
                .toList();
    }

    /** Whether a generator alone does it, for all rows at once. */
    boolean isOneGenerator() {
        return requests.isEmpty() && generators.size() == 1 && kept().isEmpty();
    }

    private List<Column> kept() {
        return index.keys().stream().filter(draft::tellsApart).toList();
    }

    /** @return whether the members were free to do so, or do so already */
    boolean take() {
        if (holdsAlready()) {
            return true;
        }
        boolean taken = generators.stream().anyMatch(c -> draft.generatorTurn(c).isPresent() || draft.isUnique(c))
                || requests.stream()
                        .anyMatch(r -> draft.drawTurn(r.foreignKey()).isPresent());
        if (taken) {
            return false;
        }
        assign();
        return true;
    }

    private boolean holdsAlready() {
        return draft.uniqueTurns().stream()
                .anyMatch(t ->
                        index.keys().containsAll(t.members()) && index.keys().containsAll(t.within()));
    }

    private void assign() {
        List<Column> within = new ArrayList<>(kept());
        List<Column> nulls =
                new ArrayList<>(members().stream().filter(c -> !c.notNull()).toList());
        new PredicateGroups(index).addTo(within, nulls);
        int rank = draft.rank(List.copyOf(within), List.copyOf(nulls));
        Map<Column, TableDraft.GeneratorTurn> generatorTurns = new LinkedHashMap<>();
        List<Long> sizes = new ArrayList<>();
        for (Column column : generators) {
            long size = capacity.apply(column).min(UniqueRules.BEYOND_ANY_TABLE).longValueExact();
            generatorTurns.put(column, new TableDraft.GeneratorTurn(rank, List.copyOf(sizes), size));
            sizes.add(size);
        }
        List<String> foreignKeys = new ArrayList<>();
        Map<String, KeyPool.Turn> drawTurns = new HashMap<>();
        for (KeyRequest request : requests) {
            drawTurns.put(request.foreignKey(), new KeyPool.Turn(rank, sizes, foreignKeys));
            foreignKeys.add(request.foreignKey());
        }
        draft.takeTurns(
                new TableDraft.UniqueTurn(index, rank, within, members(), sizes, foreignKeys),
                generatorTurns,
                drawTurns);
    }

    /**
     * Rows that a partial index leaves out need no place among the turns: where its predicate fixes a kept column or
     * asks for NULL, its rows are a group.
     */
    private record PredicateGroups(Index index) {

        void addTo(List<Column> within, List<Column> nulls) {
            String predicate = index.index().predicate().orElse("");
            if (predicate.contains(" OR ")) {
                return;
            }
            for (Column column : index.predicateAndExpressionColumns()) {
                String name = "\"?" + Pattern.quote(column.name().replace("\"", "\"\"")) + "\"?";
                boolean asksForNull = Pattern.compile("\\(" + name + " IS (NOT )?NULL\\)")
                        .matcher(predicate)
                        .find();
                boolean isFixed = Pattern.compile("\\(" + name + " (= |IS TRUE|IS FALSE)")
                                .matcher(predicate)
                                .find()
                        || predicate.matches("\\(?(NOT )?" + name + "\\)?");
                if (isFixed && index.draft().isKept(column) && !within.contains(column)) {
                    within.add(column);
                } else if (asksForNull
                        && index.draft().nullReason(column).isEmpty()
                        && column.isStoredFromRows()
                        && !nulls.contains(column)) {
                    nulls.add(column);
                }
            }
        }
    }
}
