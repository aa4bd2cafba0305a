package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowListOptions.Unlisted;
import dev.sanitiser.allowlist.TableEntry.Faked;
import dev.sanitiser.allowlist.TableEntry.Form;
import dev.sanitiser.allowlist.TableEntry.Kept;
import dev.sanitiser.allowlist.TableEntry.Rows;
import dev.sanitiser.catalog.QualifiedName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowListTest {

    @Test
    void short_form_lists_the_kept_columns() {
        TableEntry users = only("{\n  \"users\": [\"id\", \"joined\"]\n}");

        assertThat(users)
                .isEqualTo(new TableEntry(
                        new QualifiedName("public", "users"),
                        new Location(2, 3),
                        Form.SHORT,
                        Rows.ALL,
                        List.of(new Kept("id", new Location(2, 13)), new Kept("joined", new Location(2, 19))),
                        List.of()));
    }

    @Test
    void empty_short_form_copies_all_rows_and_keeps_no_column() {
        TableEntry profile = only("{\"profile\": []}");

        assertThat(profile.rows()).isEqualTo(Rows.ALL);
        assertThat(profile.keep()).isEmpty();
        assertThat(profile.fake()).isEmpty();
    }

    @Test
    void long_form_keeps_and_fakes() {
        TableEntry log = only("""
                {
                  "audit.log": {
                    "rows": "all",
                    "keep": ["id"],
                    "fake": {
                      "email": "email"
                    }
                  }
                }
                """);

        assertThat(log)
                .isEqualTo(new TableEntry(
                        new QualifiedName("audit", "log"),
                        new Location(2, 3),
                        Form.LONG,
                        Rows.ALL,
                        List.of(new Kept("id", new Location(4, 14))),
                        List.of(new Faked(
                                "email", new Location(6, 7), FakeSpec.Named.of("email"), new Location(6, 16)))));
    }

    @Test
    void rows_none_copies_the_structure_only() {
        assertThat(only("{\"sessions\": {\"rows\": \"none\"}}").rows()).isEqualTo(Rows.NONE);
    }

    @Test
    void every_kind_of_fake_is_read() {
        TableEntry table = only("""
                {"t": {"fake": {
                  "a": "email",
                  "b": {"as": "integer", "max": 100, "labels": ["x", 1.50], "signed": false, "min": 0},
                  "c": {"as": "email"},
                  "d": "#{lorem.sentence} and more",
                  "e": {"as": "#{lorem.word}"},
                  "f": "null",
                  "g": null,
                  "h": "auto",
                  "i": {"value": "same"},
                  "j": {"value": 7},
                  "k": {"value": true},
                  "l": {"sql": "n * 2"},
                  "m": "pseudonym"
                }}}
                """);

        assertThat(table.fake())
                .extracting(Faked::spec)
                .containsExactly(
                        FakeSpec.Named.of("email"),
                        new FakeSpec.Named(
                                "integer",
                                Map.of(
                                        "max",
                                        new BigDecimal("100"),
                                        "labels",
                                        List.of("x", new BigDecimal("1.50")),
                                        "signed",
                                        false,
                                        "min",
                                        BigDecimal.ZERO)),
                        FakeSpec.Named.of("email"),
                        new FakeSpec.Expression("#{lorem.sentence} and more"),
                        new FakeSpec.Expression("#{lorem.word}"),
                        new FakeSpec.Null(),
                        new FakeSpec.Null(),
                        new FakeSpec.Automatic(),
                        new FakeSpec.Constant("same"),
                        new FakeSpec.Constant(new BigDecimal("7")),
                        new FakeSpec.Constant(true),
                        new FakeSpec.Sql("n * 2"),
                        new FakeSpec.Pseudonym());
    }

    @Test
    void parameters_stay_in_file_order() {
        TableEntry table = only("{\"t\": {\"fake\": {\"a\": {\"z\": 1, \"as\": \"integer\", \"y\": 2, \"x\": 3}}}}");

        FakeSpec.Named named = (FakeSpec.Named) table.fake().get(0).spec();
        assertThat(named.parameters().keySet()).containsExactly("z", "y", "x");
    }

    @Test
    void options_have_defaults() {
        AllowListOptions options =
                AllowList.parse("{\"users\": []}", "list.json").options();

        assertThat(options)
                .isEqualTo(new AllowListOptions(
                        Locale.forLanguageTag("en-GB"), Unlisted.STRUCTURE, Optional.empty(), Set.of()));
    }

    @Test
    void options_are_read_and_the_schema_is_ignored() {
        AllowList list = AllowList.parse("""
                {
                  "$schema": "docs/allow-list.schema.json",
                  "$options": {
                    "locale": "de-CH",
                    "unlisted": "error",
                    "acceptedLiterals": ["0123456789abcdef", "fedcba9876543210"]
                  },
                  "users": []
                }
                """, "list.json");

        assertThat(list.options())
                .isEqualTo(new AllowListOptions(
                        Locale.forLanguageTag("de-CH"),
                        Unlisted.ERROR,
                        Optional.of(new Location(5, 17)),
                        Set.of("0123456789abcdef", "fedcba9876543210")));
        assertThat(list.tables()).hasSize(1);
    }

    @Test
    void tables_stay_in_file_order() {
        AllowList list = AllowList.parse("{\"z\": [], \"s.a\": [], \"m\": []}", "list.json");

        assertThat(list.tables()).extracting(t -> t.name().toString()).containsExactly("z", "s.a", "m");
    }

    @Test
    void a_file_is_named_as_given_and_hashed_as_it_is(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.json");
        Files.writeString(file, "{\"users\":[]}");

        AllowList list = AllowList.read(file);

        assertThat(list.source()).isEqualTo(file.toString());
        assertThat(list.sha256()).isEqualTo("adac7b84dc3b7394d8385aa0c65fe27a19915d6ab4b0e0d826d34fb439541d3f");
        assertThat(list.tables())
                .isEqualTo(AllowList.parse("{\"users\":[]}", "x").tables());
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing_but_the_hash(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.json");
        Files.writeString(file, "\uFEFF{\r\n  \"straße\": []\r\n}", StandardCharsets.UTF_8);

        AllowList list = AllowList.read(file);

        assertThat(list.tables().get(0).name()).isEqualTo(new QualifiedName("public", "straße"));
        assertThat(list.tables().get(0).location()).isEqualTo(new Location(2, 3));
        assertThat(list.sha256())
                .isNotEqualTo(AllowList.parse("{\r\n  \"straße\": []\r\n}", "x").sha256());
    }

    private static TableEntry only(String text) {
        List<TableEntry> tables = AllowList.parse(text, "list.json").tables();
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }
}
