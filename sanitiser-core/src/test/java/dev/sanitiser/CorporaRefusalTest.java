package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.KeysOnly;
import dev.sanitiser.testing.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What this version cannot fake in real databases of other projects: refused before a row is read, with a remedy. */
class CorporaRefusalTest {

    @Test
    void a_domain_with_bounds() {
        refuses("pagila", Set.of(), """
                The allow list does not fit the database (1 problem):
                - film.release_year: the fakes do not satisfy the constraints of its type public.year: year_check CHECK \
                (((VALUE >= 1901) AND (VALUE <= 2155))). Keep the columns, or name a generator that fits under "fake". \
                (PostgreSQL: the server refused it (SQLSTATE 23514, schema public, type year, constraint year_check))""");
    }

    @Test
    void a_check_with_literals() {
        refuses("employee", Set.of(), """
                The allow list does not fit the database (1 problem):
                - employee, constraint employee_gender_check on gender: the fakes do not satisfy CHECK ((gender = ANY \
                (ARRAY['M'::text, 'F'::text]))). Keep the columns, or name a generator that fits under "fake".""");
    }

    @Test
    void unique_expressions_and_predicates() {
        refuses("graphile", Set.of(), """
                The allow list does not fit the database (2 problems):
                - index_expressions.employee, unique index employee_name: no generator can make its faked columns \
                unique. Keep first_name, last_name.
                - smart_comment_relations.buildings, unique index buildings_property_id_idx: its key is kept, but its \
                predicate reads the faked is_primary, so the copy might repeat a key. Keep is_primary, or do not keep \
                the key.""");
    }

    @Test
    void domains_with_expressions() {
        refuses(
                "graphile",
                Set.of(
                        "index_expressions.employee.first_name",
                        "index_expressions.employee.last_name",
                        "smart_comment_relations.buildings.is_primary"),
                """
                The allow list does not fit the database (3 problems):
                - c.person.email: the fakes do not satisfy the constraints of its type b.email: email_check CHECK \
                ((VALUE ~* '^.+@.+\\..+$'::text)). Keep the columns, or name a generator that fits under "fake". \
                (PostgreSQL: the server refused it (SQLSTATE 23514, schema b, type email, constraint email_check))
                - c.person.email: it must be unique, but some of its fakes are equal. Keep the column, or name another \
                generator. (PostgreSQL: the server refused it (SQLSTATE 23514, schema b, type email, constraint \
                email_check))
                - nested_arrays.t.v: the fakes do not satisfy the constraints of its type nested_arrays.working_hours: \
                working_hours_check CHECK ((cardinality(VALUE) = 8)). Keep the columns, or name a generator that fits \
                under "fake". (PostgreSQL: the server refused it (SQLSTATE 23514, schema nested_arrays, type \
                work_hour, constraint work_hour_check))""");
    }

    private static void refuses(String corpus, Set<String> alsoKept, String message) {
        try (TestDatabase source = Corpus.orSkip(corpus).restore()) {
            assertThatThrownBy(() -> Sanitiser.plan(
                            source.dataSource(),
                            KeysOnly.and(alsoKept, Databases.catalogOf(source)),
                            PlanOptions.defaults()))
                    .isInstanceOf(SanitiserException.class)
                    .hasMessage(message);
        }
    }
}
