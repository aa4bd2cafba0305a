package dev.sanitiser.constraint;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** What a single condition asks of the columns that it names. */
final class Conditions {

    private static final Set<String> CHARACTER_COUNTS = Set.of("char_length", "character_length", "length");
    private static final Map<String, String> OPPOSITES =
            Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
    private static final Map<String, String> MIRRORED = Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

    private static final String SMALL_NUMBER = "[0-9]{1,9}";
    private static final int REMAINDERS = 8;
    private static final Map<String, Set<String>> RESULTS = Map.ofEntries(
            Map.entry("jsonb_typeof array", Set.of("[\"amber\", \"birch\"]")),
            Map.entry("jsonb_typeof string", Set.of("\"amber\"")),
            Map.entry("jsonb_typeof number", Set.of("17")),
            Map.entry("jsonb_typeof boolean", Set.of("true")),
            Map.entry("json_typeof array", Set.of("[\"amber\", \"birch\"]")),
            Map.entry("json_typeof string", Set.of("\"amber\"")),
            Map.entry("json_typeof number", Set.of("17")),
            Map.entry("json_typeof boolean", Set.of("true")),
            Map.entry("family 4", Set.of("192.0.2.17", "198.51.100.4", "203.0.113.9")),
            Map.entry("family 6", Set.of("2001:db8::17", "2001:db8::4", "2001:db8::9")));
    private static final String NEW_YEAR = "-01-01";

    private final Map<String, Requirement> found = new HashMap<>();

    private Conditions() {}

    static Map<String, Requirement> of(Term term, boolean negated) {
        Conditions conditions = new Conditions();
        if (term instanceof Term.Operation operation) {
            conditions.comparison(operation, negated);
        } else if (term instanceof Term.Quantified quantified) {
            conditions.quantified(quantified, negated);
        } else if (term instanceof Term.Column column) {
            conditions.add(column, b -> b.literals(Set.of(negated ? "false" : "true")));
        } else if (term instanceof Term.Test test && test.term() instanceof Term.Column column) {
            conditions.test(column, test.words(), negated);
        }
        return conditions.found;
    }

    private void test(Term.Column column, String words, boolean negated) {
        boolean wantsTrue = words.equals("true") || words.equals("not false");
        boolean wantsFalse = words.equals("false") || words.equals("not true");
        if (wantsTrue || wantsFalse) {
            add(column, b -> b.literals(Set.of(wantsTrue == negated ? "false" : "true")));
        }
    }

    private void quantified(Term.Quantified term, boolean negated) {
        if (!(columnOrItsCase(term.left()) instanceof Term.Column column)) {
            return;
        }
        Set<String> values = new LinkedHashSet<>();
        term.elements().forEach(e -> values.add(((Term.Constant) e).text()));
        boolean in = term.operator().equals("=") && !term.all();
        boolean notIn = term.operator().equals("<>") && term.all();
        if ((in && !negated) || (notIn && negated)) {
            add(column, b -> b.literals(values));
        } else if (in || notIn) {
            add(column, b -> b.excluded(values));
        }
    }

    private void comparison(Term.Operation operation, boolean negated) {
        String operator = operation.operator();
        if (isPattern(operator)) {
            pattern(operation, negated);
            return;
        }
        String wanted = negated ? OPPOSITES.getOrDefault(operator, "") : operator;
        if (!OPPOSITES.containsKey(wanted)) {
            return;
        }
        compare(operation.left(), wanted, operation.right(), operation.rightText());
        compare(operation.right(), MIRRORED.getOrDefault(wanted, wanted), operation.left(), operation.leftText());
    }

    private void compare(Term subject, String operator, Term other, String otherText) {
        if (subject instanceof Term.Column column) {
            if (other instanceof Term.Constant constant) {
                constant(column, operator, constant.text());
            } else if (isUpperCaseOf(other, column) && operator.equals("=")) {
                add(column, RequirementBuilder::upperCase);
            } else if (!names(other).contains(column.name())) {
                add(column, b -> b.relative(new Relative(operator, otherText)));
            }
        } else if (columnOrItsCase(subject) instanceof Term.Column column
                && other instanceof Term.Constant constant
                && operator.equals("=")) {
            constant(column, operator, constant.text());
        } else if (subject instanceof Term.Operation remainder
                && remainder.operator().equals("%")
                && other instanceof Term.Constant constant
                && operator.equals("=")) {
            remainder(remainder.left(), remainder.right(), constant.text());
        } else if (subject instanceof Term.Call call && other instanceof Term.Constant constant) {
            size(call, operator, constant.text());
            known(call, operator, constant.text());
            year(call, operator, constant.text());
        }
    }

    /** The first numbers that leave a remainder. */
    private void remainder(Term subject, Term divisor, String rest) {
        if (subject instanceof Term.Column column
                && divisor instanceof Term.Constant by
                && by.text().matches(SMALL_NUMBER)
                && rest.matches(SMALL_NUMBER)) {
            Set<String> numbers = new LinkedHashSet<>();
            for (long i = 0; i < REMAINDERS; i++) {
                numbers.add(Long.toString(Long.parseLong(rest) + i * Long.parseLong(by.text())));
            }
            add(column, b -> b.literals(numbers));
        }
    }

    /** Functions of which it is known what gives a result. */
    private void known(Term.Call call, String operator, String result) {
        List<Term> arguments = call.arguments();
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Term.Column column)) {
            return;
        }
        if (call.function().equals("mod") && arguments.size() == 2 && operator.equals("=")) {
            remainder(column, arguments.get(1), result);
        } else if (call.function().equals("abs") && operator.startsWith("<") && result.matches("[0-9.]+")) {
            add(
                    column,
                    b -> b.lower(new Bound("-" + result, operator.equals("<=")))
                            .upper(new Bound(result, operator.equals("<="))));
        } else if (operator.equals("=") && RESULTS.containsKey(call.function() + " " + result)) {
            add(column, b -> b.literals(Objects.requireNonNull(RESULTS.get(call.function() + " " + result))));
        }
    }

    /** What is asked of {@code lower(x)} is a hint for x. */
    private static Term columnOrItsCase(Term term) {
        boolean isCase = term instanceof Term.Call call
                && Set.of("lower", "upper").contains(call.function())
                && call.arguments().size() == 1;
        return isCase ? ((Term.Call) term).arguments().get(0) : term;
    }

    private void year(Term.Call call, String operator, String number) {
        boolean isYear = call.function().equals("date_part")
                && call.arguments().size() == 2
                && call.arguments().get(0).equals(new Term.Constant("year"))
                && number.matches("[0-9]{4}");
        if (!isYear || !(call.arguments().get(1) instanceof Term.Column column)) {
            return;
        }
        Bound first = new Bound(number + NEW_YEAR, true);
        Bound last = new Bound(Integer.parseInt(number) + 1 + NEW_YEAR, false);
        add(column, b -> {
            switch (operator) {
                case "=" -> b.lower(first).upper(last);
                case ">=" -> b.lower(first);
                case ">" -> b.lower(new Bound(last.literal(), true));
                case "<" -> b.upper(new Bound(first.literal(), false));
                case "<=" -> b.upper(last);
                default -> b.build();
            }
        });
    }

    private static boolean isUpperCaseOf(Term term, Term.Column column) {
        return term instanceof Term.Call call
                && call.function().equals("upper")
                && call.arguments().equals(List.of(column));
    }

    private static Set<String> names(Term term) {
        Set<String> names = new LinkedHashSet<>();
        if (term instanceof Term.Column column) {
            names.add(column.name());
        } else if (term instanceof Term.Call call) {
            call.arguments().forEach(a -> names.addAll(names(a)));
        } else if (term instanceof Term.Operation operation) {
            names.addAll(names(operation.left()));
            names.addAll(names(operation.right()));
        }
        return names;
    }

    private void constant(Term.Column column, String operator, String value) {
        add(column, b -> {
            switch (operator) {
                case "=" -> b.literals(Set.of(value));
                case "<>" -> b.excluded(Set.of(value));
                case "<", "<=" -> b.upper(new Bound(value, operator.equals("<=")));
                default -> b.lower(new Bound(value, operator.equals(">=")));
            }
        });
    }

    private void size(Term.Call call, String operator, String number) {
        if (call.arguments().isEmpty()
                || !(call.arguments().get(0) instanceof Term.Column column)
                || !number.matches("[0-9]{1,8}")) {
            return;
        }
        int size = Integer.parseInt(number);
        OptionalInt fewest = switch (operator) {
            case "=", ">=" -> OptionalInt.of(size);
            case ">" -> OptionalInt.of(size + 1);
            default -> OptionalInt.empty();
        };
        OptionalInt most = switch (operator) {
            case "=", "<=" -> OptionalInt.of(size);
            case "<" -> OptionalInt.of(Math.max(0, size - 1));
            default -> OptionalInt.empty();
        };
        if (CHARACTER_COUNTS.contains(call.function())) {
            add(column, b -> b.characters(fewest, most, false));
        } else if (call.function().equals("octet_length")) {
            add(column, b -> b.characters(fewest, most, true));
        } else if (call.function().equals("cardinality") || call.function().equals("array_length")) {
            add(column, b -> b.elements(fewest, most));
        }
    }

    private static boolean isPattern(String operator) {
        return operator.contains("~");
    }

    private void pattern(Term.Operation operation, boolean negated) {
        boolean wanted = operation.operator().startsWith("!") == negated;
        if (wanted
                && operation.left() instanceof Term.Column column
                && operation.right() instanceof Term.Call call
                && call.function().equals("similar_to_escape")
                && call.arguments().get(0) instanceof Term.Constant constant) {
            add(column, b -> b.pattern(new Pattern(SimilarPattern.toRegex(constant.text()), false)));
        }
        if (wanted
                && operation.left() instanceof Term.Column column
                && operation.right() instanceof Term.Constant constant) {
            boolean like = operation.operator().contains("~~");
            boolean ignoreCase = operation.operator().endsWith("*");
            String regex = like ? LikePattern.toRegex(constant.text()) : constant.text();
            add(column, b -> b.pattern(new Pattern(regex, ignoreCase)));
        }
    }

    private void add(Term.Column column, Consumer<RequirementBuilder> change) {
        RequirementBuilder builder = new RequirementBuilder();
        change.accept(builder);
        found.merge(column.name(), builder.build(), Requirement::and);
    }
}
