package dev.sanitiser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import org.jooq.Allow;
import org.jooq.PlainSQL;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What the packages may know of each other, and what no class does. */
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sanitiser");

    @Test
    void arrows_between_packages_point_back_along_the_road_of_the_data() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("review")
                .definedBy("dev.sanitiser.review..")
                .layer("facade")
                .definedBy("dev.sanitiser")
                .layer("publish")
                .definedBy("dev.sanitiser.publish..")
                .layer("structure")
                .definedBy("dev.sanitiser.structure..")
                .layer("copy")
                .definedBy("dev.sanitiser.copy..")
                .layer("archive")
                .definedBy("dev.sanitiser.archive..")
                .layer("drift")
                .definedBy("dev.sanitiser.drift..")
                .layer("plan")
                .definedBy("dev.sanitiser.plan..")
                .layer("draft")
                .definedBy("dev.sanitiser.draft..")
                .layer("fake")
                .definedBy("dev.sanitiser.fake..")
                .layer("constraint")
                .definedBy("dev.sanitiser.constraint..")
                .layer("allowlist")
                .definedBy("dev.sanitiser.allowlist..")
                .layer("catalog")
                .definedBy("dev.sanitiser.catalog..")
                .layer("postgres")
                .definedBy("dev.sanitiser.postgres..")
                .layer("failure")
                .definedBy("dev.sanitiser.failure..")
                .whereLayer("review")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("review")
                .mayOnlyAccessLayers("facade", "draft", "plan", "fake", "allowlist", "catalog")
                .whereLayer("facade")
                .mayOnlyBeAccessedByLayers("review")
                .whereLayer("publish")
                .mayOnlyAccessLayers("failure")
                .whereLayer("structure")
                .mayOnlyAccessLayers("archive", "catalog", "postgres", "failure")
                .whereLayer("copy")
                .mayOnlyAccessLayers("archive", "plan", "allowlist", "catalog", "postgres", "failure")
                .whereLayer("archive")
                .mayOnlyAccessLayers("failure")
                .whereLayer("drift")
                .mayOnlyAccessLayers("plan", "allowlist", "catalog", "failure")
                .whereLayer("plan")
                .mayOnlyAccessLayers("fake", "constraint", "allowlist", "catalog", "postgres", "failure")
                .whereLayer("draft")
                .mayOnlyAccessLayers("fake", "constraint", "allowlist", "catalog", "postgres", "failure")
                .whereLayer("fake")
                .mayOnlyAccessLayers("catalog")
                .whereLayer("constraint")
                .mayNotAccessAnyLayer()
                .whereLayer("allowlist")
                .mayOnlyAccessLayers("catalog", "failure")
                .whereLayer("catalog")
                .mayOnlyAccessLayers("failure")
                .whereLayer("postgres")
                .mayOnlyAccessLayers("failure")
                .whereLayer("failure")
                .mayNotAccessAnyLayer()
                .because("a reader follows the data from the allow list to the archive and never has to turn back")
                .check(CORE);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("dev.sanitiser.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that knows another must be understood after it")
                .check(CORE);
    }

    @Test
    void plain_SQL_is_written_only_where_a_class_says_why() {
        noClasses()
                .that(areNotAllowedPlainSql())
                .should()
                .accessTargetWhere(isPlainSql())
                .because("names are data: jOOQ quotes them, and a template is the only place where they could be text")
                .check(CORE);
    }

    @Test
    void one_factory_makes_the_DSLContext() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sanitiser.postgres.Database")
                .should()
                .accessTargetWhere(isUsing())
                .because("jOOQ logs fetched rows unless it is told not to")
                .check(CORE);
    }

    @Test
    void nothing_is_logged_or_printed() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("a library speaks through its listener, and a stray line may hold a value")
                .check(CORE);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "org.apache.commons.logging..", "org.apache.logging..")
                .because("a library speaks through its listener, and a stray line may hold a value")
                .check(CORE);
    }

    @Test
    void nobody_sets_a_property() {
        noMethods()
                .that(DescribedPredicate.describe("are public and take one value", ArchitectureTest::takesOneValue))
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("an instance that exists is valid, and stays so")
                .check(CORE);
    }

    @Test
    void structure_and_fakes_know_no_connection() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.sanitiser.catalog..", "dev.sanitiser.fake..", "dev.sanitiser.allowlist..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .because("a catalog and a plan are values that outlive the connection they came from")
                .check(CORE);
    }

    private static boolean takesOneValue(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawParameterTypes().size() == 1;
    }

    private static DescribedPredicate<JavaClass> areNotAllowedPlainSql() {
        return DescribedPredicate.describe("are not annotated with @Allow.PlainSQL", type -> !isAllowed(type));
    }

    private static boolean isAllowed(JavaClass type) {
        return type.isAnnotatedWith(Allow.PlainSQL.class)
                || type.getEnclosingClass().filter(ArchitectureTest::isAllowed).isPresent();
    }

    private static DescribedPredicate<JavaAccess<?>> isPlainSql() {
        return DescribedPredicate.describe("the target is one of jOOQ's @PlainSQL methods", access -> {
            Optional<?> found = access.getTarget() instanceof CodeUnitAccessTarget target
                    ? target.resolveMember().filter(m -> m.isAnnotatedWith(PlainSQL.class))
                    : Optional.empty();
            return found.isPresent();
        });
    }

    private static DescribedPredicate<JavaAccess<?>> isUsing() {
        return DescribedPredicate.describe(
                "the target is DSL.using",
                access -> access.getTargetOwner().isEquivalentTo(DSL.class)
                        && access.getTarget() instanceof CodeUnitCallTarget
                        && access.getName().equals("using"));
    }
}
