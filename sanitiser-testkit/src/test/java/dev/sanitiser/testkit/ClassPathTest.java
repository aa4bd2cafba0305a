package dev.sanitiser.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which of the kit's classes need which library: all but a few must do without the optional ones. */
class ClassPathTest {

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("testkit"))
            .importPackages("dev.sanitiser.testkit");

    @Test
    void only_the_extension_needs_JUnit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sanitiser.testkit.junit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "dev.sanitiser.testkit.junit")
                .because("assertions and databases serve other test frameworks too")
                .check(KIT);
    }

    @Test
    void databases_need_no_assertions() {
        noClasses()
                .that()
                .resideInAPackage("dev.sanitiser.testkit.postgres")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assertj..", "dev.sanitiser.testkit")
                .because("a database for a test is of use without them")
                .check(KIT);
    }

    @Test
    void one_class_each_knows_the_libraries_that_servers_come_from() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sanitiser.testkit.postgres.Containers")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
                .because("a class that is not on the class path must not be needed before it is looked for")
                .check(KIT);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sanitiser.testkit.postgres.EmbeddedBinaries")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.zonky..")
                .because("a class that is not on the class path must not be needed before it is looked for")
                .check(KIT);
    }
}
