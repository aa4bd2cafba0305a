package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.testing.PlannedDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof finds whatever more a statement would let out of a document than the paths that are kept. */
class DocumentFormTest {

    private static final String ROOT = "CAST(\"t\".\"doc\" AS \"pg_catalog\".\"jsonb\")";

    private static PlannedDatabase database;
    private static TablePlan note;

    @BeforeAll
    static void plan() {
        database = PlannedDatabase.of("CREATE TABLE note (id int PRIMARY KEY, doc jsonb, other jsonb)");
        note = database.table("note", "{\"note\": [\"id\", \"doc.a\", \"doc.b[].c\", \"other.a\"]}");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            'a' & '"a": ' § 'z' & '"z": ' § lets out path 'z' of column "doc" of only"public"."note", which is not kept
            'c' & '"c": ' § 'd' & '"d": ' § lets out path 'b'.[].'d' of column "doc" of only"public"."note", which is not kept
            path"(ROOT & ROOT & PLACE § PLACE & CAST("t"."other" AS "pg_catalog"."jsonb") & path"(ROOT § lets out path 'b'.[].'c' of column "other" of only"public"."note", which is not kept
            else NEUTRAL end as § when 'number' then TEXT when 'boolean' then TEXT else TEXT end as § lets out path  of column "doc" of only"public"."note", which is not kept
            else NEUTRAL end as § else TEXT end as § names "t" outside of a scope
            when 'array' then '[]' § when 'array' then TEXT § names "t" outside of a scope
            when 'object' then § when 'string' then § names "t" outside of a scope
            when 'number' then § when 'string' then § names "t" outside of a scope
            case "pg_catalog"."jsonb_typeof"(ROOT) § TEXT || case "pg_catalog"."jsonb_typeof"(ROOT) § names "t" outside of a scope
            "pg_catalog"."jsonb_typeof"( § "pg_catalog"."jsonb_pretty"( § names "t" outside of a scope
            'a' § 'z' § names "t" outside of a scope
            '"a": ' § '"z": ' § names "t" outside of a scope
            '"a": ' § TEXT § names "t" outside of a scope
            field_text"("e0"."v", 'c') § field_text"("e0"."v", 'd') § names "t" outside of a scope
            concat_ws"(', ' § concat_ws"(TEXT § names "t" outside of a scope
            ORDER BY "e0"."i" § ORDER BY "t"."doc" § names "t" outside of a scope
            jsonb_array_elements"( § jsonb_each"( § names "t" outside of a scope
            WITH ORDINALITY § WITH ORDINALITY join "t" § names "t" outside of a scope
            '')) || ']' § TEXT)) || ']' § names "t" outside of a scope
            || '}' § || TEXT § names "t" outside of a scope
            as "doc", § as "id", § names "t" outside of a scope
            as "doc", "pg_catalog" § as "doc", "t"."other" as "id", "pg_catalog" § names "t" outside of a scope
            CAST('{}' AS § CAST('{a}' AS § names "t" outside of a scope
            jsonb_extract_path" § jsonb_extract_path_text" § names "t" outside of a scope
            offset 0 rows § offset 1 rows § names "t" outside of a scope
            from ONLY "public"."note" § from ONLY "public"."secret" § reads only"public"."secret"
            """)
    void whatever_else_leaves_a_document_is_found(String right, String wrong, String message) {
        String sql = note.selectSql().orElseThrow().replaceAll("\\s+", " ");
        String changed = replaced(sql, right.split(" & "), wrong.split(" & "));

        assertThatCode(() -> StatementProof.require(note, sql)).doesNotThrowAnyException();
        assertThat(changed).isNotEqualTo(sql);
        assertThatThrownBy(() -> StatementProof.require(note, changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The statement for note " + message);
    }

    private static String replaced(String sql, String[] right, String[] wrong) {
        String changed = sql;
        for (int i = 0; i < right.length; i++) {
            changed = changed.replace(expanded(right[i]), expanded(wrong[i]));
        }
        return changed;
    }

    private static String expanded(String text) {
        String neutral = "\"pg_catalog\".\"jsonb_object_field_text\"(CAST('" + DocumentSql.NEUTRAL
                + "' AS \"pg_catalog\".\"jsonb\"), \"pg_catalog\".\"jsonb_typeof\"(ROOT))";
        return text.replace("NEUTRAL", neutral)
                .replace("TEXT", "CAST(ROOT AS \"pg_catalog\".\"text\")")
                .replace("ROOT", ROOT);
    }

    @Test
    void many_members_are_joined_in_parts() {
        String paths = IntStream.range(0, 2 * DocumentSql.MEMBERS_AT_ONCE + 5)
                .mapToObj(i -> "\"doc.k" + i + "\"")
                .collect(Collectors.joining(", "));
        TablePlan many = database.table("note", "{\"note\": [" + paths + "]}");

        assertThat(many.selectSql().orElseThrow()).contains("nullif(");
        assertThatCode(() -> StatementProof.require(many)).doesNotThrowAnyException();
    }
}
