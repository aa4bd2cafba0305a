package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import dev.sanitiser.catalog.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Allow;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Finds what has to be proven of materialised views: they are refreshed from the copy's own rows when it is restored,
 * and a unique index must hold for what comes out. So the view's query is asked, with the plan's statements in place of
 * the tables it reads.
 *
 * <p>Plain SQL: a view's query and an index's expression are PostgreSQL's own deparsed text and go in verbatim.
 */
@Allow.PlainSQL
final class MaterialisedViewProofs {

    private final ViewSources sources;
    private final Drafts drafts;
    private final Map<Long, TablePlan> plans;
    private final Predicate<Relation> travels;
    private final List<Misfit> problems;

    /** @param travels whether a relation that is no view is in the copy */
    MaterialisedViewProofs(
            ViewSources sources,
            Drafts drafts,
            List<TablePlan> plans,
            Predicate<Relation> travels,
            List<Misfit> problems) {
        this.sources = sources;
        this.drafts = drafts;
        this.plans = plans.stream().collect(Collectors.toMap(TablePlan::oid, Function.identity()));
        this.travels = travels;
        this.problems = problems;
    }

    List<Proof> of(Relation view) {
        ViewSources.Reads reads = sources.of(view);
        boolean staysBehind = !reads.columns().keySet().stream().allMatch(travels);
        if (view.uniqueIndexes().isEmpty() || staysBehind || seesWhatTheSourceSees(reads)) {
            return List.of();
        }
        Optional<String> objection = objection(reads);
        if (objection.isPresent()) {
            problems.add(Misfit.ofRule(
                    view.name(),
                    view.name() + ": its unique index must hold when it is refreshed from the copy, which this "
                            + "version cannot prove because " + objection.get() + ". " + remedy(reads)));
            return List.of();
        }
        return view.uniqueIndexes().stream()
                .map(i -> new Proof(
                        repeats(view, i, reads),
                        count(),
                        BigInteger.ZERO,
                        view.name() + ", unique index " + i.name()
                                + ": refreshed from the copy, the view repeats a key. " + remedy(reads)))
                .toList();
    }

    private boolean seesWhatTheSourceSees(ViewSources.Reads reads) {
        return reads.columns().keySet().stream()
                .allMatch(r -> r.extension().isPresent()
                        || (sources.storage(r).stream().allMatch(drafts::copies)
                                && fakedColumns(r, reads).isEmpty()));
    }

    private List<String> fakedColumns(Relation table, ViewSources.Reads reads) {
        List<Column> read = reads.columns().getOrDefault(table, Set.of()).stream()
                .filter(n -> n > 0)
                .map(table::column)
                .toList();
        return sources.storage(table).stream()
                .filter(drafts::copies)
                .flatMap(s -> read.stream()
                        .map(c -> s.column(c.name()).orElseThrow())
                        .filter(c -> !drafts.of(s).isKept(c)))
                .map(c -> table.name() + "." + c.name())
                .distinct()
                .toList();
    }

    private String remedy(ViewSources.Reads reads) {
        List<String> faked = reads.columns().keySet().stream()
                .flatMap(r -> fakedColumns(r, reads).stream())
                .sorted()
                .toList();
        return faked.isEmpty()
                ? "Copy the rows of all tables that it reads."
                : "Keep " + String.join(", ", faked) + ".";
    }

    private Optional<String> objection(ViewSources.Reads reads) {
        Optional<Relation> foreign = ownTables(reads)
                .flatMap(r -> sources.storage(r).stream())
                .filter(r -> r.kind() == Relation.Kind.FOREIGN_TABLE)
                .findFirst();
        if (foreign.isPresent()) {
            return foreign.map(r -> "it reads the foreign table " + r.name());
        }
        List<String> names = new ArrayList<>(names(reads).values());
        Set<String> once = new HashSet<>();
        return names.stream().filter(n -> !once.add(n)).findFirst().map(n -> "it reads several relations called " + n);
    }

    private static Stream<Relation> ownTables(ViewSources.Reads reads) {
        return reads.columns().keySet().stream().filter(r -> r.extension().isEmpty());
    }

    /** What the view's query calls the relations it reads, once they are subqueries. */
    private Map<QualifiedName, String> names(ViewSources.Reads reads) {
        return Stream.concat(ownTables(reads), viewsBelow(reads).map(sources::relation))
                .map(Relation::name)
                .collect(Collectors.toMap(Function.identity(), QualifiedName::name));
    }

    private static Stream<View> viewsBelow(ViewSources.Reads reads) {
        return reads.views().subList(0, reads.views().size() - 1).stream();
    }

    /** A row for each key that is there more than once. */
    private Table<?> repeats(Relation view, UniqueIndex index, ViewSources.Reads reads) {
        Map<QualifiedName, String> names = names(reads);
        List<CommonTableExpression<?>> relations = Stream.concat(
                        ownTables(reads).map(r -> name(r.name().name()).as(rowsOf(r))),
                        viewsBelow(reads)
                                .map(v ->
                                        name(sources.relation(v).name().name()).as(queryOf(v, names))))
                .collect(Collectors.toList());
        View itself = reads.views().get(reads.views().size() - 1);
        List<Field<Object>> keys = keys(view, index);
        Condition counts = index.predicate().map(p -> DSL.condition(raw(p))).orElse(noCondition());
        if (!index.nullsNotDistinct()) {
            counts = keys.stream()
                    .map(k -> k.isDistinctFrom(inline((Object) null)))
                    .reduce(counts, Condition::and);
        }
        return table(
                        "({0})",
                        with(relations)
                                .select(inline(1).as("one"))
                                .from(table("({0})", queryOf(itself, names)).as("view"))
                                .where(counts)
                                .groupBy(keys)
                                .having(count().gt(inline(1))))
                .as("repeats");
    }

    private static ResultQuery<?> queryOf(View view, Map<QualifiedName, String> names) {
        return DSL.resultQuery("{0}", raw(new ViewText(view.definition()).reading(names)));
    }

    private static List<Field<Object>> keys(Relation view, UniqueIndex index) {
        Iterator<String> expressions = index.expressions().iterator();
        return index.keys().stream()
                .map(n -> n == 0
                        ? field(raw(expressions.next()))
                        : field(name(view.column(n).name())))
                .toList();
    }

    private Select<?> rowsOf(Relation table) {
        return sources.storage(table).stream()
                .<Select<?>>map(s -> rowsOf(table, s))
                .reduce((a, b) -> unionAll(a, b))
                .orElseGet(() -> noRowsOf(table));
    }

    private Select<?> rowsOf(Relation table, Relation storage) {
        Optional<TablePlan> copied = Optional.ofNullable(plans.get(storage.oid()))
                .filter(p -> p.rows().copiesAllRows());
        return copied.isEmpty()
                ? noRowsOf(table)
                : select(table.columns().stream()
                                .map(c -> field(name(c.name())))
                                .toList())
                        .from(ComputedColumns.of(storage).copiedRows(copied.get()));
    }

    private static Select<?> noRowsOf(Relation table) {
        return select(table.columns().stream()
                        .map(c -> TypeCasts.nullOf(c.type().type()).as(name(c.name())))
                        .toList())
                .where(falseCondition());
    }

    @SuppressWarnings("unchecked")
    private static Select<?> unionAll(Select<?> left, Select<?> right) {
        return ((Select<Record>) left).unionAll((Select<Record>) right);
    }
}
