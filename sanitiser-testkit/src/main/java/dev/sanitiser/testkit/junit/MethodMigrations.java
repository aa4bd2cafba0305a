package dev.sanitiser.testkit.junit;

import dev.sanitiser.testkit.postgres.Migrations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** A {@link Migrate} method. */
record MethodMigrations(Method method) implements Migrations {

    MethodMigrations {
        Class<?>[] parameters = method.getParameterTypes();
        if (!Modifier.isStatic(method.getModifiers()) || parameters.length != 1 || parameters[0] != DataSource.class) {
            throw new ExtensionConfigurationException("The @Migrate method "
                    + method.getDeclaringClass().getSimpleName() + "." + method.getName()
                    + " must be static and take a javax.sql.DataSource and nothing else.");
        }
    }

    @Override
    public void migrate(DataSource dataSource) {
        ReflectionSupport.invokeMethod(method, null, dataSource);
    }
}
