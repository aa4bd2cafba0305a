package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rules have found out so far about one table whose rows are copied. */
final class TableDraft {

    private final Relation relation;
    private final ResolvedTable resolved;
    private final Map<Integer, String> nulls = new HashMap<>();
    private final Map<Integer, Reference> references = new HashMap<>();
    private final Set<Integer> unique = new HashSet<>();
    private boolean rerouted;
    private boolean leavesHashPartition;

    TableDraft(Relation relation, ResolvedTable resolved) {
        this.relation = relation;
        this.resolved = resolved;
    }

    /** A faked column that draws from the keys of another table. */
    record Reference(KeyRequest request, int position) {}

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

    void makeUnique(Column column) {
        unique.add(column.number());
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
        return isListedAsKept(column) && !nulls.containsKey(column.number());
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

    /** What is kept of the column's documents. */
    Optional<ColumnChoice.KeepPaths> keptPaths(Column column) {
        return resolved.choice(column.number()) instanceof ColumnChoice.KeepPaths paths
                ? Optional.of(paths)
                : Optional.empty();
    }

    /** Whether a generator makes the column's values. */
    boolean isGenerated(Column column) {
        return column.isStoredFromRows()
                && !isListedAsKept(column)
                && keptPaths(column).isEmpty()
                && !nulls.containsKey(column.number())
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
