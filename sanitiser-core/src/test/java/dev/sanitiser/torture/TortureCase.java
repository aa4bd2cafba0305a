package dev.sanitiser.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanitiser.DumpListener;
import dev.sanitiser.DumpOptions;
import dev.sanitiser.DumpReport;
import dev.sanitiser.DumpTarget;
import dev.sanitiser.FaithfulCopy;
import dev.sanitiser.Sanitiser;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** A random database and allow list, dumped and restored; the same seed makes the same case. */
record TortureCase(long seed, RandomDatabase database, RandomAllowList allowList, Outcome outcome) {

    private static final String CONSTRAINTS = """
            SELECT conrelid::regclass::text, conname, contype::text, convalidated FROM pg_constraint
            WHERE oid >= 16384 AND conparentid = 0 AND coninhcount = 0
            UNION ALL SELECT indrelid::regclass::text, c.relname, 'i', indisvalid
            FROM pg_index JOIN pg_class AS c ON c.oid = indexrelid
            WHERE indexrelid >= 16384 AND NOT c.relispartition AND c.relnamespace <> 'pg_toast'::regnamespace
            ORDER BY 1, 2, 3
            """;

    /** @param folder for the archive */
    static TortureCase run(long seed, Path folder) throws SQLException {
        Dice dice = new Dice(seed);
        try (TestDatabase source = TestDatabase.create()) {
            RandomDatabase database = RandomDatabase.make(dice, source);
            RandomAllowList allowList = RandomAllowList.make(dice, database.tables());
            Outcome outcome = outcome(source, database, allowList, folder.resolve("copy.dump"));
            return new TortureCase(seed, database, allowList, outcome);
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private static Outcome outcome(
            TestDatabase source, RandomDatabase database, RandomAllowList allowList, Path archive) {
        try {
            DumpReport report = Sanitiser.dump(
                    Source.of(source.dataSource()),
                    AllowList.parse(allowList.json(), "list.json"),
                    DumpOptions.defaults(),
                    DumpTarget.file(archive),
                    DumpListener.silent());
            checkCopy(source, database, allowList, archive, report);
            return new Outcome(Outcome.Kind.RESTORED, List.of());
        } catch (SanitiserException e) {
            return e.kind() == FailureKind.PLAN ? new Outcome(Outcome.Kind.REFUSED, problems(e)) : failed(e);
        } catch (RuntimeException | AssertionError e) {
            return failed(e);
        }
    }

    private static void checkCopy(
            TestDatabase source, RandomDatabase database, RandomAllowList allowList, Path archive, DumpReport report) {
        try (TestDatabase copy = TestDatabase.create()) {
            assertThat(Restores.restore(archive, copy)).isEqualTo(Restores.SILENT_SUCCESS);
            assertThat(copy.query(CONSTRAINTS)).isEqualTo(source.query(CONSTRAINTS));
            FaithfulCopy.checkRows(source, copy, report.plan());
            KeptColumns kept = new KeptColumns(database, allowList, report.plan(), source);
            kept.checkTreatments();
            kept.checkRelations(source, copy);
            assertThat(kept.leaksIn(archive))
                    .as("values of columns that are not kept")
                    .isEmpty();
        }
    }

    private static List<String> problems(SanitiserException refusal) {
        return Objects.requireNonNull(refusal.getMessage())
                .lines()
                .filter(l -> l.startsWith("- "))
                .map(l -> l.substring(2))
                .toList();
    }

    private static Outcome failed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return new Outcome(Outcome.Kind.FAILED, List.of(text.toString()));
    }
}
