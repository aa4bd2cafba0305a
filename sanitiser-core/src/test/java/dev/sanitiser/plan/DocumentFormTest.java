package dev.sanitiser.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.testing.PlannedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'a'                          | 'z'                           | lets out path 'z' of column "doc" of only"public"."note", which is not kept
            'c'                          | 'd'                           | lets out path 'b'.[].'d' of column "doc" of only"public"."note", which is not kept
            "t"."doc"                    | "t"."other"                   | lets out path 'b'.[].'c' of column "other" of only"public"."note", which is not kept
            else NEUTRAL end as          | else ROOT end as              | lets out path  of column "doc" of only"public"."note", which is not kept
            when 'array' then NEUTRAL    | when 'array' then ROOT        | names "t" outside of a scope
            when 'object' then           | when 'string' then            | names "t" outside of a scope
            case "pg_catalog"."jsonb_typeof"(ROOT) | ROOT - case "pg_catalog"."jsonb_typeof"(ROOT) | names "t" outside of a scope
            "pg_catalog"."jsonb_typeof"( | "pg_catalog"."jsonb_pretty"(  | names "t" outside of a scope
            "v", 'c') is null            | "v") is null                       | names "t" outside of a scope
            ORDER BY "e0"."i"            | ORDER BY "t"."doc"            | names "t" outside of a scope
            jsonb_array_elements"(       | jsonb_each"(                  | names "t" outside of a scope
            WITH ORDINALITY              | WITH ORDINALITY join "t"      | names "t" outside of a scope
            is null then CAST('{}'       | is null then CAST(ROOT        | names "t" outside of a scope
            """)
    void whatever_else_leaves_a_document_is_found(String right, String wrong, String message) {
        String sql = note.selectSql().orElseThrow().replaceAll("\\s+", " ");
        String changed = sql.replace(expanded(right), expanded(wrong));

        assertThatCode(() -> StatementProof.require(note, sql)).doesNotThrowAnyException();
        assertThat(changed).isNotEqualTo(sql);
        assertThatThrownBy(() -> StatementProof.require(note, changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The statement for note " + message);
    }

    private static String expanded(String text) {
        String neutral = "\"pg_catalog\".\"jsonb_extract_path\"(CAST('" + DocumentSql.NEUTRAL
                + "' AS \"pg_catalog\".\"jsonb\"), \"pg_catalog\".\"jsonb_typeof\"(ROOT))";
        return text.replace("NEUTRAL", neutral).replace("ROOT", ROOT);
    }
}
