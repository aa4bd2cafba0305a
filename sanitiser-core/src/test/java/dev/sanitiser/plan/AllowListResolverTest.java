package dev.sanitiser.plan;

import static dev.sanitiser.plan.CatalogFixture.generated;
import static dev.sanitiser.plan.CatalogFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.allowlist.Location;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation.Kind;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowListResolverTest {

    private final CatalogFixture catalog = new CatalogFixture("audit", "public");

    @Test
    void listed_columns_are_kept_or_faked_and_all_others_are_faked_by_default() {
        long users = catalog.table("public", "users", text(1, "id"), text(3, "email"), text(4, "phone"));

        ResolvedAllowList resolved = resolve("{\"users\": {\"keep\": [\"id\"], \"fake\": {\"email\": \"email\"}}}");

        assertThat(resolved.tables())
                .containsOnly(Map.entry(
                        users,
                        new ResolvedTable(
                                RowSelection.all("listed"),
                                Map.of(
                                        1, new ColumnChoice.Keep(new Location(1, 21)),
                                        3, new ColumnChoice.Fake(FakeSpec.Named.of("email"), new Location(1, 46)),
                                        4, new ColumnChoice.Default()))));
    }

    @Test
    void rows_none_copies_no_rows() {
        long sessions = catalog.table("public", "sessions", text(1, "id"));

        ResolvedAllowList resolved = resolve("{\"sessions\": {\"rows\": \"none\"}}");

        assertThat(resolved.table(sessions))
                .hasValue(new ResolvedTable(
                        RowSelection.none("listed with \"rows\": \"none\""), Map.of(1, new ColumnChoice.Default())));
    }

    @Test
    void unlisted_tables_travel_without_rows_by_default() {
        catalog.table("public", "users", text(1, "id"));
        long log = catalog.table("audit", "log", text(1, "id"));

        ResolvedAllowList resolved = resolve("{\"users\": [\"id\"]}");

        assertThat(resolved.table(log))
                .hasValue(new ResolvedTable(
                        RowSelection.none("not listed; \"unlisted\" is \"structure\""),
                        Map.of(1, new ColumnChoice.Default())));
    }

    @Test
    void unlisted_tables_travel_with_fake_rows_where_the_option_says_so() {
        catalog.table("public", "users", text(1, "id"));
        long log = catalog.table("audit", "log", text(1, "id"));

        ResolvedAllowList resolved = resolve("{\"users\": [\"id\"], \"$options\": {\"unlisted\": \"fake\"}}");

        assertThat(resolved.table(log))
                .hasValue(new ResolvedTable(
                        RowSelection.all("not listed; \"unlisted\" is \"fake\""),
                        Map.of(1, new ColumnChoice.Default())));
    }

    @Test
    void a_partitioned_table_covers_its_partitions_at_any_depth_by_the_names_of_columns() {
        long root = partitioned("log");
        long y2024 = catalog.partition(
                root, Kind.TABLE, new QualifiedName("audit", "log_2024"), text(2, "at"), text(5, "id"));
        long y2025 = catalog.partition(
                root, Kind.PARTITIONED_TABLE, new QualifiedName("public", "log_2025"), text(1, "id"), text(2, "at"));
        long january = catalog.partition(
                y2025, Kind.TABLE, new QualifiedName("public", "log_2025_01"), text(1, "id"), text(2, "at"));
        catalog.partition(root, Kind.FOREIGN_TABLE, new QualifiedName("public", "log_2023"), text(1, "id"));

        ResolvedAllowList resolved = resolve("{\"log\": [\"id\"]}");

        ColumnChoice keep = new ColumnChoice.Keep(new Location(1, 10));
        ColumnChoice byDefault = new ColumnChoice.Default();
        RowSelection rows = RowSelection.all("listed as log");
        assertThat(resolved.tables())
                .isEqualTo(Map.of(
                        y2024, new ResolvedTable(rows, Map.of(5, keep, 2, byDefault)),
                        january, new ResolvedTable(rows, Map.of(1, keep, 2, byDefault))));
    }

    @Test
    void a_generated_column_may_be_kept_and_need_not_be_classified() {
        long users = catalog.table("public", "users", text(1, "id"), generated(2, "initials"), generated(3, "x"));

        ResolvedAllowList resolved = resolve("{\"users\": [\"id\", \"initials\"]}", strict());

        assertThat(resolved.table(users).orElseThrow().choices())
                .isEqualTo(Map.of(
                        1, new ColumnChoice.Keep(new Location(1, 12)),
                        2, new ColumnChoice.Keep(new Location(1, 18)),
                        3, new ColumnChoice.Default()));
    }

    @Test
    void strictness_asks_nothing_of_tables_without_rows_and_of_those_that_do_not_travel() {
        catalog.table("public", "users", text(1, "id"));
        catalog.table("public", "sessions", text(1, "id"));
        catalog.table("public", "excluded", text(1, "id"));

        ResolvedAllowList resolved = resolve(
                "{\"users\": {\"fake\": {\"id\": \"auto\"}}, \"sessions\": {\"rows\": \"none\"}, \"excluded\": []}",
                new PlanOptions(Set.of(), Set.of(new QualifiedName("public", "excluded")), UnclassifiedColumns.ERROR));

        assertThat(resolved.tables()).hasSize(2);
    }

    @Test
    void a_listed_table_that_does_not_travel_is_ignored() {
        long users = catalog.table("public", "users", text(1, "id"));
        catalog.table("public", "secret", text(1, "id"));
        catalog.table("audit", "log", text(1, "id"));

        ResolvedAllowList resolved = resolve(
                "{\"users\": [], \"secret\": [], \"audit.log\": []}",
                new PlanOptions(
                        Set.of("public"), Set.of(new QualifiedName("public", "secret")), UnclassifiedColumns.FAKE));

        assertThat(resolved.tables()).containsOnlyKeys(users);
    }

    @Test
    void a_partition_stays_behind_with_its_root() {
        long users = catalog.table("public", "users", text(1, "id"));
        long root = partitioned("log");
        catalog.partition(root, Kind.TABLE, new QualifiedName("public", "log_2024"), text(1, "id"));

        ResolvedAllowList resolved = resolve(
                "{\"users\": [], \"log\": []}",
                new PlanOptions(Set.of(), Set.of(new QualifiedName("public", "log")), UnclassifiedColumns.FAKE));

        assertThat(resolved.tables()).containsOnlyKeys(users);
    }

    @Test
    void every_table_that_holds_rows_is_resolved_even_below_a_root_of_an_extension() {
        catalog.table("public", "users", text(1, "id"));
        long root =
                catalog.extensionMember("pg_partman", Kind.PARTITIONED_TABLE, new QualifiedName("public", "template"));
        long leaf = catalog.partition(root, Kind.TABLE, new QualifiedName("public", "leaf"), text(1, "id"));

        assertThat(resolve("{\"users\": []}").table(leaf))
                .hasValueSatisfying(t -> assertThat(t.rows().copiesAllRows()).isFalse());
    }

    @Test
    void hostile_names_resolve_exactly() {
        long odd = catalog.table("public", "ta\"b.le; --", text(1, "co\nl\"u.mn"));

        ResolvedAllowList resolved = resolve("{\"\\\"ta\\\"\\\"b.le; --\\\"\": [\"co\\nl\\\"u.mn\"]}");

        assertThat(resolved.table(odd).orElseThrow().choice(1)).isInstanceOf(ColumnChoice.Keep.class);
    }

    private long partitioned(String name) {
        return catalog.relation(
                Kind.PARTITIONED_TABLE, new QualifiedName("public", name), text(1, "id"), text(2, "at"));
    }

    private ResolvedAllowList resolve(String allowList) {
        return resolve(allowList, PlanOptions.defaults());
    }

    private ResolvedAllowList resolve(String allowList, PlanOptions options) {
        return AllowListResolver.resolve(
                AllowList.parse(allowList, "list.json"),
                catalog.build(),
                options,
                SupportedFakes.named(List.of("email")));
    }

    private static PlanOptions strict() {
        return new PlanOptions(Set.of(), Set.of(), UnclassifiedColumns.ERROR);
    }
}
