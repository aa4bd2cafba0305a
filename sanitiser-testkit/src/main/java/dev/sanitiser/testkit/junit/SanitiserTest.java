package dev.sanitiser.testkit.junit;

import dev.sanitiser.testkit.postgres.Migrations;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, and of the classes nested in it, a migrated database on
 * {@link dev.sanitiser.testkit.postgres.PostgresServer#shared()} and what follows from it, as parameters of tests,
 * life-cycle methods and constructors; see {@link SanitiserExtension} for their types. A nested or derived class may
 * have an annotation of its own.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SanitiserExtension.class)
public @interface SanitiserTest {

    /** The allow list's file, from the folder that tests run in (with Maven and Gradle that of the module). */
    String allowList() default "allow_list.json";

    /**
     * What migrates an empty database, in order; each class has a constructor without parameters. A static method
     * annotated with {@link Migrate} does as well, or both.
     */
    Class<? extends Migrations>[] migrations() default {};

    /** How long a database lives. */
    DatabaseLifetime database() default DatabaseLifetime.TEST;
}
