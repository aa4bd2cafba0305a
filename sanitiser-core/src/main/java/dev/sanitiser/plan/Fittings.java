package dev.sanitiser.plan;

import dev.sanitiser.catalog.Check;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.constraint.Relative;
import dev.sanitiser.constraint.Requirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which columns are fitted to the rest of their row, and how. */
final class Fittings {

    private static final int DRAWS_OF_ALL = 3;
    private static final int DRAWS_OF_ONE = 12;
    private static final int MOST_CONSTANTS = 32;
    /** One step to either side, for the types that have one. */
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("int2", "1"),
            Map.entry("int4", "1"),
            Map.entry("int8", "1"),
            Map.entry("numeric", "1"),
            Map.entry("float4", "1"),
            Map.entry("float8", "1"),
            Map.entry("date", "1"),
            Map.entry("timestamp", "'01:00:00'::pg_catalog.interval"),
            Map.entry("timestamptz", "'01:00:00'::pg_catalog.interval"),
            Map.entry("time", "'00:01:00'::pg_catalog.interval"),
            Map.entry("interval", "'01:00:00'::pg_catalog.interval"),
            Map.entry("money", "'1'::pg_catalog.money"));

    private final GeneratorChooser fakes;
    private final Set<Key> referenced;
    private final Map<Key, Integer> orders = new HashMap<>();
    private final ColumnHints hints = new ColumnHints();

    /** @param relations all of the catalog: keys that others refer to must be functions of the ordinal alone */
    Fittings(GeneratorChooser fakes, Stream<Relation> relations) {
        this.fakes = fakes;
        this.referenced = new HashSet<>();
        relations.forEach(r -> r.foreignKeys()
                .forEach(f -> f.referencedColumns().forEach(c -> referenced.add(new Key(f.referencedTable(), c)))));
    }

    private record Key(long table, int column) {
        static Key of(TableDraft draft, Column column) {
            return new Key(draft.relation().oid(), column.number());
        }
    }

    /** Fits a column to its row from now on. @return false if it is fitted already, or must not be */
    boolean fit(TableDraft draft, Column column) {
        if (isFitted(draft, column) || !mayBeFitted(draft, column)) {
            return false;
        }
        orders.put(Key.of(draft, column), orders.size());
        return true;
    }

    boolean isFitted(TableDraft draft, Column column) {
        return orders.containsKey(Key.of(draft, column));
    }

    private boolean mayBeFitted(TableDraft draft, Column column) {
        return draft.isGenerated(column)
                && !draft.isUnique(column)
                && draft.generatorTurn(column).isEmpty()
                && !referenced.contains(Key.of(draft, column))
                && draft.fakeSpec(column).isEmpty()
                && !SourceRows.isComposite(column.type().type())
                && !constraints(draft, column).isEmpty();
    }

    Optional<Fitting> of(TableDraft draft, Column column, Field<Long> ordinal) {
        Integer order = orders.get(Key.of(draft, column));
        if (order == null) {
            return Optional.empty();
        }
        boolean isDomain = column.type().type() instanceof DataType.Domain;
        return Optional.of(new Fitting(
                order,
                Stream.concat(
                                fakes
                                        .alternatives(
                                                draft,
                                                column,
                                                ordinal,
                                                !isDomain,
                                                isDomain ? DRAWS_OF_ONE : DRAWS_OF_ALL)
                                        .stream(),
                                constants(draft, column))
                        .toList(),
                isDomain ? List.of() : relatives(draft, column),
                constraints(draft, column)));
    }

    /** Each value that a constraint names, each label of an enum, true and false. */
    private Stream<Field<?>> constants(TableDraft draft, Column column) {
        DataType type = column.type().type();
        Set<String> texts = new LinkedHashSet<>();
        if (!(type instanceof DataType.Array)) {
            hints.ofTable(draft, column).forEach(r -> r.literals().ifPresent(texts::addAll));
            if (PlainTypes.scalar(type) instanceof DataType.Enumeration labels) {
                texts.addAll(labels.labels());
            } else if (type.name().name().equals("bool")) {
                texts.addAll(List.of("true", "false"));
            }
        }
        return texts.stream().limit(MOST_CONSTANTS).map(t -> TypeCasts.cast(DSL.inline(t), type));
    }

    private static List<String> constraints(TableDraft draft, Column column) {
        return TableConstraints.of(draft).stream()
                .filter(c -> c.columns().contains(column.number()))
                .filter(c -> draft.columns(c.columns()).stream().allMatch(Column::isStoredFromRows))
                .map(Check::expression)
                .toList();
    }

    private List<String> relatives(TableDraft draft, Column column) {
        String step = STEPS.get(PlainTypes.scalar(column.type().type()).name().name());
        Set<String> all = new LinkedHashSet<>();
        for (Requirement requirement : hints.ofTable(draft, column)) {
            for (Relative relative : requirement.relatives()) {
                boolean isText = relative.expression().contains("::text");
                all.addAll(relatives(relative, isText ? null : step));
            }
        }
        return List.copyOf(all);
    }

    private static List<String> relatives(Relative relative, @Nullable String step) {
        String other = "(" + relative.expression() + ")";
        String equal = relative.expression();
        return switch (relative.operator()) {
            case "=" -> List.of(equal);
            case "<>" -> step == null ? List.of() : List.of(other + " + " + step);
            case "<" -> step == null ? List.of() : List.of(other + " - " + step);
            case ">" -> step == null ? List.of() : List.of(other + " + " + step);
            case "<=" -> step == null ? List.of(equal) : List.of(other + " - " + step, equal);
            default -> step == null ? List.of(equal) : List.of(other + " + " + step, equal);
        };
    }
}
