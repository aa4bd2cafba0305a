package dev.sanitiser.testkit.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Resolves parameters of these types, all of one database: {@link javax.sql.DataSource} and
 * {@link dev.sanitiser.testkit.postgres.TestDatabase}, {@link dev.sanitiser.allowlist.AllowList},
 * {@link dev.sanitiser.testkit.DatabaseSchema}, {@link dev.sanitiser.plan.SanitisationPlan},
 * {@link dev.sanitiser.testkit.SanitisedDump} and {@link dev.sanitiser.testkit.RestoredCopy}. Schema and plan are of
 * the moment when the parameter is resolved; dump and copy are made when the test first asks them for something.
 *
 * <p>Databases are dropped when the test, or the class, is over, however it ends. Tests may run in parallel. Needs
 * JUnit 5.13 or later.
 *
 * <p>Comes with {@link SanitiserTest}, or by {@code @RegisterExtension} on a static field that holds what
 * {@link #builder()} built.
 */
public final class SanitiserExtension implements ParameterResolver, BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SanitiserExtension.class);

    private final Optional<Setup> built;

    /** For {@link SanitiserTest}; others want {@link #builder()}. */
    public SanitiserExtension() {
        this.built = Optional.empty();
    }

    SanitiserExtension(Setup setup) {
        this.built = Optional.of(setup);
    }

    /** An extension whose parts are said in code. */
    public static SanitiserExtensionBuilder builder() {
        return new SanitiserExtensionBuilder();
    }

    /** Only so that a constructor's parameters belong to the test that it makes the instance for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Fails the class at once if its setup makes no sense. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Owner unused = owner(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Workbench.offers(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Workbench.parameter(parameter.getParameter().getType(), workbench(context));
    }

    private Workbench workbench(ExtensionContext context) {
        Owner owner = owner(context);
        ExtensionContext scope =
                owner.setup().lifetime() == DatabaseLifetime.CLASS ? owner.context() : testScope(context);
        return scope.getStore(NAMESPACE).getOrComputeIfAbsent(owner.setup(), Workbench::new, Workbench.class);
    }

    private static ExtensionContext testScope(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "Each test has a database of its own, and there is no test yet. For one database of the whole class"
                            + " say @SanitiserTest(database = DatabaseLifetime.CLASS), or"
                            + " sharedByClass() of the builder.");
        }
        return context;
    }

    /** The class that the setup is from, with its context. */
    private record Owner(Setup setup, ExtensionContext context) {}

    private Owner owner(ExtensionContext context) {
        return built.map(setup -> new Owner(setup, outermost(context))).orElseGet(() -> annotated(context));
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(SanitiserExtension::outermost)
                .orElse(context);
    }

    private static Owner annotated(ExtensionContext context) {
        ExtensionContext at = context;
        while (at.getTestMethod().isPresent() || annotation(at).isEmpty()) {
            at = at.getParent()
                    .filter(parent -> parent.getTestClass().isPresent())
                    .orElseThrow(() -> new ExtensionConfigurationException(
                            "SanitiserExtension needs the annotation @SanitiserTest on the class, or a static field"
                                    + " with @RegisterExtension and what SanitiserExtension.builder() built."));
        }
        ExtensionContext owner = at;
        Setup setup = owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        owner.getUniqueId(),
                        key -> Setup.of(annotation(owner).orElseThrow(), owner.getRequiredTestClass()),
                        Setup.class);
        return new Owner(setup, owner);
    }

    private static Optional<SanitiserTest> annotation(ExtensionContext context) {
        return context.getTestClass().flatMap(c -> AnnotationSupport.findAnnotation(c, SanitiserTest.class));
    }
}
