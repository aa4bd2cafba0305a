package dev.sanitiser.testkit.junit;

import dev.sanitiser.DumpOptions;
import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.testkit.postgres.Migrations;
import dev.sanitiser.testkit.postgres.PostgresServer;
import dev.sanitiser.testkit.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * What a test class asked for.
 *
 * @param database makes a database, or leads to one that is not ours and stays
 */
record Setup(Supplier<AllowList> allowList, Supplier<Lent> database, DatabaseLifetime lifetime, DumpOptions options) {

    /** @param owned the database to drop at the end; empty where it is not ours */
    record Lent(DataSource dataSource, Optional<TestDatabase> owned) {
        static Lent of(TestDatabase database) {
            return new Lent(database.dataSource(), Optional.of(database));
        }
    }

    static Setup of(SanitiserTest annotation, Class<?> testClass) {
        Migrations migrations = migrations(annotation, testClass);
        return new Setup(
                () -> AllowList.read(Path.of(annotation.allowList())),
                () -> Lent.of(PostgresServer.shared().createDatabase(migrations)),
                annotation.database(),
                DumpOptions.defaults());
    }

    private static Migrations migrations(SanitiserTest annotation, Class<?> testClass) {
        List<Migrations> steps = new ArrayList<>();
        for (Class<? extends Migrations> type : annotation.migrations()) {
            steps.add(new ClassMigrations(type));
        }
        AnnotationSupport.findAnnotatedMethods(testClass, Migrate.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(method -> steps.add(new MethodMigrations(method)));
        if (steps.isEmpty()) {
            throw new ExtensionConfigurationException("@SanitiserTest on " + testClass.getSimpleName()
                    + " does not say how to migrate a database. Name a class of Migrations"
                    + " (@SanitiserTest(migrations = …)), or add a static method annotated with @Migrate.");
        }
        return Migrations.of(steps);
    }
}
