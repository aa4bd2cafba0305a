package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the faked columns that must be unique, so that every unique index holds for any number of rows: one column
 * that never repeats is enough for an index over several.
 */
final class UniqueRules {

    /** More rows than a table has whose unique columns are faked. */
    static final BigInteger BEYOND_ANY_TABLE = BigInteger.valueOf(1_000_000_000);

    private final CatalogIndex catalog;
    private final GeneratorChooser fakes;
    private final KeyDomains domains;
    private final PlanMessages messages;
    private boolean changed;

    UniqueRules(CatalogIndex catalog, GeneratorChooser fakes, KeyDomains domains, PlanMessages messages) {
        this.catalog = catalog;
        this.fakes = fakes;
        this.domains = domains;
        this.messages = messages;
    }

    /** @return whether columns became pseudonyms, after which the rules of foreign keys have to be applied again */
    boolean apply(Collection<TableDraft> drafts) {
        changed = false;
        drafts.forEach(this::apply);
        return changed;
    }

    /**
     * Narrow indexes come first: a column that is unique by itself makes wider ones hold, and takes no turns in them.
     */
    private void apply(TableDraft draft) {
        catalog.lineage(draft.relation()).stream()
                .flatMap(owner -> owner.uniqueIndexes().stream().map(i -> new Index(draft, owner, i)))
                .sorted(Comparator.comparingInt(i -> i.index().keys().size()))
                .forEach(this::apply);
    }

    private void apply(Index index) {
        if (index.keysTellApart()) {
            predicateOnly(index);
        } else if (index.index().withoutOverlaps()) {
            byOneColumn(index, this::disjoint);
        } else if (index.index().nullsNotDistinct()) {
            nullsNotDistinct(index);
        } else {
            nullsDistinct(index);
        }
    }

    private void disjoint(Index index) {
        refuse(index, "its ranges must not overlap (WITHOUT OVERLAPS), and no generator can keep them apart");
    }

    /** The keys are real; so the index holds if the predicate chooses the same rows as in the source. */
    private void predicateOnly(Index index) {
        String predicate = index.index().predicate().orElse("");
        List<Column> deciding = index.predicateAndExpressionColumns().stream()
                .filter(c -> !index.draft().isKept(c))
                .filter(c -> !index.isTellingExpression(c))
                .filter(c -> !isTestedForNullOnly(index.draft(), c, predicate))
                .toList();
        if (!deciding.isEmpty()) {
            keepOut(index, predicate, deciding);
        }
    }

    /** Rows that the predicate leaves out cannot repeat a key; whether any do is counted. */
    private void keepOut(Index index, String predicate, List<Column> deciding) {
        index.draft()
                .wish(new Check(
                        index.index().name(),
                        "(NOT (" + predicate + "))",
                        deciding.stream().map(Column::number).toList(),
                        false,
                        true));
        index.draft()
                .prove(new IndexProof(
                        index,
                        deciding,
                        Proof.Kind.ROW,
                        index.place() + ": its key is kept, but its predicate reads the faked " + names(deciding)
                                + ", and the copy repeats a key. Keep " + names(deciding)
                                + ", or do not keep the key."));
    }

    private static boolean isTestedForNullOnly(TableDraft draft, Column column, String predicate) {
        if (draft.nullReason(column).isPresent() || mayBecomeNull(draft, column)) {
            return false;
        }
        String name = column.name().replace("\"", "\"\"");
        String withoutTests = predicate.replaceAll("\\(\"?" + Pattern.quote(name) + "\"? IS (NOT )?NULL\\)", "");
        return !withoutTests.contains(name);
    }

    /**
     * Whether the test for NULL may turn out otherwise in the copy: a generated column is computed anew, of a composite
     * value the fields are looked at, and a foreign key of several columns may have a value in one of them although
     * there is no key to draw.
     */
    private static boolean mayBecomeNull(TableDraft draft, Column column) {
        return !column.isStoredFromRows()
                || SourceRows.isComposite(column.type().type())
                || draft.reference(column)
                        .filter(r -> r.request().key().size() > 1)
                        .isPresent();
    }

    private void nullsDistinct(Index index) {
        if (index.keys().stream().noneMatch(c -> index.draft().nullReason(c).isPresent())) {
            byOneColumn(index, this::byTurns);
        }
    }

    /** One column that never repeats in any table will do. */
    private void byOneColumn(Index index, Consumer<Index> otherwise) {
        best(index)
                .filter(c -> capacity(index.draft(), c).compareTo(BEYOND_ANY_TABLE) >= 0)
                .ifPresentOrElse(index.draft()::makeUnique, () -> otherwise.accept(index));
    }

    private Optional<Column> best(Index index) {
        return candidates(index)
                .max(Comparator.<Column, BigInteger>comparing(c -> capacity(index.draft(), c))
                        .thenComparingInt(preference(index)));
    }

    /** The faked members take turns; a single one of few values simply takes all of them. */
    private void byTurns(Index index) {
        if (holdsUniqueColumn(index) || (readsFakesInExpressions(index) && relateDrawn(index))) {
            return;
        }
        UniqueTurns turns = new UniqueTurns(index, c -> fakes.uniqueCapacity(index.draft(), c));
        if (turns.members().isEmpty()) {
            best(index)
                    .ifPresentOrElse(
                            index.draft()::makeUnique,
                            () -> count(index, "no generator can make its faked columns unique"));
        } else if (turns.isOneGenerator()) {
            index.draft().makeUnique(turns.members().get(0));
        } else if (!turns.take()) {
            List<Column> drawn = turns.drawn();
            if (drawn.isEmpty()) {
                count(index, "its faked columns belong to several unique indexes that no generator can fill together");
            }
            drawn.forEach(c -> changed = domains.add(index.draft(), c) || changed);
        }
    }

    private static boolean holdsUniqueColumn(Index index) {
        return index.keys().stream()
                .filter(c -> !index.index().nullsNotDistinct() || TableDraft.forbidsNull(c))
                .anyMatch(index.draft()::isUnique);
    }

    private static boolean readsFakesInExpressions(Index index) {
        return !index.index().expressions().isEmpty()
                && index.predicateAndExpressionColumns().stream()
                        .anyMatch(c -> !index.draft().isKept(c));
    }

    /** Turns of plain members say nothing about an expression; as pseudonyms its columns repeat as in the source. */
    private boolean relateDrawn(Index index) {
        boolean related = false;
        for (Column column : faked(index)) {
            if (index.draft().reference(column).isPresent()) {
                related = domains.add(index.draft(), column) || related;
            }
        }
        changed = changed || related;
        return related;
    }

    /** A column that is already unique serves again; one that NULL cannot enter serves best. */
    private static ToIntFunction<Column> preference(Index index) {
        return c -> (index.draft().isUnique(c) ? 2 : 0) + (c.notNull() ? 1 : 0);
    }

    /** NULLs count as equal: one unique column without NULLs will do, else every faked column must be unique. */
    private void nullsNotDistinct(Index index) {
        List<Column> candidates = candidates(index).toList();
        Optional<Column> withoutNulls =
                candidates.stream().filter(TableDraft::forbidsNull).findFirst();
        List<Column> faked =
                index.keys().stream().filter(c -> !index.draft().tellsApart(c)).toList();
        if (withoutNulls.isPresent()) {
            index.draft().makeUnique(withoutNulls.get());
        } else if (index.index().expressions().isEmpty() && candidates.containsAll(faked)) {
            faked.forEach(index.draft()::makeUnique);
        } else if (index.index().expressions().isEmpty() && faked.stream().allMatch(TableDraft::forbidsNull)) {
            byTurns(index);
        } else {
            count(index, "it counts NULLs as equal (NULLS NOT DISTINCT) and no generator can make its columns unique");
        }
    }

    private Stream<Column> candidates(Index index) {
        Stream<Column> plain = index.keys().stream();
        Stream<Column> wrapped = index.predicateAndExpressionColumns().stream().filter(index::isTellingExpression);
        return Stream.concat(plain, wrapped)
                .distinct()
                .filter(index.draft()::isGenerated)
                .filter(c -> capacity(index.draft(), c).signum() > 0);
    }

    /** The expressions of a table's unique indexes that a unique column must not lose its uniqueness by. */
    static List<String> uniqueExpressions(Relation relation, Column column) {
        return relation.uniqueIndexes().stream()
                .flatMap(i -> i.expressions().stream())
                .filter(e -> preservesUniqueness(e, column))
                .distinct()
                .toList();
    }

    /** Unique text is lower-case letters and digits, which folding case and trimming blanks leave different. */
    static boolean preservesUniqueness(String expression, Column column) {
        String name = Pattern.quote(column.name().replace("\"", "\"\""));
        return expression.matches("(lower|upper|btrim|ltrim|rtrim)\\(\\(?\"?" + name + "\"?\\)?(::text)?\\)");
    }

    /** Enough is enough: what no table can use up counts as equal. */
    private BigInteger capacity(TableDraft draft, Column column) {
        return fakes.uniqueCapacity(draft, column).min(BEYOND_ANY_TABLE);
    }

    private void refuse(Index index, String why) {
        messages.problem(index.draft().relation().name(), problem(index, why));
    }

    /** No rule tells that the index holds: its faked columns get different values, and the keys are counted. */
    private void count(Index index, String why) {
        List<Column> generated = faked(index).stream()
                .flatMap(c -> c.isStoredFromRows() ? Stream.of(c) : index.draft().inputs(c).stream())
                .distinct()
                .filter(index.draft()::isGenerated)
                .filter(c -> index.draft().generatorTurn(c).isEmpty())
                .toList();
        generated.stream()
                .filter(c -> capacity(index.draft(), c).compareTo(BEYOND_ANY_TABLE) >= 0)
                .forEach(index.draft()::makeUnique);
        index.draft().prove(new IndexProof(index, generated, Proof.Kind.COLUMN, problem(index, why)));
    }

    private static String problem(Index index, String why) {
        return index.place() + ": " + why + ". Keep " + names(faked(index)) + ".";
    }

    private static List<Column> faked(Index index) {
        return Stream.concat(index.keys().stream(), index.predicateAndExpressionColumns().stream())
                .distinct()
                .filter(c -> !index.draft().isKept(c))
                .toList();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
