package dev.sanitiser.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.datafaker.Faker;
import net.datafaker.providers.base.AbstractProvider;

/**
 * A directive of an expression, resolved to a method of a provider of Datafaker.
 *
 * <p>Datafaker's own expressions reach every public method of its facade and whatever that returns, which reads files
 * and URLs, and evaluate again what they return. Here a directive names a method that a provider declares, whose
 * arguments are strings, numbers and the like and whose result is a value; or one of six functions that fill in a
 * template. Results are values and nothing else.
 *
 * @param provider empty for a function
 */
record DatafakerCall(Optional<Method> provider, Method method, List<Object> arguments) {

    private static final String PROVIDERS = "net.datafaker.providers.";
    private static final Set<String> FUNCTIONS =
            Set.of("numerify", "letterify", "bothify", "regexify", "examplify", "templatify");
    /**
     * A memory of what it returned, a list of files, what counts from today, numbers that may be somebody's, and the
     * Java platform's currencies, which come in another order in each run.
     */
    private static final Set<String> NO_PROVIDERS = Set.of("unique", "locality", "twitter", "idnumber", "money");

    /** What counts from today, or comes in another order in each run. */
    private static final Set<String> DIFFERENT_IN_EVERY_RUN = Set.of(
            "date.birthday",
            "date.birthdaylocaldate",
            "date.future",
            "date.past",
            "timeanddate.birthday",
            "timeanddate.future",
            "timeanddate.past",
            "business.creditcardexpiry",
            "country.currency",
            "country.currencycode");

    private static final List<Method> PROVIDER_METHODS = Arrays.stream(Faker.class.getMethods())
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> AbstractProvider.class.isAssignableFrom(method.getReturnType()))
            .filter(method -> !NO_PROVIDERS.contains(plain(method.getName())))
            .sorted(Comparator.comparing(Method::getName))
            .toList();

    /** @throws UnusableExpressionException if it names nothing that it may */
    static DatafakerCall of(ExpressionPart.Directive directive) {
        int dot = directive.name().indexOf('.');
        if (dot < 0) {
            return function(directive);
        }
        if (DIFFERENT_IN_EVERY_RUN.contains(plain(directive.name()))) {
            throw new UnusableExpressionException(
                    "\"" + directive.name() + "\" does not give the same values in every run");
        }
        String name = directive.name().substring(0, dot);
        Method provider = PROVIDER_METHODS.stream()
                .filter(method -> plain(method.getName()).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> new UnusableExpressionException(
                        "Datafaker has no provider \"" + name + "\"" + similar(name, PROVIDER_METHODS)));
        List<Method> methods = Arrays.stream(provider.getReturnType().getMethods())
                .filter(DatafakerCall::isSafe)
                .toList();
        return best(Optional.of(provider), methods, directive.name().substring(dot + 1), directive, name);
    }

    private static DatafakerCall function(ExpressionPart.Directive directive) {
        if (!FUNCTIONS.contains(plain(directive.name()))) {
            throw new UnusableExpressionException("\"" + directive.name() + "\" is no function; expected one of "
                    + FUNCTIONS.stream().sorted().collect(Collectors.joining(", ")) + ", or provider.method");
        }
        return best(Optional.empty(), List.of(Faker.class.getMethods()), directive.name(), directive, "");
    }

    /** Of several with the name, the one whose parameters are the narrowest that hold the arguments. */
    private static DatafakerCall best(
            Optional<Method> provider,
            List<Method> methods,
            String name,
            ExpressionPart.Directive directive,
            String providerName) {
        List<Method> named = methods.stream()
                .filter(method -> plain(method.getName()).equals(plain(name)))
                .sorted(Comparator.comparing(DatafakerArguments::width).thenComparing(Method::toString))
                .toList();
        if (named.isEmpty()) {
            throw new UnusableExpressionException(
                    "provider \"" + providerName + "\" has no method \"" + name + "\"" + similar(name, methods));
        }
        for (Method method : named) {
            Optional<List<Object>> arguments = DatafakerArguments.of(method, directive.arguments());
            if (arguments.isPresent()) {
                return new DatafakerCall(provider, method, arguments.get());
            }
        }
        throw new UnusableExpressionException("\"" + directive.name() + "\" does not take "
                + (directive.arguments().isEmpty() ? "no arguments" : "these arguments"));
    }

    private static boolean isSafe(Method method) {
        return method.getDeclaringClass().getName().startsWith(PROVIDERS)
                && method.getDeclaringClass() != AbstractProvider.class
                && !method.isBridge()
                && isValue(method.getReturnType());
    }

    private static boolean isValue(Class<?> type) {
        return type != void.class
                && (type.isPrimitive()
                        || type.isEnum()
                        || type == Object.class
                        || type == Boolean.class
                        || type == Character.class
                        || CharSequence.class.isAssignableFrom(type)
                        || Number.class.isAssignableFrom(type)
                        || TemporalAccessor.class.isAssignableFrom(type)
                        || Date.class.isAssignableFrom(type));
    }

    /** @throws UnusableExpressionException if Datafaker refuses the arguments */
    String evaluate(Faker faker) {
        try {
            Object target = provider.isPresent() ? provider.get().invoke(faker) : faker;
            return String.valueOf(method.invoke(target, arguments.toArray()));
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new UnusableExpressionException("Datafaker cannot evaluate it with these arguments");
        }
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Those that begin alike: slips are rare in the first letters. */
    private static String similar(String name, List<Method> methods) {
        String beginning = plain(name).substring(0, Math.min(2, plain(name).length()));
        List<String> similar = new ArrayList<>(methods.stream()
                .map(Method::getName)
                .filter(other -> plain(other).startsWith(beginning))
                .distinct()
                .sorted()
                .toList());
        return similar.isEmpty() ? "" : "; there are " + String.join(", ", similar);
    }
}
