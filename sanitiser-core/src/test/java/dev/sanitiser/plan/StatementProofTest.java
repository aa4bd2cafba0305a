package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.fake.Fake;
import dev.sanitiser.testing.PlannedDatabase;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every plan of the test suite is proven when it is made; here the proof is shown to find what is wrong. */
class StatementProofTest {

    private static PlannedDatabase database;
    private static TablePlan users;

    @BeforeAll
    static void plan() {
        database = PlannedDatabase.of("""
                CREATE TABLE org (id int PRIMARY KEY, "a.b""c" text);
                CREATE TABLE users (id int PRIMARY KEY, email text, org int REFERENCES org);
                CREATE TYPE pair AS (a int, b int);
                CREATE TABLE odd ("t" text, "s" text, "from" text, "n" int, "null_2" text, "p0" pair,
                    "a"" from ""public"".""users"" x" text, "'" text);
                CREATE TABLE nothing ();
                CREATE TABLE keyed (mail text PRIMARY KEY, secret text);
                CREATE TABLE referring (mail text REFERENCES keyed);
                CREATE TABLE numbered (id int PRIMARY KEY, secret int);
                CREATE TABLE numbering (id int REFERENCES numbered);
                CREATE TABLE turns (day date, org int REFERENCES org, secret int, UNIQUE (day, org));
                """);
        users = database.table("users", """
                {"users": ["id"], "org": ["a.b\\"c"]}
                """);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void columns_may_have_any_name() {
        for (String kept : List.of(
                "", "\"t\", \"n\", \"null_2\", \"p0\", \"'\"", "\"a\\\" from \\\"public\\\".\\\"users\\\" x\"")) {
            TablePlan odd = database.table("odd", "{\"odd\": [" + kept + "], \"nothing\": []}");

            assertThatCode(() -> StatementProof.require(odd)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select "s"."id" as "id"   | select "s"."id" as "id", "t"."email" as "email"   | names "t" outside of a scope
            select "s"."id" as "id"   | select "s"."id" as "id", "t" as "row"             | names "t" outside of a scope
            select "s"."id" as "id"   | select "s"."id" as "id", "users"."email" as "x"   | names "users" outside of a scope
            select "s"."id" as "id"   | select "s"."id" as "id", "email" as "x"           | names "email" outside of a scope
            select "s"."id" as "id"   | select "s"."id" as "id", "s"."a"."b" as "x"       | names "s" outside of a scope
            select "s"."id" as "id"   | select "s".*                                      | names "s" outside of a scope
            select "s"."id" as "id"   | select (table "public"."users") as "id"           | reads whole rows
            select "s"."id" as "id"   | select (select 1 from "public"."users") as "id"   | reads "public" outside of a scope
            select "s"."id" as "id"   | select (select 1 from users) as "id"              | reads users outside of a scope
            "t"."id" as "id"          | "t"."id" as "id", "t"."email" as "id2"            | lets out column "email" of only"public"."users", which is not kept
            "t"."id" as "id"          | "t"."email" as "id"                               | lets out column "email" of only"public"."users", which is not kept
            "t"."id" as "id"          | "t".* , "t"."id" as "id"                          | names "t" outside of a scope
            "t"."id" as "id"          | "t" as "id"                                       | names "t" outside of a scope
            "t"."id" as "id"          | "pg_catalog"."lower"("t"."email") as "id"         | names "t" outside of a scope
            ("t"."email" is null)     | ("t"."email" = '')                                | names "t" outside of a scope
            ("t"."email" is null)     | ("t"."email" IS NOT DISTINCT FROM "t"."id")       | names "t" outside of a scope
            from ONLY "public"."users"| from "public"."users"                             | reads "public"."users"
            from ONLY "public"."users"| from ONLY "public"."org"                          | lets out column "id" of only"public"."org", which is not kept
            from ONLY "public"."users" AS "t"| from ONLY "public"."users" AS "t" where ("t"."email" is null) | names "t" outside of a scope
            ) as "s" left outer join  | ) as "s", "public"."org" left outer join          | reads "public" outside of a scope
            ) as "s" left outer join  | ) as "s" cross join org left outer join           | reads org outside of a scope
            """)
    void a_statement_that_reads_too_much_is_found(String right, String wrong, String message) {
        String sql = users.selectSql().orElseThrow();
        String changed = sql.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThatCode(() -> StatementProof.require(users, sql)).doesNotThrowAnyException();
        assertThatThrownBy(() -> StatementProof.require(users, changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The statement for users ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "pg_catalog"."sha256"("k"."o"      | "pg_catalog"."md5"("k"."o"
            % 1000000000000000                 | % 10
            ("t"."mail" as "pg_catalog"."text")| ("t"."secret" as "pg_catalog"."text")
            "sha256"("k"."i"                   | "sha256"("t"."mail"
            'sanitiser.inner_pad'              | 'sanitiser.other'
            'hex') as "i"                      | 'hex') || "t"."mail" as "i"
            + 1 as "number_1"                  | + 1 + "t"."secret" as "number_1"
            % 1000000000000000 + 1             | % 1000000000000000 + "t"."mail"
            """)
    void a_number_that_might_give_its_value_away_is_found(String right, String wrong) {
        TablePlan keyed = database.table("keyed", "{\"keyed\": [], \"referring\": [\"mail\"]}");
        String sql = keyed.selectSql().orElseThrow();
        String changed = sql.replace(right, wrong);

        assertThat(changed).isNotEqualTo(sql);
        assertThatThrownBy(() -> StatementProof.require(keyed, changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The statement for keyed ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "k0"."r4"[                          | "k0"."r3"[
            # "k0"."r1"                         | + "k0"."r1"
            / 32768                             | / 1
            & 32767                             | & "t"."id"
            (cast("t"."id" as                   | (cast("t"."secret" as
            """)
    void a_permutation_that_might_give_its_value_away_is_found(String right, String wrong) {
        TablePlan keyed = database.table("numbered", "{\"numbered\": [], \"numbering\": [\"id\"]}");
        String sql = keyed.selectSql().orElseThrow();
        String changed = sql.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThat(changed).isNotEqualTo(sql);
        assertThatThrownBy(() -> StatementProof.require(keyed, changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The statement for numbered ");
    }

    @Test
    void a_rank_counts_by_kept_columns_only() {
        TablePlan turns = database.table("turns", "{\"turns\": [\"day\"], \"org\": []}");
        String sql = turns.selectSql().orElseThrow();
        String changed = sql.replace("partition by \"t\".\"day\"", "partition by \"t\".\"secret\"");

        assertThatCode(() -> StatementProof.require(turns, sql)).doesNotThrowAnyException();
        assertThatThrownBy(() -> StatementProof.require(turns, changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The statement for turns counts rows by column \"secret\" of only\"public\".\"turns\", which is"
                                + " not kept");
    }

    @Test
    void no_statement_holds_the_key() {
        TablePlan keyed = database.table("keyed", "{\"keyed\": [], \"referring\": [\"mail\"]}");

        assertThat(keyed.toString() + keyed.selectSql()).doesNotContainPattern("[0-9a-f]{32}");
        assertThat(PseudonymKey.random()).hasToString("a pseudonym key");
    }

    @Test
    void a_generator_that_looks_at_the_source_is_found() {
        Field<String> real = DSL.field(DSL.name("t", "email"), String.class);
        TablePlan wrong = withFake(real);

        assertThatThrownBy(() -> StatementProof.require(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The statement for users names \"t\" outside of a scope");
    }

    @Test
    void a_generator_with_a_subquery_of_its_own_is_found() {
        Field<String> real = DSL.field(
                DSL.select(DSL.field(DSL.name("email"), String.class)).from(DSL.table(DSL.name("public", "users"))));
        TablePlan wrong = withFake(real);

        assertThatThrownBy(() -> StatementProof.require(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The statement for users ");
    }

    @Test
    void what_is_found_beside_the_proofs_is_reported() {
        TablePlan wrong = withFake(DSL.field(DSL.name("t", "email"), String.class));

        try (StatementChecks checks = new StatementChecks()) {
            checks.begin(List.of(users, wrong));
            checks.begin(List.of(users));

            assertThatThrownBy(checks::require)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The statement for users names \"t\" outside of a scope");
        }
    }

    private static TablePlan withFake(Field<String> value) {
        List<ColumnPlan> columns = users.columns().stream()
                .map(c -> c.column().name().equals("email")
                        ? new ColumnPlan(
                                c.column(),
                                new ColumnTreatment.FakeValue(new Fake("wrong", value, BigInteger.ONE), "a defect"))
                        : c)
                .toList();
        return new TablePlan(
                users.oid(),
                users.name(),
                users.rows(),
                columns,
                users.keyPools(),
                users.loadedThrough(),
                users.estimatedRowCount(),
                users.sizeInBytes());
    }
}
