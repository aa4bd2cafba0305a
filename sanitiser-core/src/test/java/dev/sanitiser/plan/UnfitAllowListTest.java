package dev.sanitiser.plan;

import static dev.sanitiser.plan.CatalogFixture.generated;
import static dev.sanitiser.plan.CatalogFixture.notNull;
import static dev.sanitiser.plan.CatalogFixture.ofNotNullDomain;
import static dev.sanitiser.plan.CatalogFixture.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.FakeSpec.Kind;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnfitAllowListTest {

    private static final SupportedFakes FAKES = new SupportedFakes(
            Map.of("email", Set.of(), "integer", Set.of("min", "max")),
            EnumSet.of(Kind.AUTOMATIC, Kind.NAMED, Kind.NULL));

    private static final String NO_SCHEMA_DOTTED =
            "there is no schema \"dotted\" for table \"dotted.table\"; did you mean \"\\\"dotted.table\\\"\"?";

    @ParameterizedTest
    @MethodSource
    void a_name_that_is_no_table_is_reported_with_what_it_may_mean(String key, String problem) {
        assertOneProblem("{" + key + ": []}", PlanOptions.defaults(), ":1:2  " + problem);
    }

    static Stream<Arguments> a_name_that_is_no_table_is_reported_with_what_it_may_mean() {
        return Stream.of(
                arguments("\"usres\"", "there is no table \"usres\"; did you mean \"users\"?"),
                arguments("\"USERS\"", "there is no table \"USERS\"; did you mean \"users\"?"),
                arguments("\"log\"", "there is no table \"log\"; did you mean \"audit.log\"?"),
                arguments("\"lgo\"", "there is no table \"lgo\"; did you mean \"audit.log\"?"),
                arguments("\"audit.users\"", "there is no table \"audit.users\"; did you mean \"users\"?"),
                arguments("\"dotted.table\"", NO_SCHEMA_DOTTED),
                arguments("\"invoices\"", "there is no table \"invoices\""),
                arguments(
                        "\"audti.log\"",
                        "there is no schema \"audti\" for table \"audti.log\"; did you mean \"audit.log\"?"),
                arguments(
                        "\"audti.invoices\"",
                        "there is no schema \"audti\" for table \"audti.invoices\"; did you mean \"audit\"?"),
                arguments("\"x.invoices\"", "there is no schema \"x\" for table \"x.invoices\""),
                arguments(
                        "\"pg_catalog.pg_class\"",
                        "\"pg_catalog.pg_class\" belongs to PostgreSQL itself and does not travel. Remove it."),
                arguments("\"report\"", "\"report\" is a view; only tables hold rows. Remove it."),
                arguments("\"totals\"", "\"totals\" is a materialised view; only tables hold rows. Remove it."),
                arguments("\"remote\"", "\"remote\" is a foreign table; its rows are on another server. Remove it."),
                arguments("\"users_id_seq\"", "\"users_id_seq\" is a sequence; only tables hold rows. Remove it."),
                arguments(
                        "\"spatial_ref_sys\"",
                        "\"spatial_ref_sys\" belongs to the extension \"postgis\", which makes it anew. Remove it."),
                arguments(
                        "\"visit_2024\"",
                        "\"visit_2024\" is a partition; list its root \"visit\" instead, which covers it."),
                arguments(
                        "\"visit_2024_01\"",
                        "\"visit_2024_01\" is a partition; list its root \"visit\" instead, which covers it."));
    }

    @ParameterizedTest
    @MethodSource
    void a_column_that_does_not_fit_is_reported(String entry, String problem) {
        assertOneProblem("{\"users\":\n" + entry + "}", PlanOptions.defaults(), problem);
    }

    static Stream<Arguments> a_column_that_does_not_fit_is_reported() {
        return Stream.of(
                arguments(
                        "[\"user_nmae\"]",
                        ":2:2  table \"users\" has no column \"user_nmae\"; did you mean \"user_name\"?"),
                arguments("[\"colour\"]", ":2:2  table \"users\" has no column \"colour\""),
                arguments(
                        "{\"fake\": {\"emial\": \"email\"}}",
                        ":2:11  table \"users\" has no column \"emial\"; did you mean \"email\"?"),
                arguments(
                        "{\"fake\": {\"initials\": \"email\"}}",
                        ":2:11  column \"initials\" of table \"users\" is generated: PostgreSQL computes it from the"
                                + " other columns. Remove it."),
                arguments(
                        "{\"fake\": {\"email\": \"emial\"}}",
                        ":2:20  there is no generator \"emial\"; did you mean \"email\"?"),
                arguments(
                        "{\"fake\": {\"email\": {\"as\": \"integer\", \"mni\": 0, \"max\": 1}}}",
                        ":2:20  generator \"integer\" has no parameter \"mni\"; did you mean \"min\"?"),
                arguments(
                        "{\"fake\": {\"email\": \"#{lorem.word}\"}}",
                        ":2:20  \"#{…}\" expressions are not supported by this version; name a generator instead"),
                arguments(
                        "{\"fake\": {\"email\": {\"sql\": \"n\"}}}",
                        ":2:20  {\"sql\": …} is not supported by this version; name a generator instead"),
                arguments(
                        "{\"fake\": {\"email\": {\"value\": 1}}}",
                        ":2:20  {\"value\": …} is not supported by this version; name a generator instead"),
                arguments(
                        "{\"fake\": {\"id\": null}}",
                        ":2:17  column \"id\" of table \"users\" cannot be NULL; name a generator instead"),
                arguments(
                        "{\"fake\": {\"nick\": \"null\"}}",
                        ":2:19  column \"nick\" of table \"users\" cannot be NULL; name a generator instead"));
    }

    @Test
    void a_partition_that_forbids_null_forbids_it_for_the_root() {
        assertOneProblem(
                "{\"visit\": {\"fake\": {\"at\": null}}}",
                PlanOptions.defaults(),
                ":1:27  column \"at\" of table \"visit\" cannot be NULL; name a generator instead");
    }

    @Test
    void unlisted_tables_are_an_error_where_the_option_says_so() {
        assertOneProblem(
                "{\"users\": [],\n\"$options\": {\"unlisted\": \"error\"}}",
                PlanOptions.defaults(),
                ":2:26  \"unlisted\" is \"error\", and these tables are not listed: \"audit.log\","
                        + " \"\\\"dotted.table\\\"\", \"visit\"; list them, or set \"unlisted\" to \"structure\" or"
                        + " \"fake\"");
    }

    @Test
    void strictness_names_the_columns_and_what_to_paste() {
        assertOneProblem(
                "{\"users\": {\"keep\": [\"id\"], \"fake\": {\"email\": \"email\"}}}",
                new PlanOptions(Set.of(), Set.of(), UnclassifiedColumns.ERROR),
                ":1:2  table \"users\" has columns that are neither kept nor faked: \"user_name\", \"nick\"; put them"
                        + " under \"keep\", or write \"fake\": {\"user_name\": \"auto\", \"nick\": \"auto\"}");
    }

    @Test
    void a_list_without_a_table_of_the_selected_schemas_is_refused() {
        assertOneProblem(
                "{\"users\": []}",
                new PlanOptions(Set.of("audit"), Set.of(), UnclassifiedColumns.FAKE),
                "  names no table of the selected schemas, \"audit\", that is not excluded; list one, or select another"
                        + " schema");
    }

    @Test
    void a_list_of_excluded_tables_only_is_refused() {
        assertOneProblem(
                "{\"users\": []}",
                new PlanOptions(Set.of(), Set.of(new QualifiedName("public", "users")), UnclassifiedColumns.FAKE),
                "  names only tables that are excluded; list one that is not");
    }

    @Test
    void everything_is_reported_at_once_in_the_order_of_the_file() {
        assertThatThrownBy(() -> resolve("""
                        {
                          "report": [],
                          "users": {"keep": ["user_nmae"], "fake": {"emial": "emial"}},
                          "$options": {"unlisted": "error"},
                          "visit": [],
                          "audit.lgo": []
                        }
                        """, PlanOptions.defaults())).hasMessage("""
                        The allow list does not fit the database (6 problems):
                        - list.json:2:3  "report" is a view; only tables hold rows. Remove it.
                        - list.json:3:22  table "users" has no column "user_nmae"; did you mean "user_name"?
                        - list.json:3:45  table "users" has no column "emial"; did you mean "email"?
                        - list.json:3:54  there is no generator "emial"; did you mean "email"?
                        - list.json:4:28  "unlisted" is "error", and these tables are not listed: "audit.log", \
                        "\\"dotted.table\\""; list them, or set "unlisted" to "structure" or "fake"
                        - list.json:6:3  there is no table "audit.lgo"; did you mean "audit.log"?""");
    }

    private static void assertOneProblem(String allowList, PlanOptions options, String problem) {
        assertThatThrownBy(() -> resolve(allowList, options))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The allow list does not fit the database (1 problem):\n- list.json" + problem)
                .asInstanceOf(InstanceOfAssertFactories.type(SanitiserException.class))
                .extracting(SanitiserException::kind)
                .isEqualTo(FailureKind.PLAN);
    }

    private static ResolvedAllowList resolve(String allowList, PlanOptions options) {
        return AllowListResolver.resolve(AllowList.parse(allowList, "list.json"), catalog(), options, FAKES);
    }

    private static Catalog catalog() {
        CatalogFixture catalog = new CatalogFixture("audit", "public");
        catalog.table("audit", "log", text(1, "id"));
        catalog.table("public", "dotted.table", text(1, "id"));
        catalog.table(
                "public",
                "users",
                notNull(1, "id"),
                text(2, "user_name"),
                text(3, "email"),
                ofNotNullDomain(4, "nick"),
                generated(5, "initials"));
        for (Map.Entry<String, Relation.Kind> other : List.of(
                Map.entry("report", Relation.Kind.VIEW),
                Map.entry("totals", Relation.Kind.MATERIALIZED_VIEW),
                Map.entry("remote", Relation.Kind.FOREIGN_TABLE))) {
            catalog.relation(other.getValue(), new QualifiedName("public", other.getKey()), text(1, "id"));
        }
        addPartitionTree(catalog);
        catalog.extensionMember("postgis", Relation.Kind.TABLE, new QualifiedName("public", "spatial_ref_sys"));
        catalog.sequence(new QualifiedName("public", "users_id_seq"));
        return catalog.build();
    }

    private static void addPartitionTree(CatalogFixture catalog) {
        long visit =
                catalog.relation(Relation.Kind.PARTITIONED_TABLE, new QualifiedName("public", "visit"), text(1, "at"));
        long year = catalog.partition(
                visit, Relation.Kind.PARTITIONED_TABLE, new QualifiedName("public", "visit_2024"), text(1, "at"));
        catalog.partition(year, Relation.Kind.TABLE, new QualifiedName("public", "visit_2024_01"), notNull(1, "at"));
    }
}
