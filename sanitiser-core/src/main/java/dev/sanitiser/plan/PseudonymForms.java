package dev.sanitiser.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The only forms in which a scope may use a value that it must not let out, as text that this class wrote on its own:
 * in a pattern, {@code "?"} is the column, {@code "!"} the alias of a key's tables, {@code '?'} a tag and {@code 99} a
 * number.
 */
final class PseudonymForms {

    private static final String HASH = """
            "pg_catalog"."sha256"("k"."o" || "pg_catalog"."sha256"("k"."i" || "pg_catalog"."textsend"(%s)))""";
    private static final String PADS = """
            (select
                "pg_catalog"."decode"("pg_catalog"."current_setting"('sanitiser.inner_pad'), 'hex') as "i",
                "pg_catalog"."decode"("pg_catalog"."current_setting"('sanitiser.outer_pad'), 'hex') as "o"
            offset 0) as "k"
            """;
    private static final String ROUND = """
            (select "pg_catalog"."array_agg"(cast((
                    "pg_catalog"."get_byte"("b"."h", 2 * "j"."j") * 256
                    + "pg_catalog"."get_byte"("b"."h", 2 * "j"."j" + 1)) & 99 as "pg_catalog"."int2")
                    order by "b"."c", "j"."j")
                from (
                    select "c"."c" as "c", %s as "h"
                    from "pg_catalog"."generate_series"(0, 99) as "c"("c") offset 0) as "b"
                cross join "pg_catalog"."generate_series"(0, 15) as "j"("j")) as "r%d"
            """;

    private static final SqlText PAD_TABLE = SqlText.of(PADS);
    private static final SqlText ROUND_TABLE = SqlText.of("(select "
            + String.join(
                    ", ",
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(i -> ROUND.formatted(HASH.formatted("'?' || \"c\".\"c\""), i))
                            .toList())
            + " from " + PADS + " offset 0) as \"!\"");
    private static final SqlText PERMUTATION = SqlText.of(permutation());
    private static final List<SqlText> DIGESTS = Stream.of(
                    "cast(\"t\".\"?\" as \"pg_catalog\".\"text\")",
                    "\"pg_catalog\".\"lower\"(cast(\"t\".\"?\" as \"pg_catalog\".\"text\"))",
                    "cast(\"pg_catalog\".\"trim_scale\"(cast(\"t\".\"?\" as \"pg_catalog\".\"numeric\")) as"
                            + " \"pg_catalog\".\"text\")",
                    "cast(cast(\"t\".\"?\" as \"pg_catalog\".\"float8\") + 0 as \"pg_catalog\".\"text\")")
            .map(text -> SqlText.of("""
                    (cast(cast('x' || "pg_catalog"."encode"("pg_catalog"."substr"(%s, 1, 8), 'hex')
                        as "pg_catalog"."bit"(64)) as "pg_catalog"."int8") & 9223372036854775807) %% 99 + 1
                    """.formatted(HASH.formatted("'?' || " + text))))
            .toList();

    private static final Pattern TAG = Pattern.compile("'[0-9a-f:]+'");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private PseudonymForms() {}

    /**
     * A number that a scope lets out.
     *
     * @param column quoted
     * @param constants the tags and numbers of its expression
     */
    record Numbered(String column, Set<String> constants, int end) {

        /** Whether the constants are those of a column's treatment. */
        boolean isOf(PseudonymNumber expected) {
            return constants.equals(
                    expected instanceof PseudonymNumber.Permutation permutation
                            ? Set.of(Integer.toString(1 << permutation.halfBits()))
                            : Set.of(
                                    "'" + expected.tag() + ":'",
                                    Long.toString(((PseudonymNumber.Digest) expected).space())));
        }
    }

    private static String permutation() {
        String index = "(cast(\"t\".\"?\" as \"pg_catalog\".\"int8\") - 1)";
        String left = "(" + index + " / 99)";
        String right = "(" + index + " % 99)";
        for (int round = 1; round <= 4; round++) {
            String mixed = "(" + left + " # \"!\".\"r" + round + "\"[cast(" + right + " as \"pg_catalog\".\"int4\")"
                    + " + 1])";
            left = right;
            right = mixed;
        }
        return "(" + left + " * 99 + " + right + " + 1)";
    }

    /** @return empty if no number begins here */
    static Optional<Numbered> number(SqlText sql, int at) {
        return Stream.concat(Stream.of(PERMUTATION), DIGESTS.stream())
                .flatMap(form -> match(sql, at, form).stream())
                .findFirst();
    }

    /** @return the position after the tables of a key; -1 if none begin here */
    static int tables(SqlText sql, int at) {
        return Stream.of(PAD_TABLE, ROUND_TABLE)
                .flatMap(form -> match(sql, at, form).stream())
                .map(Numbered::end)
                .findFirst()
                .orElse(-1);
    }

    private static Optional<Numbered> match(SqlText sql, int at, SqlText form) {
        Set<String> columns = new HashSet<>();
        Set<String> aliases = new HashSet<>();
        Set<String> constants = new HashSet<>();
        for (int i = 0; i < form.size(); i++) {
            String token = sql.get(at + i);
            boolean fits = switch (form.get(i)) {
                case "\"?\"" -> token.startsWith("\"") && isOne(columns, token);
                case "\"!\"" -> token.matches("\"k[0-9]+\"") && isOne(aliases, token);
                case "'?'" -> TAG.matcher(token).matches() && isAny(constants, token);
                case "99" -> NUMBER.matcher(token).matches() && isAny(constants, token);
                default -> token.equals(form.get(i));
            };
            if (!fits) {
                return Optional.empty();
            }
        }
        return Optional.of(new Numbered(columns.stream().findFirst().orElse(""), constants, at + form.size()));
    }

    private static boolean isOne(Set<String> seen, String token) {
        seen.add(token);
        return seen.size() == 1;
    }

    private static boolean isAny(Set<String> seen, String token) {
        seen.add(token);
        return true;
    }
}
