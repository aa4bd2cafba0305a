package dev.sanitiser.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.ForeignKey;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.plan.RowSelection;
import dev.sanitiser.plan.TablePlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DataOrderTest {

    @Test
    void referenced_tables_come_before_those_that_refer_to_them() {
        assertThat(order(table(1, 2, 3), table(2, 3), table(3))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void a_cycle_is_cut_where_it_was_entered() {
        assertThat(order(table(1, 1, 2), table(2, 3), table(3, 1))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void a_chain_of_references_may_be_longer_than_a_thread_is_deep() {
        int length = 50_000;
        Relation[] chain =
                LongStream.range(1, length).mapToObj(oid -> table(oid, oid + 1)).toArray(Relation[]::new);
        Relation[] tables = java.util.Arrays.copyOf(chain, length);
        tables[length - 1] = table(length);

        assertThat(order(tables)).startsWith((long) length, length - 1L).endsWith(2L, 1L);
    }

    private static List<Long> order(Relation... tables) {
        Catalog catalog =
                new Catalog(150_000, "UTF8", List.of("public"), List.of(tables), List.of(), List.of(), List.of());
        return DataOrder.of(
                        catalog,
                        List.of(tables).stream().map(DataOrderTest::plan).toList())
                .stream()
                .map(TablePlan::oid)
                .toList();
    }

    private static TablePlan plan(Relation table) {
        return new TablePlan(
                table.oid(), table.name(), RowSelection.all("listed"), List.of(), List.of(), Optional.empty(), 0, 0);
    }

    private static Relation table(long oid, long... referenced) {
        return new Relation(
                oid,
                new QualifiedName("public", "t" + oid),
                Relation.Kind.TABLE,
                Relation.Persistence.PERMANENT,
                List.of(),
                List.of(),
                List.of(),
                LongStream.of(referenced)
                        .mapToObj(r -> new ForeignKey("fk", r, List.of(1), List.of(1), false, true))
                        .toList(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                0);
    }
}
