package dev.sanitiser.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of expressions as PostgreSQL deparses them. */
class RequirementsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ((role)::text = ANY ((ARRAY['admin'::character varying, 'it''s'::character varying])::text[])) ; [admin, it's]
            ((role = 'a'::text) OR (role = 'b'::text))     ; [a, b]
            (role = ANY (ARRAY[1, 2, '-3'::integer]))      ; [1, 2, -3]
            (role OPERATOR(public.=) 'x'::public.citext)   ; [x]
            (lower(role) = ANY (ARRAY['x'::text]))         ; [x]
            ((role % 4) = 3)                               ; [3, 7, 11, 15, 19, 23, 27, 31]
            (mod(role, 2) = 0)                             ; [0, 2, 4, 6, 8, 10, 12, 14]
            (jsonb_typeof(role) = 'boolean'::text)         ; [true]
            (role IS TRUE)                                 ; [true]
            role                                           ; [true]
            (NOT role)                                     ; [false]
            (NOT (role <> 'z'::bpchar))                    ; [z]
            ("role" = E'back\\\\slash')                    ; [back\\slash]
            """)
    void literals(String expression, String literals) {
        assertThat(only(expression).literals().orElseThrow()).hasToString(literals);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ((role > (0)::numeric) AND (role <= 9.5))               ; [Bound[literal=0, inclusive=false]] ; [Bound[literal=9.5, inclusive=true]]
            ((0 < role) AND (10 >= role))                           ; [Bound[literal=0, inclusive=false]] ; [Bound[literal=10, inclusive=true]]
            (NOT ((role < '-5'::integer) OR (role > 5)))            ; [Bound[literal=-5, inclusive=true]] ; [Bound[literal=5, inclusive=true]]
            ((role IS NOT NULL) AND (role >= '2020-01-01 00:00:00+00'::timestamp with time zone)) ; [Bound[literal=2020-01-01 00:00:00+00, inclusive=true]] ; []
            (EXTRACT(year FROM role) = (2004)::numeric)             ; [Bound[literal=2004-01-01, inclusive=true]] ; [Bound[literal=2005-01-01, inclusive=false]]
            (date_part('year'::text, role) < (2004)::double precision) ; [] ; [Bound[literal=2004-01-01, inclusive=false]]
            """)
    void bounds(String expression, String lower, String upper) {
        assertThat(only(expression).lower()).hasToString(lower);
        assertThat(only(expression).upper()).hasToString(upper);
    }

    @Test
    void lengths() {
        Requirement exact = only("(char_length((role)::text) = 12)");
        assertThat(exact.fewestCharacters()).isEqualTo(OptionalInt.of(12));
        assertThat(exact.mostCharacters()).isEqualTo(OptionalInt.of(12));
        assertThat(only("(octet_length(role) > 3)").fewestCharacters()).isEqualTo(OptionalInt.of(4));
        assertThat(only("(cardinality(role) <= 3)").mostElements()).isEqualTo(OptionalInt.of(3));
        assertThat(only("(role = upper(role))").upperCase()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ((role)::text ~ '^[A-Z]+$'::text)         ; ^[A-Z]+$   ; false
            (role OPERATOR(public.~*) 'a|b'::text)    ; a|b        ; true
            (role ~~ '/srv/%.x_'::text)               ; ^/srv/.*\\.x.$ ; false
            (NOT (role !~ 'q'::text))                 ; q          ; false
            (role ~ similar_to_escape('a_[.%]%'::text)) ; ^(a.[.%].*)$ ; false
            """)
    void patterns(String expression, String regex, boolean ignoreCase) {
        assertThat(only(expression).patterns()).containsExactly(new Pattern(regex, ignoreCase));
    }

    @Test
    void comparisons_with_other_columns() {
        Requirements ordered = Requirements.of("((first < last) AND (total = (price * (quantity)::numeric)))");
        assertThat(ordered.of(List.of("first")).get(0).relatives()).containsExactly(new Relative("<", "last"));
        assertThat(ordered.of(List.of("last")).get(0).relatives()).containsExactly(new Relative(">", "first"));
        assertThat(ordered.of(List.of("total")).get(0).relatives())
                .containsExactly(new Relative("=", "(price * (quantity)::numeric)"));
    }

    @Test
    void alternatives_are_told_apart() {
        List<Requirement> n = Requirements.of("(((kind = 'a'::text) AND (n > 0)) OR ((kind = 'b'::text) AND (n < 0)))")
                .of(List.of("n"));
        assertThat(n).hasSize(2);
        assertThat(n.get(0).lower()).containsExactly(new Bound("0", false));
        assertThat(n.get(1).upper()).containsExactly(new Bound("0", false));
    }

    @Test
    void conjunctions_are_joined() {
        Requirement both = Requirements.of("(n = ANY (ARRAY[1, 2, 3]))")
                .and(Requirements.of("(n <> 2)"))
                .and(Requirements.of("(n = ANY (ARRAY[2, 3]))"))
                .of(List.of("n"))
                .get(0);
        assertThat(both.literals()).contains(Set.of("2", "3"));
        assertThat(both.excluded()).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(role = 'never ending",
                ")",
                "((",
                "CASE WHEN (role = 1) THEN (a > 2) ELSE false END",
                "(role IS DISTINCT FROM 'a'::text)",
                "(POSITION(('@'::text) IN (role)) > 1)",
                "(ROW(role, b) = ROW(1, 2))",
                "((role).part > 3)",
                "(role[1] = 'a'::text)",
                "((role AT TIME ZONE 'UTC'::text) > a)",
                "(public.check_it(VARIADIC ARRAY[role]))"
            })
    void what_is_not_understood_asks_for_nothing(String expression) {
        assertThat(Requirements.of(expression).of(List.of("role"))).containsExactly(Requirement.NONE);
    }

    private static Requirement only(String expression) {
        List<Requirement> all = Requirements.of(expression).of(List.of("role"));
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
