package dev.sanitiser.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.Scripts;
import dev.sanitiser.testkit.postgres.Migrations;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class MisuseTest {

    @SanitiserTest
    static class WithoutMigrations {
        @Test
        void test(DataSource dataSource) {}
    }

    @Test
    void asks_how_to_migrate() {
        assertFails(
                WithoutMigrations.class,
                "@SanitiserTest on WithoutMigrations does not say how to migrate a database. Name a class of Migrations"
                        + " (@SanitiserTest(migrations = …)), or add a static method annotated with @Migrate.");
    }

    @SanitiserTest
    static class WithInstanceMethod {
        @Migrate
        void schema(DataSource dataSource) {}

        @Test
        void test(DataSource dataSource) {}
    }

    @SanitiserTest
    static class WithoutDataSource {
        @Migrate
        static void schema() {}

        @Test
        void test(DataSource dataSource) {}
    }

    @Test
    void says_what_a_migrating_method_looks_like() {
        assertFails(
                WithInstanceMethod.class,
                "The @Migrate method WithInstanceMethod.schema must be static and take a javax.sql.DataSource and"
                        + " nothing else.");
        assertFails(
                WithoutDataSource.class,
                "The @Migrate method WithoutDataSource.schema must be static and take a javax.sql.DataSource and"
                        + " nothing else.");
    }

    record Parameterised(String script) implements Migrations {
        @Override
        public void migrate(DataSource dataSource) {}
    }

    @SanitiserTest(migrations = Parameterised.class)
    static class WithoutConstructor {
        @Test
        void test(DataSource dataSource) {}
    }

    @Test
    void says_what_a_migrating_class_looks_like() {
        assertFails(
                WithoutConstructor.class,
                "The migrations dev.sanitiser.testkit.junit.MisuseTest$Parameterised must be a top-level or static class"
                        + " with a constructor without parameters.");
    }

    @SanitiserTest
    static class TooEarly {
        @Migrate
        static void schema(DataSource dataSource) {}

        @BeforeAll
        static void before(DataSource dataSource) {}

        @Test
        void test() {}
    }

    @Test
    void there_is_no_database_of_a_test_before_all_tests() {
        assertFails(
                TooEarly.class,
                "Each test has a database of its own, and there is no test yet. For one database of the whole class say"
                        + " @SanitiserTest(database = DatabaseLifetime.CLASS), or sharedByClass() of the builder.");
    }

    @SanitiserTest
    static class BrokenMigrations {
        @Migrate
        static void schema(DataSource dataSource) {
            Scripts.run(dataSource, "CREATE TABLE t (a nonsense)");
        }

        @Test
        void first(DataSource dataSource) {}

        @Test
        void second(DataSource dataSource) {}
    }

    @Test
    void every_test_tells_why_the_migrations_failed() {
        assertThat(TestClasses.failures(TestClasses.run(BrokenMigrations.class)))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("Failed to resolve parameter [javax.sql.DataSource dataSource] in method [void ")
                        .contains("]: The migrations failed: java.lang.IllegalStateException:"
                                + " org.postgresql.util.PSQLException: ERROR: type \"nonsense\" does not exist"));
    }

    @SanitiserTest(allowList = "src/test/resources/sample/none.json")
    static class WithoutAllowList {
        @Migrate
        static void schema(DataSource dataSource) {}

        @Test
        void test(AllowList allowList) {}
    }

    @Test
    void says_where_it_looked_for_the_allow_list() {
        assertThat(TestClasses.failures(TestClasses.run(WithoutAllowList.class)))
                .singleElement()
                .asString()
                .contains(
                        "]: The allow list cannot be read (1 problem):\n- src/test/resources/sample/none.json  does not"
                                + " exist; looked for ");
    }

    @ExtendWith(SanitiserExtension.class)
    static class WithoutAnnotation {
        @Test
        void test(DataSource dataSource) {}
    }

    @Test
    void the_bare_extension_asks_for_a_setup() {
        assertFails(
                WithoutAnnotation.class,
                "SanitiserExtension needs the annotation @SanitiserTest on the class, or a static field with"
                        + " @RegisterExtension and what SanitiserExtension.builder() built.");
    }

    @Test
    void the_builder_wants_either_migrations_or_a_database() {
        String message = "Tell the builder either migrations(…), for fresh databases, or dataSource(…), for your own.";

        assertThatThrownBy(() -> SanitiserExtension.builder().build()).hasMessage(message);
        assertThatThrownBy(() -> SanitiserExtension.builder()
                        .migrations(Migrations.none())
                        .dataSource(() -> {
                            throw new IllegalStateException();
                        })
                        .build())
                .hasMessage(message);
    }

    private static void assertFails(Class<?> testClass, String message) {
        assertThat(TestClasses.failures(TestClasses.run(testClass)))
                .singleElement()
                .asString()
                .endsWith(message);
    }
}
