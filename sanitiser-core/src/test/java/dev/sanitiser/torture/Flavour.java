package dev.sanitiser.torture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A kind of column.
 *
 * @param type as DDL spells it
 * @param family what columns have in common that may be compared, or refer to each other
 * @param checks conditions that its values satisfy, with {@code {c}} for the column
 * @param labels the only values, where a condition may name one of them
 */
record Flavour(String type, String family, Set<Trait> traits, Values values, List<String> checks, List<String> labels) {

    /** What constraints a kind of column can be part of. */
    enum Trait {
        /** It has a btree operator class, so that it may be unique. */
        KEY,
        /** It has an order worth a condition, such as {@code a < b}. */
        ORDERED,
        /** It has a GiST operator class with {@code &&}. */
        OVERLAPS,
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** Makes the values of a column. */
    @FunctionalInterface
    interface Values {
        /** @param row the number of the row, from 1 */
        Cell next(Dice dice, int row);
    }

    Flavour {
        traits = Set.copyOf(traits);
        checks = List.copyOf(checks);
        labels = List.copyOf(labels);
    }

    static Flavour of(String type, Values values, Trait... traits) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(List.of(traits));
        return new Flavour(type, type, all, values, List.of(), List.of());
    }

    Flavour ofFamily(String newFamily) {
        return new Flavour(type, newFamily, traits, values, checks, labels);
    }

    Flavour withType(String newType) {
        return new Flavour(newType, family, traits, values, List.of(), labels);
    }

    Flavour withValues(Values newValues) {
        return new Flavour(type, family, traits, newValues, checks, labels);
    }

    Flavour checked(String... newChecks) {
        return new Flavour(type, family, traits, values, List.of(newChecks), labels);
    }

    Flavour labelled(List<String> newLabels) {
        return new Flavour(type, family, traits, (dice, row) -> Cell.of(dice.pick(newLabels)), checks, newLabels);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
