package dev.sanitiser.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.testing.Corpus;
import dev.sanitiser.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts for databases of other projects, beside what a person thought of their columns before. */
class ConfusionTest {

    @ParameterizedTest
    @ValueSource(strings = {"chinook_mixed", "employee", "graphile", "northwind", "pagila"})
    void keeps_no_personal_column_and_fits_the_database(String corpus) throws IOException {
        try (TestDatabase database = Corpus.orSkip(corpus).restore()) {
            AllowListDraft draft = draft(database, DraftOptions.defaults());

            Confusion confusion = Confusion.of(corpus, draft);
            assertThat(confusion.personal().get(Proposal.KEEP)).isEmpty();
            assertThat(documentation()).contains(confusion.row());
            assertThat(personalColumnsKept(corpus, plan(database, draft.toJson(), PlanOptions.defaults())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chinook_mixed", "employee", "graphile", "northwind", "pagila"})
    void keeps_no_personal_column_of_an_empty_schema(String corpus) throws IOException {
        try (TestDatabase database = Corpus.orSkip(corpus).restore()) {
            AllowListDraft byCatalog = draft(database, DraftOptions.defaults().withSampleRowCount(0));
            database.run(truncation(database));
            AllowListDraft ofNothing = draft(database, DraftOptions.defaults());

            Confusion confusion = Confusion.of(corpus, byCatalog);
            assertThat(confusion.personal().get(Proposal.KEEP)).isEmpty();
            assertThat(documentation()).contains(confusion.row());
            assertThat(ofNothing.toJson()).isEqualTo(byCatalog.toJson());
            PlanOptions strict = new PlanOptions(
                    PlanOptions.defaults().schemas(),
                    PlanOptions.defaults().excludedTables(),
                    PlanOptions.UnclassifiedColumns.ERROR);
            assertThat(personalColumnsKept(corpus, plan(database, byCatalog.toStrictJson(), strict)))
                    .isEmpty();
            AllowList list = AllowList.parse(byCatalog.toStrictJson(), "draft.json");
            assertThat(Sanitiser.drift(database.dataSource(), list, strict).findings())
                    .isEmpty();
        }
    }

    private static AllowListDraft draft(TestDatabase database, DraftOptions options) {
        return Sanitiser.draft(database.dataSource(), options);
    }

    private static SanitisationPlan plan(TestDatabase database, String json, PlanOptions options) {
        return Sanitiser.plan(database.dataSource(), AllowList.parse(json, "draft.json"), options);
    }

    /** Whatever the draft proposes: what would travel. */
    private static List<String> personalColumnsKept(String corpus, SanitisationPlan plan) {
        return plan.tables().stream()
                .flatMap(table -> Classification.of(corpus).stream()
                        .filter(c -> c.personal() && isOf(c, table))
                        .filter(c -> table.columns().stream()
                                .anyMatch(p -> p.column().name().equals(c.column())
                                        && p.treatment().label().equals("keep"))))
                .map(c -> c.table() + "." + c.column())
                .toList();
    }

    private static boolean isOf(Classification column, TablePlan table) {
        return column.table().equals(table.name().schema() + "." + table.name().name());
    }

    private static String truncation(TestDatabase database) {
        return "TRUNCATE "
                + String.join(
                        ", ",
                        database.query("SELECT c.oid::regclass FROM pg_class AS c JOIN pg_namespace AS n"
                                + " ON n.oid = c.relnamespace WHERE c.relkind = 'r'"
                                + " AND n.nspname !~ '^(pg_|information_schema$)'"))
                + " CASCADE";
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("..", "docs", "init.md"));
    }
}
