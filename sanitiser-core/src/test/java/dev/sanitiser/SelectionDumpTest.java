package dev.sanitiser;

import static dev.sanitiser.testing.Restores.SILENT_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.archive.ArchiveReader;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.PlanOptions;
import dev.sanitiser.plan.PlanOptions.UnclassifiedColumns;
import dev.sanitiser.plan.TablePlan;
import dev.sanitiser.postgres.Source;
import dev.sanitiser.structure.CopyMarkReader;
import dev.sanitiser.structure.MarkText;
import dev.sanitiser.testing.Restores;
import dev.sanitiser.testing.TestDatabase;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the source travels, besides the rows' values. */
class SelectionDumpTest {

    private static final String ODD_SCHEMA = "a\"b.c'; DROP TABLE person; --";

    private static final String SOURCE = """
            CREATE TABLE person (id int PRIMARY KEY, name text);
            COMMENT ON TABLE person IS 'the people';
            INSERT INTO person SELECT i, 'Person ' || i FROM generate_series(1, 5) i;
            CREATE SCHEMA "a""b.c'; DROP TABLE person; --";
            CREATE TABLE "a""b.c'; DROP TABLE person; --"."t.1" (id serial PRIMARY KEY, secret text);
            INSERT INTO "a""b.c'; DROP TABLE person; --"."t.1" (secret) SELECT 'Secret ' || i FROM generate_series(1, 5) i;
            CREATE SCHEMA log;
            CREATE TABLE log.entry (id int PRIMARY KEY, person_id int REFERENCES person, at date NOT NULL);
            INSERT INTO log.entry SELECT i, i, '2024-01-01' FROM generate_series(1, 5) i;
            CREATE VIEW log.shown AS SELECT e.id, p.name FROM log.entry e JOIN person p ON p.id = e.person_id;
            CREATE TABLE log.event (at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE log.event_2024 PARTITION OF log.event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            INSERT INTO log.event VALUES ('2024-06-01');
            """;

    private static final AllowList ALLOW_LIST = AllowList.parse("""
            {
              "person": ["id"],
              "\\"a\\"\\"b.c'; DROP TABLE person; --\\".\\"t.1\\"": ["id"],
              "log.entry": ["id", "at"],
              "log.event": ["at"]
            }
            """, "allow_list.json");

    @TempDir
    private Path folder;

    private TestDatabase source;
    private TestDatabase copy;

    @BeforeEach
    void create() {
        source = TestDatabase.create().run(SOURCE);
        copy = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        source.close();
        copy.close();
    }

    @Test
    void one_schema_travels_alone() {
        DumpReport report = restored(ALLOW_LIST, select(Set.of(ODD_SCHEMA), Set.of()));

        assertThat(report.plan().tables())
                .extracting(TablePlan::name)
                .containsExactly(new QualifiedName(ODD_SCHEMA, "t.1"));
        assertThat(userTables()).containsExactly(ODD_SCHEMA + "|t.1");
        assertThat(copy.query("INSERT INTO \"a\"\"b.c'; DROP TABLE person; --\".\"t.1\" DEFAULT VALUES RETURNING id"))
                .containsExactly("6");
    }

    @Test
    void a_foreign_key_to_a_schema_that_stays_behind_does_not_travel() {
        DumpReport report = restored(ALLOW_LIST, select(Set.of("log"), Set.of()));

        assertThat(report.structureLeftOut())
                .contains("TABLE public.person", "FK CONSTRAINT log.entry entry_person_id_fkey", "VIEW log.shown");
        assertThat(userTables()).containsExactly("log|entry", "log|event", "log|event_2024");
        assertThat(copy.query("SELECT count(*), count(person_id) FROM log.entry"))
                .containsExactly("5|5");
    }

    @Test
    void what_does_not_exist_can_be_neither_selected_nor_excluded() {
        assertThatThrownBy(() -> dump(
                        ALLOW_LIST,
                        select(
                                Set.of("log", "Log", "x"),
                                Set.of(new QualifiedName("public", "persons"), new QualifiedName("log", "show")))))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("""
                        The selection does not fit the database (4 problems):
                        - there is no schema "Log" to select; did you mean "log"?
                        - there is no schema "x" to select
                        - there is no table "log.show" to exclude; did you mean "log.shown"?
                        - there is no table "persons" to exclude; did you mean "person"?""")
                .extracting("kind")
                .isEqualTo(FailureKind.PLAN);
    }

    @Test
    void excluded_tables_stay_behind_with_everything_that_is_their_own() {
        DumpReport report = restored(
                ALLOW_LIST,
                select(
                        Set.of(),
                        Set.of(
                                new QualifiedName(ODD_SCHEMA, "t.1"),
                                new QualifiedName("public", "person"),
                                new QualifiedName("log", "event"),
                                new QualifiedName("log", "event_2024"))));

        assertThat(userTables()).containsExactly("log|entry");
        assertThat(report.plan().copiedTables())
                .extracting(TablePlan::name)
                .containsExactly(new QualifiedName("log", "entry"));
        assertThat(copy.query("SELECT count(*) FROM pg_class WHERE relkind IN ('S', 'v')"
                        + " AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"))
                .containsExactly("0");
    }

    @Test
    void comments_travel_on_demand() {
        restored(ALLOW_LIST, DumpOptions.defaults());
        assertThat(commentOnPerson()).containsExactly("null");

        copy.run("DROP TABLE person CASCADE; DROP SCHEMA log CASCADE; DROP SCHEMA \"" + ODD_SCHEMA.replace("\"", "\"\"")
                + "\" CASCADE");
        restored(ALLOW_LIST, Options.withComments(DumpOptions.Comments.KEEP));
        assertThat(commentOnPerson()).containsExactly("the people");
    }

    private List<String> commentOnPerson() {
        return copy.query("SELECT obj_description('person'::regclass)");
    }

    @Test
    void every_schema_of_the_copy_says_what_it_is() {
        DumpReport report =
                restored(ALLOW_LIST, Options.withLabel("the shop's \"database\" \\ '; DROP TABLE person; --"));

        assertThat(CopyMarkReader.read(Source.of(copy.dataSource())).marks().values())
                .hasSize(3)
                .containsOnly(new MarkText(
                        "the shop's \"database\" \\ '; DROP TABLE person; --",
                        report.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        Sanitiser.version(),
                        ALLOW_LIST.sha256()));
        assertThat(CopyMarkReader.read(Source.of(copy.dataSource())))
                .isEqualTo(CopyMarkReader.read(ArchiveReader.read(dumpFile()).entries()));
        assertThat(CopyMarkReader.read(Source.of(source.dataSource())).isSanitisedCopy())
                .isFalse();
    }

    @Test
    void event_triggers_are_refused_unless_they_may_fire() {
        source.run("""
                CREATE TABLE heard (what text);
                CREATE FUNCTION hear() RETURNS event_trigger LANGUAGE plpgsql
                    AS $$ BEGIN INSERT INTO public.heard VALUES (tg_tag); END $$;
                CREATE EVENT TRIGGER ear ON ddl_command_end EXECUTE FUNCTION hear();
                CREATE EVENT TRIGGER "a ""b"" ear" ON ddl_command_end EXECUTE FUNCTION hear();
                CREATE EVENT TRIGGER deaf ON ddl_command_end EXECUTE FUNCTION hear();
                ALTER EVENT TRIGGER deaf DISABLE;
                TRUNCATE heard;
                """);

        assertThatThrownBy(() -> dump(ALLOW_LIST, DumpOptions.defaults()))
                .isInstanceOf(SanitiserException.class)
                .hasMessage("The event triggers a \"b\" ear, ear would fire for the scratch schema and might write to"
                        + " the source. If they do no harm, allow it with --allow-event-triggers.")
                .extracting("kind")
                .isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(source.query("SELECT count(*) FROM heard")).containsExactly("0");

        restored(ALLOW_LIST, Options.withEventTriggers(DumpOptions.EventTriggers.LET_FIRE));
        assertThat(copy.query("SELECT count(*) FROM pg_event_trigger")).containsExactly("0");
        assertThat(source.query("SELECT count(*) > 0 FROM heard")).containsExactly("t");
    }

    @Test
    void literals_that_look_real_are_refused_until_somebody_accepts_them() {
        source.run("""
                CREATE FUNCTION notify() RETURNS text LANGUAGE sql AS $$ SELECT 'ann.archer@corp.com' $$;
                ALTER TABLE person ALTER name SET DEFAULT 'bob.baker@corp.com';
                """);

        assertThatThrownBy(() -> dump(ALLOW_LIST, DumpOptions.defaults()))
                .isInstanceOf(SanitiserException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualTo("""
                        The structure holds literals that look like real values (2 problems):
                        - FUNCTION public.notify(): a literal looks like an e-mail address (fingerprint %s)
                        - TABLE public.person: a literal looks like an e-mail address (fingerprint %s)
                        Remove each from the database or, if it is harmless, add its fingerprint to "$options": \
                        {"acceptedLiterals": [...]} in the allow list.""".formatted(fingerprints().toArray()));

        AllowList accepting = AllowList.parse(
                "{\"$options\": {\"acceptedLiterals\": [\"" + String.join("\", \"", fingerprints())
                        + "\"]}, \"person\": [\"id\"]}",
                "allow_list.json");
        restored(accepting, DumpOptions.defaults());
        assertThat(copy.query("SELECT notify()")).containsExactly("ann.archer@corp.com");
    }

    private List<String> fingerprints() {
        try {
            dump(ALLOW_LIST, DumpOptions.defaults());
            return List.of();
        } catch (SanitiserException e) {
            Matcher matcher = Pattern.compile("fingerprint ([0-9a-f]{16})").matcher(e.getMessage());
            return matcher.results().map(found -> found.group(1)).toList();
        }
    }

    private List<String> userTables() {
        return copy.query("SELECT schemaname, tablename FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2");
    }

    private static DumpOptions select(Set<String> schemas, Set<QualifiedName> excluded) {
        return DumpOptions.defaults().withPlan(new PlanOptions(schemas, excluded, UnclassifiedColumns.FAKE));
    }

    private Path dumpFile() {
        return folder.resolve("selection.dump");
    }

    private DumpReport dump(AllowList allowList, DumpOptions options) {
        return Sanitiser.dump(
                Source.of(source.dataSource()), allowList, options, DumpTarget.file(dumpFile()), DumpListener.silent());
    }

    private DumpReport restored(AllowList allowList, DumpOptions options) {
        DumpReport report = dump(allowList, options);
        assertThat(Restores.restore(dumpFile(), copy)).isEqualTo(SILENT_SUCCESS);
        return report;
    }
}
