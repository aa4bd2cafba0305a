package dev.sanitiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.fake.EveryType;
import dev.sanitiser.fake.FakedTable;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.testing.CommandLine;
import dev.sanitiser.testing.Databases;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road for a table with a column of every type, none of them kept. */
class EveryTypeDumpTest {

    private static final int ROWS = 300;
    private static final AllowList NOTHING_KEPT = AllowList.parse("{\"every_type\": []}", "list.json");

    @Test
    void restores_with_all_rows_and_nulls(@TempDir Path folder) {
        Path dump = folder.resolve("every_type.dump");
        try (TestDatabase source = everyType();
                TestDatabase copy = TestDatabase.create()) {
            fillWhatHasFakes(source);
            String structure = Databases.structureOf(source);

            Sanitiser.dump(
                    Source.of(source.dataSource()),
                    NOTHING_KEPT,
                    DumpOptions.defaults(),
                    DumpTarget.file(dump),
                    DumpListener.silent());

            assertThat(CommandLine.run("pg_restore", "-d", copy.name(), dump.toString()))
                    .isEqualTo(new CommandLine(0, "", ""));
            assertThat(counts(copy)).isEqualTo(counts(source));
            assertThat(Databases.structureOf(copy)).isEqualTo(structure);
            assertThat(Databases.structureOf(source)).isEqualTo(structure);
        }
    }

    @Test
    void both_strategies_give_the_same_rows(@TempDir Path folder) {
        try (TestDatabase source = everyType()) {
            fillWhatHasFakes(source);
            for (Strategy strategy : Strategy.values()) {
                Sanitiser.dump(
                        Source.of(source.dataSource()),
                        NOTHING_KEPT,
                        DumpOptions.defaults().withStrategy(strategy),
                        DumpTarget.directory(folder.resolve(strategy.name())),
                        DumpListener.silent());
            }

            assertThat(DataFiles.rows(folder.resolve("STREAM"))).isEqualTo(DataFiles.rows(folder.resolve("SCRATCH")));
        }
    }

    @Test
    void a_type_without_a_fake_stops_the_plan_which_names_every_such_column() {
        try (TestDatabase source = everyType()) {
            List<String> withoutFake = columnsWithoutFake(source);

            SanitiserException failure = catchThrowableOfType(
                    SanitiserException.class,
                    () -> Sanitiser.plan(source.dataSource(), NOTHING_KEPT, PlanOptions.defaults()));

            assertThat(failure.kind()).isEqualTo(FailureKind.PLAN);
            assertThat(namedColumns(failure)).containsExactlyInAnyOrderElementsOf(withoutFake);
        }
    }

    private static TestDatabase everyType() {
        TestDatabase database = TestDatabase.create().run(EveryType.TYPES);
        return database.run(EveryType.tableOf(database, "every_type"));
    }

    private static List<String> columnsWithoutFake(TestDatabase database) {
        return FakedTable.of(database, "every_type").columnsWithoutFake().stream()
                .map(Column::name)
                .toList();
    }

    private static List<String> namedColumns(SanitiserException failure) {
        return Pattern.compile("(?m)^- every_type\\.(c[0-9]+): ")
                .matcher(failure.getMessage())
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static void fillWhatHasFakes(TestDatabase source) {
        FakedTable.of(source, "every_type").fill(ROWS);
        columnsWithoutFake(source).forEach(c -> source.run("ALTER TABLE every_type DROP COLUMN " + c));
        source.run("UPDATE every_type SET " + String.join(", ", nullsHereAndThere(source)));
    }

    /** In a third of the rows, and in other ones for the next column; two domains forbid it. */
    private static List<String> nullsHereAndThere(TestDatabase source) {
        return source.query("""
                SELECT format(
                    '%1$I = CASE WHEN ((ctid::text::point)[1]::int + %2$s) %% 3 > 0 THEN %1$I END', attname, attnum)
                FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
                WHERE attrelid = 'every_type'::regclass AND attnum > 0 AND NOT attisdropped
                  AND t.typname NOT IN ('code', 'short_code')
                """);
    }

    /** Of all rows, and for each column of those where it is not NULL. */
    private static List<String> counts(TestDatabase database) {
        String perColumn = database.query("""
                SELECT string_agg(format('count(*) FILTER (WHERE %I IS DISTINCT FROM NULL)', attname), ', ' ORDER BY attnum)
                FROM pg_catalog.pg_attribute
                WHERE attrelid = 'public.every_type'::regclass AND attnum > 0 AND NOT attisdropped
                """).get(0);
        return database.query("SELECT count(*), " + perColumn + " FROM public.every_type");
    }
}
