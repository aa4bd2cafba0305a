package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.testing.PlannedDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Design rule F7, and what this version refuses of it. */
class ForeignKeyRulesTest {

    private static PlannedDatabase database;

    @BeforeAll
    static void create() {
        database = PlannedDatabase.of("""
                CREATE TABLE org (id int PRIMARY KEY, code text UNIQUE, region int, number int, note text,
                    UNIQUE (region, number));
                INSERT INTO org VALUES (1, 'a', 1, 1), (2, 'b', 1, 2), (900, 'c', 2, 1);

                CREATE TABLE person (id int PRIMARY KEY, org int REFERENCES org, boss int REFERENCES person);
                INSERT INTO person VALUES (1, 1, NULL), (2, 900, 1), (3, NULL, 2);
                CREATE TABLE duty (id int PRIMARY KEY, org int NOT NULL REFERENCES org);
                CREATE TABLE pair (id int PRIMARY KEY, region int, number int, FOREIGN KEY (region, number)
                    REFERENCES org (region, number) MATCH FULL);
                CREATE TABLE loose (id int PRIMARY KEY, region int NOT NULL, number int, FOREIGN KEY (region, number)
                    REFERENCES org (region, number));
                CREATE TABLE twice (id int PRIMARY KEY, region int, number int,
                    FOREIGN KEY (region, number) REFERENCES org (region, number),
                    CONSTRAINT twice_number_fkey FOREIGN KEY (number) REFERENCES org (id));
                CREATE TABLE twice_sure (id int PRIMARY KEY, region int NOT NULL, number int NOT NULL,
                    CONSTRAINT twice_sure_fkey FOREIGN KEY (region, number) REFERENCES org (region, number),
                    CONSTRAINT twice_number_fkey FOREIGN KEY (number) REFERENCES org (id));
                CREATE TABLE hop (id int PRIMARY KEY REFERENCES org, note text);
                CREATE TABLE hop_hop (id int PRIMARY KEY, hop int REFERENCES hop);
                CREATE TABLE computed (id int PRIMARY KEY, half int, org int GENERATED ALWAYS AS (half * 2) STORED
                    REFERENCES org);
                CREATE TABLE to_computed (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED UNIQUE);
                CREATE TABLE from_computed (id int PRIMARY KEY, b int REFERENCES to_computed (b));

                CREATE TABLE tree (id int, region int, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
                CREATE TABLE tree_1 PARTITION OF tree FOR VALUES IN (1);
                CREATE TABLE tree_2 PARTITION OF tree FOR VALUES IN (2);
                CREATE TABLE leaf (id int PRIMARY KEY, tree_id int, tree_region int,
                    FOREIGN KEY (tree_id, tree_region) REFERENCES tree);

                CREATE TABLE big (id bigint PRIMARY KEY, label text UNIQUE);
                INSERT INTO big VALUES (1, 'short'), (3000000000, 'longer than ten');
                CREATE TABLE small (id int PRIMARY KEY, big int REFERENCES big, label varchar(10)
                    REFERENCES big (label));
                CREATE TABLE wide (id int PRIMARY KEY, big bigint REFERENCES big, label varchar(20)
                    REFERENCES big (label));
                CREATE DOMAIN low AS bigint CHECK (VALUE < 1000);
                CREATE TABLE low_only (id int PRIMARY KEY, big low REFERENCES big);

                CREATE TABLE void (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));
                CREATE TABLE to_void (id int PRIMARY KEY, a int NOT NULL, b int, FOREIGN KEY (a, b) REFERENCES void);
                INSERT INTO to_void VALUES (1, 5, NULL);
                CREATE TABLE branch (id int, org int, region int) PARTITION BY LIST (region);
                CREATE TABLE branch_1 (id int, org int, region int, CONSTRAINT same FOREIGN KEY (org) REFERENCES org);
                ALTER TABLE branch ADD CONSTRAINT same FOREIGN KEY (id) REFERENCES org;
                ALTER TABLE branch ATTACH PARTITION branch_1 FOR VALUES IN (1);
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void kept_refers_to_kept_by_its_real_value() {
        assertThat(treatments("person", """
                {"org": ["id"], "person": ["id", "org", "boss"]}
                """)).containsExactly("id keep", "org keep", "boss keep");
    }

    @Test
    void faked_draws_from_kept_and_from_faked_keys() {
        assertThat(treatments("person", "{\"org\": [\"id\"], \"person\": [\"id\"]}"))
                .containsExactly(
                        "id keep", "org reference org.person_org_fkey.0", "boss reference person.person_boss_fkey.0");
        assertThat(treatments("person", "{\"org\": [], \"person\": []}"))
                .containsExactly(
                        "id fake", "org reference org.person_org_fkey.0", "boss reference person.person_boss_fkey.0");
    }

    @Test
    void all_columns_of_a_composite_key_are_drawn_together() {
        assertThat(treatments("pair", "{\"org\": [\"region\"], \"pair\": [\"id\"]}"))
                .containsExactly(
                        "id keep",
                        "region reference org.pair_region_number_fkey.0",
                        "number reference org.pair_region_number_fkey.1");
    }

    @Test
    void kept_that_refers_to_faked_is_a_pseudonym_of_the_key_and_so_is_the_key() {
        String list = "{\"org\": [], \"person\": [\"id\", \"org\"]}";

        assertThat(treatments("person", list))
                .containsExactly("id keep", "org pseudonym org.id", "boss reference person.person_boss_fkey.0");
        assertThat(treatments("org", list)).contains("id pseudonym org.id");
        assertThat(database.plan(list).notes()).containsExactly("""
                org.id, person.org are pseudonyms of one key domain: rows refer to each other as in the source. The allow \
                list keeps person.org, but a key that these columns share is faked.""");
    }

    @Test
    void kept_that_refers_to_its_own_faked_table_is_a_pseudonym() {
        assertThat(treatments("person", "{\"org\": [\"id\"], \"person\": [\"boss\"]}"))
                .containsExactly(
                        "id pseudonym person.boss",
                        "org reference org.person_org_fkey.0",
                        "boss pseudonym person.boss");
    }

    @Test
    void a_reference_to_a_table_without_rows_is_NULL_and_noted() {
        SanitisationPlan plan = database.plan("{\"person\": [\"id\", \"org\", \"boss\"]}");

        assertThat(plan.notes())
                .containsExactly("person.org is NULL in every row: it refers to org, of which no rows are copied.");
        assertThat(treatments("person", "{\"person\": [\"id\", \"org\", \"boss\"]}"))
                .containsExactly("id keep", "org null", "boss keep");
    }

    @Test
    void a_reference_that_cannot_be_NULL_to_a_table_without_rows_is_refused() {
        assertThat(database.refusal("{\"duty\": [\"id\"]}")).isEqualTo("""
                - duty, foreign key duty_org_fkey: no rows of org are copied and org cannot be NULL. List org in the \
                allow list (an empty list [] fakes every column), or give duty "rows": "none".""");
        assertThat(database.refusal("{\"computed\": [\"id\", \"half\"]}")).isEqualTo("""
                - computed, foreign key computed_org_fkey: no rows of org are copied and org cannot be NULL. List org \
                in the allow list (an empty list [] fakes every column), or give computed "rows": "none".""");
    }

    @Test
    void a_foreign_key_that_stays_behind_with_its_table_asks_for_nothing() {
        PlanOptions withoutOrg =
                new PlanOptions(Set.of(), Set.of(new QualifiedName("public", "org")), UnclassifiedColumns.FAKE);

        assertThat(database.plan("{\"duty\": [\"id\", \"org\"]}", withoutOrg).notes())
                .isEmpty();
    }

    @Test
    void of_a_partly_kept_key_the_rest_is_drawn_to_fit() {
        assertThat(treatments("pair", "{\"org\": [\"region\", \"number\"], \"pair\": [\"id\", \"region\"]}"))
                .containsExactly("id keep", "region keep", "number reference org.pair_region_number_fkey.1");
    }

    @Test
    void match_full_has_no_single_NULL() {
        assertThat(database.refusal("""
                {"org": ["region", "number"], "pair": {"keep": ["id", "region"], "fake": {"number": "null"}}}
                """)).isEqualTo("""
                - pair, foreign key pair_region_number_fkey: number is NULL in every row, but MATCH FULL wants all of \
                its columns (region, number) to be NULL or none. Fake all of them as "null", or none.""");
        assertThat(treatments("pair", """
                {"org": [], "pair": {"keep": ["id"], "fake": {"region": "null", "number": "null"}}}
                """)).containsExactly("id keep", "region null", "number null");
    }

    @Test
    void one_NULL_is_enough_for_any_other_match() {
        assertThat(treatments("loose", """
                {"org": [], "loose": {"keep": ["id", "region"], "fake": {"number": "null"}}}
                """)).containsExactly("id keep", "region keep", "number null");
    }

    @Test
    void a_referencing_column_has_no_generator_of_its_own() {
        assertThat(database.refusal("""
                {"org": [], "person": {"keep": ["id"], "fake": {"org": {"as": "integer", "max": 9}}}}
                """)).isEqualTo("""
                - person, foreign key person_org_fkey: org has a generator in the allow list, but must be a key of org. \
                Remove the generator: an existing key is drawn.""");
    }

    @Test
    void a_column_of_two_foreign_keys_is_drawn_by_one_from_what_both_have() {
        assertThat(treatments("twice_sure", "{\"org\": [\"id\", \"region\", \"number\"], \"twice_sure\": [\"id\"]}"))
                .containsExactly(
                        "id keep",
                        "region reference org.twice_sure_fkey.0",
                        "number reference org.twice_number_fkey.0");
    }

    @Test
    void a_column_of_two_foreign_keys_is_a_pseudonym_where_NULL_may_switch_one_off() {
        assertThat(treatments("twice", "{\"org\": [\"id\", \"region\", \"number\"], \"twice\": [\"id\"]}"))
                .containsExactly(
                        "id keep", "region reference org.twice_region_number_fkey.0", "number pseudonym org.id");
    }

    @Test
    void a_key_that_is_itself_drawn_is_referred_to() {
        assertThat(treatments("hop_hop", "{\"org\": [], \"hop\": [], \"hop_hop\": []}"))
                .containsExactly("id fake", "hop reference hop.hop_hop_hop_fkey.0");
    }

    @Test
    void a_computed_column_draws_nothing() {
        assertThat(database.refusal("{\"org\": [\"id\"], \"computed\": [\"id\"]}"))
                .isEqualTo("""
                - computed, foreign key computed_org_fkey: org is computed from faked columns and would name no key of \
                org. Keep the columns it is computed from.""");
        assertThat(treatments("computed", "{\"org\": [\"id\"], \"computed\": [\"half\"]}"))
                .containsExactly("id fake", "half keep", "org computed");
    }

    @Test
    void a_computed_key_is_real_where_its_inputs_are() {
        assertThat(database.refusal("{\"to_computed\": [\"id\"], \"from_computed\": [\"b\"]}"))
                .isEqualTo("""
                - from_computed, foreign key from_computed_b_fkey: b is kept but refers to to_computed.b, which is \
                faked, and b is computed. Keep the columns it is computed from, or do not keep b.""");
        assertThat(treatments("from_computed", "{\"to_computed\": [\"id\", \"a\"], \"from_computed\": [\"b\"]}"))
                .containsExactly("id fake", "b keep");
    }

    @Test
    void a_partitioned_table_is_referred_to_by_its_key_whether_real_or_not() {
        for (String list : List.of(
                "{\"tree\": [\"region\"], \"leaf\": [\"id\"]}",
                "{\"tree\": [\"id\", \"region\"], \"leaf\": [\"id\"]}")) {
            assertThat(treatments("leaf", list)).contains("tree_id reference tree.leaf_tree_id_tree_region_fkey.0");
        }
    }

    @Test
    void a_partitioned_table_is_copied_whole_or_not_referred_to() {
        PlanOptions withoutOne =
                new PlanOptions(Set.of(), Set.of(new QualifiedName("public", "tree_2")), UnclassifiedColumns.FAKE);
        String problem = """
                - leaf, foreign key leaf_tree_id_tree_region_fkey: only some partitions of tree are copied, so a key may \
                be missing. Copy all of them, or none.""";

        assertThat(database.refusal("{\"tree\": [\"id\", \"region\"], \"leaf\": [\"id\"]}", withoutOne))
                .isEqualTo(problem);
        assertThat(database.refusal(
                        "{\"tree\": [\"id\", \"region\"], \"leaf\": [\"id\", \"tree_id\", \"tree_region\"]}",
                        withoutOne))
                .isEqualTo(problem);
    }

    @Test
    void drawn_keys_must_fit_a_narrower_column() {
        assertThat(database.refusal("{\"big\": [\"id\", \"label\"], \"small\": [\"id\"]}"))
                .isEqualTo("""
                - small.big: some keys of big, which foreign key small_big_fkey draws from, do not fit its type integer. \
                Keep the foreign key's columns and the key they refer to. (PostgreSQL: the server refused it (SQLSTATE \
                22003))
                - small.label: some keys of big, which foreign key small_label_fkey draws from, do not fit its type \
                character varying(10). Keep the foreign key's columns and the key they refer to.""");
        assertThat(database.refusal("{\"big\": [\"id\"], \"low_only\": [\"id\"]}"))
                .isEqualTo("""
                - low_only.big: some keys of big, which foreign key low_only_big_fkey draws from, do not fit its type \
                public.low. Keep the foreign key's columns and the key they refer to. (PostgreSQL: the server refused it \
                (SQLSTATE 23514, schema public, type low, constraint low_check))""");
        assertThat(treatments("wide", "{\"big\": [\"id\", \"label\"], \"wide\": [\"id\"]}"))
                .contains("label reference big.wide_label_fkey.0");
    }

    @Test
    void a_partial_NULL_may_leave_no_key_to_draw() {
        assertThat(database.refusal("{\"void\": [\"a\", \"b\"], \"to_void\": [\"id\"]}"))
                .isEqualTo("""
                - to_void.a: it cannot be NULL, but void has no key to draw for foreign key to_void_a_b_fkey. Keep the \
                foreign key's columns and the key they refer to.""");
    }

    @Test
    void foreign_keys_of_one_name_are_not_confused() {
        assertThat(database.refusal("{\"org\": [\"id\"], \"branch\": [\"region\"]}"))
                .isEqualTo("""
                - branch, foreign key same: a partition and its root have different foreign keys of this name. Rename \
                one.""");
    }

    private static List<String> treatments(String table, String allowList) {
        return database.table(table, allowList).columns().stream()
                .map(c -> c.column().name() + " " + c.treatment().label()
                        + (c.treatment() instanceof ColumnTreatment.Reference r
                                ? " " + r.referencedTable() + "." + r.foreignKey() + "." + r.position()
                                : c.treatment() instanceof ColumnTreatment.Pseudonym p ? " " + p.domain() : ""))
                .toList();
    }
}
