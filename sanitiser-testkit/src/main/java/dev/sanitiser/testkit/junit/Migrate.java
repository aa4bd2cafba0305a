package dev.sanitiser.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of a {@link SanitiserTest} class, or of one above it, that migrates an empty database: its only
 * parameter is a {@link javax.sql.DataSource}. It runs once for the class that declares it, after the migrations that
 * {@link SanitiserTest#migrations} names.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Migrate {}
