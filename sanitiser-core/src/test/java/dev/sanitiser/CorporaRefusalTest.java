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
    void unique_expressions_and_predicates() {
        refuses("graphile", Set.of(), """
                The allow list does not fit the database (2 problems):
                - index_expressions.employee, unique index employee_name: no generator can make its faked columns \
                unique. Keep first_name, last_name.
                - smart_comment_relations.buildings, unique index buildings_property_id_idx: its key is kept, but its \
                predicate reads the faked is_primary, so the copy might repeat a key. Keep is_primary, or do not keep \
                the key.""");
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
