package dev.sanitiser.testkit.junit;

import dev.sanitiser.testkit.postgres.Migrations;
import java.lang.reflect.Constructor;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** Migrations named by their class, so that all tests that name it share one template. */
record ClassMigrations(Class<? extends Migrations> type) implements Migrations {

    ClassMigrations {
        try {
            Constructor<?> unused = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new ExtensionConfigurationException("The migrations " + type.getName()
                    + " must be a top-level or static class with a constructor without parameters.");
        }
    }

    @Override
    public void migrate(DataSource dataSource) throws Exception {
        ReflectionSupport.newInstance(type).migrate(dataSource);
    }
}
