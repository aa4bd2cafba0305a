package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.Database;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.Resources;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are data: whatever they hold, they name one object and nothing else happens. */
class HostileNamesDumpTest {

    private static final String LONGEST = "x".repeat(63);
    private static final String LONGEST_IN_BYTES = "日".repeat(21);

    @TempDir
    Path folder;

    static Stream<String> names() {
        return Stream.of(
                "x\"; DROP TABLE users; --",
                "'); DROP TABLE users; --",
                "a.b",
                "\"",
                "'",
                ";",
                "line\nbreak",
                "\n; DROP TABLE users; --",
                "\ttab and carriage return\r",
                "back\\slash",
                "\\.",
                "\\",
                "$$",
                "$1",
                "? :name",
                "{0}",
                "{fn now()}",
                "${x}",
                "%s",
                "/* -- */",
                " leading and trailing ",
                "U&\"\\0041\"",
                "żółw",
                "🐢 日本語 e\u0301 \u202e",
                "\u0001\u007f",
                "select",
                "UPPER",
                LONGEST,
                LONGEST_IN_BYTES,
                "t",
                "s",
                "n",
                "r",
                "p0",
                "k0",
                "null_1",
                "sample",
                "copy",
                "rows");
    }

    @Test
    void a_database_full_of_them_is_copied_as_it_is() {
        try (TestDatabase source = TestDatabase.create()) {
            source.run("CREATE TABLE users (id int PRIMARY KEY); INSERT INTO users VALUES (1)");
            source.run(schemas());
            Path dump = folder.resolve("hostile.dump");

            DumpReport report = dump(source, PlanOptions.defaults(), dump);

            assertThat(CommandLine.run("pg_restore", "--file=-", dump.toString())
                            .output())
                    .doesNotContain("secret");
            FaithfulCopy expected = FaithfulCopy.of(source, report.plan());
            try (TestDatabase copy = TestDatabase.create()) {
                assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
                expected.check(copy);
                assertThat(copy.query("SELECT id FROM users")).containsExactly("1");
            }
        }
    }

    private static String schemas() {
        List<String> names = names().toList();
        String template = Resources.text(HostileNamesDumpTest.class, "hostile.sql");
        return IntStream.range(0, names.size())
                .mapToObj(i -> filled(template, rotated(names, i)))
                .collect(Collectors.joining());
    }

    private static List<String> rotated(List<String> names, int by) {
        List<String> rotated = new ArrayList<>(names);
        Collections.rotate(rotated, -by);
        return rotated;
    }

    private static String filled(String template, List<String> names) {
        return Pattern.compile("@(?<name>\\d+)@|#(?<text>\\d+)#|#0[.](?<path>\\d+)#")
                .matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(replacement(found.group(1), found.group(2), found.group(3), names)));
    }

    private static String replacement(
            @Nullable String name, @Nullable String text, @Nullable String path, List<String> names) {
        if (name != null) {
            return quoted(names.get(Integer.parseInt(name)));
        }
        return text != null
                ? literal(names.get(Integer.parseInt(text)))
                : literal(quoted(names.get(0)) + "." + quoted(names.get(Integer.parseInt(path))));
    }

    private static String quoted(String name) {
        return Database.withoutConnection().render(DSL.name(name));
    }

    private static String literal(String text) {
        return Database.withoutConnection().renderInlined(DSL.inline(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=b c='d' \\",
                "postgresql://localhost/postgres?user=x#y",
                "x\"; DROP DATABASE postgres; --",
                "line\nbreak {0} ? $$ %s",
                "日日日日日日日日日日日日日日日日日日日日日"
            })
    void a_database_may_have_any_name(String name) {
        try (TestDatabase source = TestDatabase.named(name)) {
            source.run("CREATE TABLE users (id int PRIMARY KEY, mail text); INSERT INTO users VALUES (1, 'Ann')");
            Path dump = folder.resolve("named.dump");

            dump(source, PlanOptions.defaults(), dump);

            try (TestDatabase copy = TestDatabase.create()) {
                assertThat(Restores.restore(dump, copy)).isEqualTo(SILENT_SUCCESS);
                assertThat(copy.query("SELECT id, mail = 'Ann' FROM users")).containsExactly("1|f");
            }
            assertThat(dump).content(StandardCharsets.ISO_8859_1).doesNotContain(name);
        }
    }

    /** Keeps the columns with odd numbers: a value, an enum, the key, and what is generated from kept ones. */
    private static DumpReport dump(TestDatabase source, PlanOptions plan, Path file) {
        AllowList allowList = KeysOnly.listed(
                Databases.catalogOf(source),
                (table, column) -> table.column(column).orElseThrow().number() % 2 == 1);
        return Sanitiser.dump(
                Source.of(source.dataSource()),
                allowList,
                DumpOptions.defaults().withPlan(plan),
                DumpTarget.file(file),
                DumpListener.silent());
    }
}
