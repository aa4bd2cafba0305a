package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules have found out so far about one table whose rows are copied. */
final class TableDraft {

    private final Relation relation;
    private final ResolvedTable resolved;
    private final Map<Integer, String> nulls = new HashMap<>();
    private final Map<Integer, Reference> references = new LinkedHashMap<>();
    private final List<IndexProof> indexProofs = new ArrayList<>();
    private final List<Check> wishes = new ArrayList<>();
    private final Set<Integer> unique = new HashSet<>();
    private final Set<Integer> pseudonyms = new HashSet<>();
    private final Map<Integer, GeneratorTurn> generatorTurns = new HashMap<>();
    private final Map<String, KeyPool.Turn> drawTurns = new HashMap<>();
    private final List<UniqueTurn> uniqueTurns = new ArrayList<>();
    private RowNumbers numbers = RowNumbers.PLAIN;
    private QualifiedName seedName;
    private boolean rerouted;
    private boolean leavesHashPartition;

    TableDraft(Relation relation, ResolvedTable resolved) {
        this.relation = relation;
        this.resolved = resolved;
        this.seedName = relation.name();
    }

    /** A faked column that draws from the keys of another table. */
    record Reference(KeyRequest request, int position) {}

    /** A generated column that is one member of a unique index: the sizes of those below it, and its own. */
    record GeneratorTurn(int rank, List<Long> lower, long size) {}

    /**
     * Faked columns that no two rows of equal rank share.
     *
     * @param index that wants it
     * @param within the columns that rows of one rank share
     * @param members the faked columns
     * @param generators the sizes of generators among them
     * @param foreignKeys that the others are drawn for
     */
    record UniqueTurn(
            Index index,
            int rank,
            List<Column> within,
            List<Column> members,
            List<Long> generators,
            List<String> foreignKeys) {}

    Relation relation() {
        return relation;
    }

    ResolvedTable resolved() {
        return resolved;
    }

    void makeNull(Column column, String reason) {
        nulls.put(column.number(), reason);
    }

    void refer(Column column, KeyRequest request, int position) {
        references.put(column.number(), new Reference(request, position));
    }

    /** Has the rows of the copy counted, because no rule tells whether an index holds. */
    void prove(IndexProof proof) {
        indexProofs.add(proof);
    }

    List<IndexProof> indexProofs() {
        return indexProofs;
    }

    /** A condition that rows should satisfy, so that something else holds; not proven for itself. */
    void wish(Check condition) {
        wishes.add(condition);
    }

    List<Check> wishes() {
        return wishes;
    }

    void makeUnique(Column column) {
        unique.add(column.number());
    }

    /**
     * Turns a column into one whose values are pseudonyms.
     *
     * @return whether it was not one
     */
    boolean makePseudonym(Column column) {
        return pseudonyms.add(column.number());
    }

    boolean hasPseudonyms() {
        return !pseudonyms.isEmpty();
    }

    boolean isPseudonym(Column column) {
        return pseudonyms.contains(column.number());
    }

    /** Whether rows with different values have different ones in the copy, and equal ones equal. */
    boolean tellsApart(Column column) {
        return isKept(column) || isPseudonym(column);
    }

    void forgetReferences() {
        references.clear();
    }

    /** Lets the ordinals of several tables be one sequence: each table takes every n-th. */
    void spreadOrdinals(long step, long first, QualifiedName root) {
        numbers = new RowNumbers(step, first, numbers.ranks());
        seedName = root;
    }

    /** What the seeds of fakes go by: one name for all tables whose ordinals are one sequence. */
    QualifiedName seedName() {
        return seedName;
    }

    /** How far the ordinals of this table lie apart; 1 unless partitions share one sequence. */
    long ordinalStep() {
        return numbers.step();
    }

    RowNumbers numbers() {
        return numbers;
    }

    /** {@return the number of a rank, 0 for the ordinal itself} */
    int rank(List<Column> within, List<Column> nulls) {
        if (within.isEmpty() && nulls.isEmpty()) {
            return 0;
        }
        for (RowNumbers.Rank rank : numbers.ranks()) {
            if (rank.within().equals(within) && rank.nulls().equals(nulls)) {
                return rank.number();
            }
        }
        List<RowNumbers.Rank> ranks = new ArrayList<>(numbers.ranks());
        ranks.add(new RowNumbers.Rank(ranks.size() + 1, within, nulls));
        numbers = numbers.withRanks(ranks);
        return ranks.size();
    }

    void takeTurns(UniqueTurn turn, Map<Column, GeneratorTurn> generators, Map<String, KeyPool.Turn> draws) {
        uniqueTurns.add(turn);
        generators.forEach((column, t) -> generatorTurns.put(column.number(), t));
        drawTurns.putAll(draws);
    }

    List<UniqueTurn> uniqueTurns() {
        return uniqueTurns;
    }

    Optional<GeneratorTurn> generatorTurn(Column column) {
        return Optional.ofNullable(generatorTurns.get(column.number()));
    }

    Optional<KeyPool.Turn> drawTurn(String foreignKey) {
        return Optional.ofNullable(drawTurns.get(foreignKey));
    }

    /** Lets its rows go to other partitions than in the source. */
    void reroute() {
        rerouted = true;
    }

    boolean isRerouted() {
        return rerouted;
    }

    /** Lets its rows go to other partitions by hash, while all other bounds hold. */
    void leaveHashPartition() {
        leavesHashPartition = true;
    }

    boolean leavesHashPartition() {
        return leavesHashPartition;
    }

    /** Whether the bounds of this partition must hold for its fakes. */
    boolean staysInPartition() {
        return relation.partitionConstraint().isPresent() && !rerouted;
    }

    Optional<String> nullReason(Column column) {
        return Optional.ofNullable(nulls.get(column.number()));
    }

    Optional<Reference> reference(Column column) {
        return Optional.ofNullable(references.get(column.number()));
    }

    Collection<KeyRequest> keyRequests() {
        return references.values().stream().map(Reference::request).distinct().toList();
    }

    boolean isUnique(Column column) {
        return unique.contains(column.number());
    }

    /** Whether the copy holds the column's real values, or values computed from real ones alone. */
    boolean isKept(Column column) {
        if (!column.isStoredFromRows()) {
            return inputs(column).stream().allMatch(this::isKept);
        }
        return staysRelated(column) && !nulls.containsKey(column.number()) && !isPseudonym(column);
    }

    /** The kept columns that generators may see: those that rows bring. */
    List<Column> keptColumns() {
        return relation.columns().stream()
                .filter(Column::isStoredFromRows)
                .filter(this::isKept)
                .toList();
    }

    boolean isListedAsKept(Column column) {
        return resolved.choice(column.number()) instanceof ColumnChoice.Keep;
    }

    /** Whether rows shall refer to the same rows as in the source, by real keys or by pseudonyms. */
    boolean staysRelated(Column column) {
        return isListedAsKept(column) || pseudonymLocation(column).isPresent();
    }

    /** Where the allow list wants a pseudonym. */
    Optional<Location> pseudonymLocation(Column column) {
        return resolved.choice(column.number()) instanceof ColumnChoice.Pseudonym pseudonym
                ? Optional.of(pseudonym.location())
                : Optional.empty();
    }

    /** What is kept of the column's documents. */
    Optional<ColumnChoice.KeepPaths> keptPaths(Column column) {
        return resolved.choice(column.number()) instanceof ColumnChoice.KeepPaths paths
                ? Optional.of(paths)
                : Optional.empty();
    }

    /** Whether a generator makes the column's values. */
    boolean isGenerated(Column column) {
        return column.isStoredFromRows()
                && !staysRelated(column)
                && keptPaths(column).isEmpty()
                && !nulls.containsKey(column.number())
                && !isPseudonym(column)
                && !references.containsKey(column.number());
    }

    Optional<FakeSpec> fakeSpec(Column column) {
        return resolved.choice(column.number()) instanceof ColumnChoice.Fake fake
                ? Optional.of(fake.spec())
                : Optional.empty();
    }

    Optional<String> sqlExpression(Column column) {
        return fakeSpec(column).filter(FakeSpec.Sql.class::isInstance).map(s -> ((FakeSpec.Sql) s).expression());
    }

    /** Where the allow list says how to fake a column. */
    Optional<Location> location(Column column) {
        return resolved.choice(column.number()) instanceof ColumnChoice.Fake fake
                ? Optional.of(fake.location())
                : Optional.empty();
    }

    List<Column> columns(Collection<Integer> numbers) {
        return numbers.stream().filter(n -> n > 0).map(relation::column).toList();
    }

    /**
     * The columns a generated column is computed from, and perhaps more: an expression contains the name of each of its
     * columns.
     */
    List<Column> inputs(Column generated) {
        String expression = generated.defaultExpression().orElse("");
        return relation.columns().stream()
                .filter(Column::isStoredFromRows)
                .filter(c -> expression.contains(c.name().replace("\"", "\"\"")))
                .toList();
    }

    static boolean forbidsNull(Column column) {
        return column.notNull() || forbidsNull(column.type().type());
    }

    private static boolean forbidsNull(DataType type) {
        return type instanceof DataType.Domain domain
                && (domain.notNull() || forbidsNull(domain.underlying().type()));
    }

    /** A column as messages name it. */
    String nameOf(Column column) {
        return relation.name() + "." + column.name();
    }
}
