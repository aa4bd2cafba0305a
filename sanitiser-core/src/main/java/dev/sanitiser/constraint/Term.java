package dev.sanitiser.constraint;

import java.util.List;

/** A part of an expression, as far as it is understood; casts are left out. */
sealed interface Term {

    /** A column, or {@code VALUE} in a domain's constraint. */
    record Column(String name) implements Term {}

    /** A constant: a string's content or a number as written. */
    record Constant(String text) implements Term {}

    /** A call of a function, without its schema. */
    record Call(String function, List<Term> arguments) implements Term {}

    /** An operator between two terms; each with its own text. */
    record Operation(String operator, Term left, String leftText, Term right, String rightText) implements Term {}

    /** {@code left operator ANY (elements)}, or {@code ALL}. */
    record Quantified(String operator, Term left, boolean all, List<Term> elements) implements Term {}

    record And(List<Term> terms) implements Term {}

    record Or(List<Term> terms) implements Term {}

    record Not(Term term) implements Term {}

    /** {@code IS NULL}, {@code IS NOT TRUE} and the like: the words after {@code IS}. */
    record Test(Term term, String words) implements Term {}

    record Elements(List<Term> terms) implements Term {}

    /** What is not understood. */
    record Other() implements Term {}
}
