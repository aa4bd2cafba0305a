package dev.sanitiser.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpTarget;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What fakes cost: the demo's largest table, with ten faked columns and with none.
 *
 * <p>{@code mvn test -Pnightly -Dtest=CostOfFakesTest -Dsanitiser.rows=…} takes another number of rows than five
 * millions. The test prints what it measured.
 */
@Tag("nightly")
class CostOfFakesTest {

    private static final int DEMO_ROWS = 4_000;

    private static final AllowList TEN_FAKED = AllowList.parse(
            "{\"users\": [\"id\", \"role\", \"newsletter\", \"joined_at\", \"last_seen_at\", \"deleted_at\"]}",
            "list.json");

    private static final AllowList ALL_KEPT = AllowList.parse("""
            {"users": ["id", "username", "email", "password_hash", "given_name", "family_name", "role",
            "preferred_contact", "phone", "date_of_birth", "interests", "preferences", "newsletter", "joined_at",
            "last_seen_at", "deleted_at"]}""", "list.json");

    private static final String MULTIPLIED = """
            ALTER TABLE users DROP CONSTRAINT users_username_key, DROP CONSTRAINT users_email_key;
            INSERT INTO users (username, email, password_hash, given_name, family_name, role, preferred_contact, phone,
                date_of_birth, interests, preferences, newsletter, joined_at, last_seen_at, deleted_at)
            SELECT username || '-' || time, time || '.' || email, password_hash, given_name, family_name, role,
                preferred_contact, phone, date_of_birth, interests, preferences, newsletter, joined_at, last_seen_at,
                deleted_at
            FROM users, generate_series(2, %d) AS time;
            ALTER TABLE users ADD UNIQUE (username), ADD UNIQUE (email);
            ANALYZE users;
            """;

    private static final String CLONE = "CREATE UNLOGGED TABLE %s (LIKE users)";

    @TempDir
    Path folder;

    @Test
    void ten_faked_columns_are_copied_beside_none() throws SQLException {
        try (TestDatabase source = TestDatabase.create()) {
            DemoDatabase.load(source.dataSource());
            source.run(MULTIPLIED.formatted(Integer.getInteger("sanitiser.rows", 5_000_000) / DEMO_ROWS));

            print("INSERT … SELECT", fill(source, "plain", ALL_KEPT), fill(source, "faked", TEN_FAKED));
            assertThat(source.query("SELECT count(*) FROM plain JOIN faked USING (email)"))
                    .containsExactly("0");
            assertThat(source.query("SELECT count(*) FROM faked"))
                    .isEqualTo(source.query("SELECT count(*) FROM users"));

            source.run("DROP TABLE plain, faked");
            print("dump", dump(source, "plain", ALL_KEPT), dump(source, "faked", TEN_FAKED));
        }
    }

    private static Duration fill(TestDatabase source, String clone, AllowList allowList) {
        TablePlan users = Sanitiser.plan(source.dataSource(), allowList, PlanOptions.defaults()).tables().stream()
                .filter(table -> table.rows().copiesAllRows())
                .findFirst()
                .orElseThrow();
        String columns = String.join(
                ", ", users.storedColumns().stream().map(c -> c.column().name()).toList());
        source.run(CLONE.formatted(clone));
        Instant start = Instant.now();
        source.run("SET jit = off; INSERT INTO " + clone + " (" + columns + ") "
                + users.selectSql().orElseThrow());
        return Duration.between(start, Instant.now());
    }

    private Duration dump(TestDatabase source, String name, AllowList allowList) {
        return Sanitiser.dump(
                        Source.of(source.dataSource()),
                        allowList,
                        DumpOptions.defaults(),
                        DumpTarget.file(folder.resolve(name)),
                        DumpListener.silent())
                .duration();
    }

    private static void print(String what, Duration plain, Duration faked) {
        System.out.printf(
                "%s of users: plain %.1f s, ten columns faked %.1f s, ratio %.2f%n",
                what,
                plain.toMillis() / 1_000.0,
                faked.toMillis() / 1_000.0,
                (double) faked.toMillis() / plain.toMillis());
    }
}
