package dev.sanitiser.fake;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the strings of an expression into a method's arguments; nothing but plain values is ever made of them. */
final class DatafakerArguments {

    /** From the narrowest to the widest. */
    private static final List<Class<?>> TYPES = List.of(
            boolean.class,
            char.class,
            byte.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            BigDecimal.class,
            String.class);

    private DatafakerArguments() {}

    /** @return empty if the method takes other ones */
    static Optional<List<Object>> of(Method method, List<String> given) {
        Class<?>[] types = method.getParameterTypes();
        int fixed = method.isVarArgs() ? types.length - 1 : types.length;
        if (given.size() < fixed || (given.size() > fixed && !method.isVarArgs())) {
            return Optional.empty();
        }
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < fixed; i++) {
            Optional<Object> argument = of(types[i], given.get(i));
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments[i] = argument.get();
        }
        if (!method.isVarArgs()) {
            return Optional.of(List.of(arguments));
        }
        Class<?> component = types[fixed].getComponentType();
        if (component != String.class) {
            return Optional.empty();
        }
        arguments[fixed] = given.subList(fixed, given.size()).toArray(String[]::new);
        return Optional.of(List.of(arguments));
    }

    private static Optional<Object> of(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
                    .map(Object.class::cast)
                    .findFirst();
        }
        try {
            return plain(type, text);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> plain(Class<?> type, String text) {
        if (type == String.class) {
            return Optional.of(text);
        }
        if (type == boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
        }
        if (type == char.class) {
            return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
        }
        if (type == int.class) {
            return Optional.of(Integer.parseInt(text));
        }
        if (type == long.class) {
            return Optional.of(Long.parseLong(text));
        }
        if (type == short.class) {
            return Optional.of(Short.parseShort(text));
        }
        if (type == byte.class) {
            return Optional.of(Byte.parseByte(text));
        }
        if (type == float.class) {
            return Optional.of(Float.parseFloat(text));
        }
        if (type == double.class) {
            return Optional.of(Double.parseDouble(text));
        }
        return type == BigDecimal.class ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** How much a method's parameters hold together. */
    static int width(Method method) {
        int width = method.isVarArgs() ? TYPES.size() * TYPES.size() : 0;
        for (Class<?> type : method.getParameterTypes()) {
            width += TYPES.indexOf(type) + 1;
        }
        return width;
    }
}
