package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that somebody has reviewed is not stretched to a database that has changed since. */
class StalePlanTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users DROP COLUMN note",
                "ALTER TABLE users ADD COLUMN phone text",
                "ALTER TABLE users ALTER COLUMN note TYPE varchar(5)",
                "CREATE TABLE sessions (id int)",
            })
    void a_change_since_the_plan_was_made_ends_the_run(String migration) throws Exception {
        try (TestDatabase database = TestDatabase.create().run("CREATE TABLE users (id int, note text)")) {
            Source source = Source.of(database.dataSource());
            SanitisationPlan plan = Sanitiser.plan(
                    source, AllowList.parse("{\"users\": [\"id\"]}", "list.json"), PlanOptions.defaults());
            DumpTarget target = DumpTarget.file(Files.writeString(folder.resolve("shop.dump"), "the previous dump"));
            database.run(migration);

            assertThatThrownBy(
                            () -> Sanitiser.dump(source, plan, DumpOptions.defaults(), target, DumpListener.silent()))
                    .isInstanceOf(SanitiserException.class)
                    .hasMessage("The database has changed since the plan was made. Make a new plan, review it, and run"
                            + " again.")
                    .extracting(e -> ((SanitiserException) e).kind())
                    .isEqualTo(FailureKind.PLAN);

            assertThat(folder.toFile().list()).containsExactly("shop.dump");
            assertThat(folder.resolve("shop.dump")).hasContent("the previous dump");
        }
    }
}
