package dev.sanitiser.copy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.Sequence;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Session;
import dev.sanitiser.postgres.SqlFailures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/**
 * The values from which the copy's sequences go on, so that the first insert after a restore works: past the copied
 * values where columns draw from the sequence, and otherwise at a {@link HighWaterMark} that hides the real one.
 */
final class SequenceValues {

    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "numeric");

    private final Catalog catalog;
    private final CatalogIndex index;
    private final Map<Long, TablePlan> tables;

    SequenceValues(Catalog catalog, List<TablePlan> copied) {
        this.catalog = catalog;
        this.index = new CatalogIndex(catalog);
        this.tables = copied.stream().collect(Collectors.toMap(TablePlan::oid, t -> t));
    }

    /**
     * Real positions of the sequences that no column draws from; they leave this class rounded only.
     *
     * @return by oid; sequences that were never used are left out
     */
    Map<Long, Long> standaloneMarks(Session session) {
        Map<Long, Sequence> standalone = catalog.sequences().stream()
                .filter(s -> !s.ownedByExtension() && integerUses(s).findAny().isEmpty())
                .collect(Collectors.toMap(Sequence::oid, s -> s));
        if (standalone.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> marks = new HashMap<>();
        lastValues(session, standalone.keySet())
                .forEach((oid, last) -> HighWaterMark.above(last, Objects.requireNonNull(standalone.get(oid)))
                        .ifPresent(m -> marks.put(oid, m)));
        return marks;
    }

    private static Map<Long, Long> lastValues(Session session, Set<Long> oids) {
        Field<Long> oid = field(name("s", "seqrelid"), Object.class).cast(SQLDataType.BIGINT);
        Field<Long> last = function(
                name("pg_catalog", "pg_sequence_last_value"), SQLDataType.BIGINT, field(name("s", "seqrelid")));
        try {
            return session.database()
                    .select(oid, last)
                    .from(table(name("pg_catalog", "pg_sequence")).as("s"))
                    .where(oid.in(oids.stream().map(o -> inline(o)).toList()))
                    .and(last.isNotNull())
                    .fetchMap(oid, last);
        } catch (DataAccessException e) {
            throw SqlFailures.environment("read the sequences", e);
        }
    }

    private Stream<Sequence.Use> integerUses(Sequence sequence) {
        return sequence.uses().stream().filter(u -> isInteger(u));
    }

    private boolean isInteger(Sequence.Use use) {
        return isInteger(index.relation(use.table()).column(use.column()).type().type());
    }

    private static boolean isInteger(DataType type) {
        return type instanceof DataType.Domain domain
                ? isInteger(domain.underlying().type())
                : type.name().schema().equals("pg_catalog")
                        && INTEGERS.contains(type.name().name());
    }

    /**
     * All values to set, by the sequences' oids; a sequence without a value starts at its start.
     *
     * @param standaloneMarks what {@link #standaloneMarks} gave
     */
    Map<Long, Long> of(LastDrawn lastDrawn, Map<Long, Long> standaloneMarks) {
        Map<Long, Long> values = new HashMap<>(standaloneMarks);
        for (Sequence sequence : catalog.sequences()) {
            integerUses(sequence)
                    .flatMap(u -> lastDrawn(lastDrawn, u, sequence))
                    .reduce(sequence.increment() > 0 ? Math::max : Math::min)
                    .ifPresent(v -> values.put(sequence.oid(), v));
        }
        return values;
    }

    /** The rows of a partitioned table stand in its partitions, which need not have its default. */
    private Stream<Long> lastDrawn(LastDrawn lastDrawn, Sequence.Use use, Sequence sequence) {
        Relation relation = index.relation(use.table());
        String column = relation.column(use.column()).name();
        return index.storage(relation).stream()
                .flatMap(r -> Optional.ofNullable(tables.get(r.oid())).stream())
                .filter(t -> isStoredFromRows(t, column))
                .flatMap(t -> lastDrawn.in(t, column, sequence).stream());
    }

    private static boolean isStoredFromRows(TablePlan table, String column) {
        return table.storedColumns().stream().anyMatch(c -> c.column().name().equals(column));
    }
}
