package dev.sanitiser.allowlist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableAllowListTest {

    private static final String NEVER_EMPTY =
            "An empty allow list never means \"nothing to hide\": list at least one table, for example {\"users\": [\"id\"]}";

    @ParameterizedTest
    @MethodSource
    void invalid_json_is_reported_with_its_place(String text, String problem) {
        assertOneProblem(text, problem);
    }

    static Stream<Arguments> invalid_json_is_reported_with_its_place() {
        return Stream.of(
                arguments(
                        "{\n  \"a\": [],\n}",
                        ":3:1  invalid JSON: expected a name in double quotes, found \"}\"; remove the comma before it"),
                arguments(
                        "{\"a\": [\"x\",]}",
                        ":1:12  invalid JSON: expected a value, found \"]\"; remove the comma before it"),
                arguments(
                        "{\"a\": [\"x\" \"y\"]}", ":1:12  invalid JSON: expected \",\" or \"]\", found a double quote"),
                arguments(
                        "{\"a\": []\n \"b\": []}", ":2:2  invalid JSON: expected \",\" or \"}\", found a double quote"),
                arguments("{\"a\" []}", ":1:6  invalid JSON: expected \":\", found \"[\""),
                arguments("{\"a\": }", ":1:7  invalid JSON: expected a value, found \"}\""),
                arguments(
                        "{'a': []}",
                        ":1:2  invalid JSON: expected a name in double quotes, found \"'\"; JSON knows double quotes only"),
                arguments("{a: []}", ":1:2  invalid JSON: expected a name in double quotes, found \"a\""),
                arguments("// x\n{}", ":1:1  invalid JSON: expected \"{\", found \"/\"; JSON has no comments"),
                arguments(
                        "{\"a\": [] # x\n}",
                        ":1:10  invalid JSON: expected \",\" or \"}\", found \"#\"; JSON has no comments"),
                arguments("{\"a\": [", ":1:8  invalid JSON: expected a value, found the end of the file"),
                arguments("{\"a\": []", ":1:9  invalid JSON: expected \",\" or \"}\", found the end of the file"),
                arguments(
                        "{\"a",
                        ":1:4  invalid JSON: expected the closing quote of a string, found the end of the file"),
                arguments(
                        "{\"a\n\": []}",
                        ":1:4  invalid JSON: expected the closing quote of a string, found a line break"),
                arguments(
                        "{\"a\\q\": []}",
                        ":1:5  invalid JSON: expected one of \"\\/bfnrtu after a backslash, found \"q\""),
                arguments("{\"a\": nope}", ":1:7  invalid JSON: expected a value, found \"n\""),
                arguments("{\"a\": []} x", ":1:11  invalid JSON: expected the end of the file, found \"x\""),
                arguments("{\"a\": []} {}", ":1:11  expected the end of the file after the list; remove what follows"),
                arguments(
                        "[".repeat(1001),
                        ":1:1002  invalid JSON: nested deeper, or longer in a name or number, than we read"));
    }

    @ParameterizedTest
    @MethodSource
    void a_list_without_tables_is_refused(String text, String problem) {
        assertOneProblem(text, problem);
    }

    static Stream<Arguments> a_list_without_tables_is_refused() {
        return Stream.of(
                arguments("", "  is empty. " + NEVER_EMPTY),
                arguments(" \n ", "  is empty. " + NEVER_EMPTY),
                arguments("{}", ":1:1  lists no table. " + NEVER_EMPTY),
                arguments("{\"$options\": {}}", ":1:1  lists no table. " + NEVER_EMPTY),
                arguments("[]", ":1:1  expected an object, table → kept columns; found a list"),
                arguments("\"users\"", ":1:1  expected an object, table → kept columns; found a string"),
                arguments("null", ":1:1  expected an object, table → kept columns; found null"));
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_entry_is_reported_at_its_place(String text, String problem) {
        assertOneProblem(text, problem);
    }

    static Stream<Arguments> a_wrong_entry_is_reported_at_its_place() {
        return Stream.of(
                arguments(
                        "{\"users\": [],\n \"users\": []}",
                        ":2:2  \"users\" is listed already, at 1:2; make one entry of the two"),
                arguments(
                        "{\"users\": [],\n \"public.users\": []}",
                        ":2:2  \"public.users\" is the same table as \"users\", which is listed already, at 1:2;"
                                + " make one entry of the two"),
                arguments(
                        "{\"users\": \"id\"}",
                        ":1:11  \"users\" needs a list of the columns to keep, or an object with \"rows\", \"keep\" or"
                                + " \"fake\"; found a string"),
                arguments(
                        "{\"a.b.c\": []}",
                        ":1:2  \"a.b.c\" is not the name of a table: it has 3 parts; expected \"table\" or"
                                + " \"schema.table\", a part with a dot or a double quote in it as \"\\\"odd.part\\\"\""),
                arguments("{\"t\": [1]}", ":1:8  expected the name of a column; found a number"),
                arguments("{\"t\": [\"\"]}", ":1:8  the name of a column is empty"),
                arguments(
                        "{\"t\": [\"a\", \"a\"]}",
                        ":1:13  column \"a\" of \"t\" is already kept, at 1:8; remove one of the two"),
                arguments(
                        "{\"t\": {\"keep\": [\"a\"], \"fake\": {\"a\": \"email\"}}}",
                        ":1:32  column \"a\" of \"t\" is already kept, at 1:17; remove one of the two"),
                arguments(
                        "{\"t\": {\"fake\": {\"a\": \"email\", \"a\": \"uuid\"}}}",
                        ":1:31  column \"a\" of \"t\" is already faked, at 1:17; remove one of the two"),
                arguments("{\"t\": {\"kep\": []}}", ":1:8  unknown key \"kep\"; did you mean \"keep\"?"),
                arguments(
                        "{\"t\": {\"columns\": []}}",
                        ":1:8  unknown key \"columns\"; expected one of \"rows\", \"keep\", \"fake\""),
                arguments(
                        "{\"t\": {\"keep\": [], \"keep\": []}}",
                        ":1:20  the key \"keep\" is there already, at 1:8; remove one of the two"),
                arguments("{\"t\": {\"keep\": \"a\"}}", ":1:16  \"keep\" needs a list of columns; found a string"),
                arguments(
                        "{\"t\": {\"fake\": [\"a\"]}}",
                        ":1:16  \"fake\" needs an object, column → generator; found a list"),
                arguments("{\"t\": {\"rows\": \"non\"}}", ":1:16  \"rows\" cannot be \"non\"; did you mean \"none\"?"),
                arguments(
                        "{\"t\": {\"rows\": \"some\"}}",
                        ":1:16  \"rows\" cannot be \"some\"; expected one of \"all\", \"none\""),
                arguments("{\"t\": {\"rows\": false}}", ":1:16  \"rows\" needs one of \"all\", \"none\"; found false"),
                arguments(
                        "{\"t\": {\"rows\": \"none\", \"keep\": [\"a\"]}}",
                        ":1:24  \"keep\" has no meaning beside \"rows\": \"none\"; remove one of the two"),
                arguments(
                        "{\"t\": {\"rows\": \"none\", \"fake\": {}}}",
                        ":1:24  \"fake\" has no meaning beside \"rows\": \"none\"; remove one of the two"),
                arguments(
                        "{\"$optoins\": {}, \"t\": []}", ":1:2  unknown key \"$optoins\"; did you mean \"$options\"?"),
                arguments(
                        "{\"$cash\": [], \"t\": []}",
                        ":1:2  unknown key \"$cash\"; a table of this name is written \"\\\"$cash\\\"\""));
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_fake_is_reported_at_its_place(String fake, String problem) {
        assertOneProblem("{\"t\": {\"fake\":\n{\"a\": " + fake + "}}}", problem);
    }

    static Stream<Arguments> a_wrong_fake_is_reported_at_its_place() {
        return Stream.of(
                arguments("\"\"", ":2:7  the name of a generator is empty"),
                arguments("7", ":2:7  expected the name of a generator, an object or null; found a number"),
                arguments("[]", ":2:7  expected the name of a generator, an object or null; found a list"),
                arguments("\"#{lorem\"", ":2:7  the expression is not closed; expected \"#{provider.method}\""),
                arguments("{\"min\": 1}", ":2:7  a fake needs exactly one of \"as\", \"value\", \"sql\"; found none"),
                arguments(
                        "{\"as\": \"x\", \"sql\": \"n\"}",
                        ":2:7  a fake needs exactly one of \"as\", \"value\", \"sql\"; found \"as\", \"sql\""),
                arguments("{\"as\": 7}", ":2:14  \"as\" needs the name of a generator; found a number"),
                arguments(
                        "{\"as\": \"x\", \"as\": \"y\"}",
                        ":2:19  \"as\" is there already, at 2:8; remove one of the two"),
                arguments("{\"as\": \"null\", \"min\": 1}", ":2:22  \"null\" takes no parameters; remove \"min\""),
                arguments("{\"value\": 1, \"min\": 1}", ":2:20  \"value\" takes no parameters; remove \"min\""),
                arguments(
                        "{\"as\": \"x\", \"p\": {}}",
                        ":2:24  a parameter is a string, a number, true, false or a list of these; found an object"),
                arguments(
                        "{\"as\": \"x\", \"p\": [[]]}",
                        ":2:25  a parameter is a string, a number, true, false or a list of these; found a list"),
                arguments(
                        "{\"value\": null}", ":2:17  \"value\" cannot be null; write \"null\" in place of the object"),
                arguments("{\"value\": [1]}", ":2:17  \"value\" needs a string, a number, true or false; found a list"),
                arguments("{\"sql\": \" \"}", ":2:15  \"sql\" needs an expression in a string; found an empty string"),
                arguments("{\"sql\": 1}", ":2:15  \"sql\" needs an expression in a string; found a number"));
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_option_is_reported_at_its_place(String options, String problem) {
        assertOneProblem("{\"t\": [], \"$options\":\n" + options + "}", problem);
    }

    static Stream<Arguments> a_wrong_option_is_reported_at_its_place() {
        String locale = ":2:12  \"locale\" needs a language tag (BCP 47) such as \"en-GB\" or \"de\"; found ";
        return Stream.of(
                arguments("[]", ":2:1  \"$options\" needs an object; found a list"),
                arguments("{\"unlistd\": \"fake\"}", ":2:2  unknown option \"unlistd\"; did you mean \"unlisted\"?"),
                arguments(
                        "{\"rows\": \"all\"}",
                        ":2:2  unknown option \"rows\"; expected one of \"locale\", \"unlisted\", \"acceptedLiterals\""),
                arguments(
                        "{\"locale\": \"de\",\n\"locale\": \"fr\"}",
                        ":3:1  the option \"locale\" is there already, at 2:2; remove one of the two"),
                arguments("{\"locale\": \"en_GB\"}", locale + "\"en_GB\"; did you mean \"en-GB\"?"),
                arguments("{\"locale\": \"englishGB\"}", locale + "\"englishGB\""),
                arguments("{\"locale\": \"\"}", locale + "\"\""),
                arguments("{\"locale\": 7}", locale + "a number"),
                arguments(
                        "{\"unlisted\": \"eror\"}", ":2:14  \"unlisted\" cannot be \"eror\"; did you mean \"error\"?"),
                arguments(
                        "{\"unlisted\": \"drop\"}",
                        ":2:14  \"unlisted\" cannot be \"drop\"; expected one of \"structure\", \"fake\", \"error\""),
                arguments(
                        "{\"acceptedLiterals\": \"x\"}",
                        ":2:22  \"acceptedLiterals\" needs a list of fingerprints; found a string"),
                arguments("{\"acceptedLiterals\": [1]}", ":2:23  expected a fingerprint; found a number"),
                arguments(
                        "{\"acceptedLiterals\": [\"0123456789ABCDEF\"]}",
                        ":2:23  a fingerprint has 16 lower-case hexadecimal digits; this has not"),
                arguments(
                        "{\"acceptedLiterals\": [\"0123456789abcdef\", \"0123456789abcdef\"]}",
                        ":2:43  \"0123456789abcdef\" is accepted already; remove it"));
    }

    @Test
    void everything_is_reported_at_once_in_the_order_of_the_file() {
        assertThatThrownBy(() -> AllowList.parse("""
                        {
                          "users": ["id", "id"],
                          "orders": {"kep": [], "rows": "non", "fake": {"x": 1}},
                          "$options": {"locale": 1, "unlistd": 2},
                          "public.users": []
                        }
                        """, "allow_list.json")).hasMessage("""
                        The allow list cannot be read (7 problems):
                        - allow_list.json:2:19  column "id" of "users" is already kept, at 2:13; remove one of the two
                        - allow_list.json:3:14  unknown key "kep"; did you mean "keep"?
                        - allow_list.json:3:33  "rows" cannot be "non"; did you mean "none"?
                        - allow_list.json:3:54  expected the name of a generator, an object or null; found a number
                        - allow_list.json:4:26  "locale" needs a language tag (BCP 47) such as "en-GB" or "de"; \
                        found a number
                        - allow_list.json:4:29  unknown option "unlistd"; did you mean "unlisted"?
                        - allow_list.json:5:3  "public.users" is the same table as "users", which is listed already, \
                        at 2:3; make one entry of the two""");
    }

    @Test
    void a_name_with_line_breaks_or_of_great_length_cannot_break_the_report() {
        assertOneProblem(
                "{\"t\": [\"a\\nb\\u0007\", \"a\\nb\\u0007\"]}",
                ":1:22  column \"a\\nb\\u0007\" of \"t\" is already kept, at 1:8; remove one of the two");
        assertOneProblem(
                "{\"$" + "x".repeat(500) + "\": [], \"t\": []}",
                ":1:2  unknown key \"$" + "x".repeat(159) + "…\"; a table of this name is written \"\\\"$"
                        + "x".repeat(158) + "…\"");
    }

    private static void assertOneProblem(String text, String problem) {
        assertThatThrownBy(() -> AllowList.parse(text, "list.json"))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The allow list cannot be read (1 problem):\n- list.json" + problem)
                .asInstanceOf(InstanceOfAssertFactories.type(SanitiserException.class))
                .extracting(SanitiserException::kind)
                .isEqualTo(FailureKind.PLAN);
    }
}
