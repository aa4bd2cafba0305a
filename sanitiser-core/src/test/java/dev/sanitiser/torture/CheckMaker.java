package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.BOOLEAN;
import static dev.sanitiser.torture.Flavour.Trait.NUMBER;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;
import static dev.sanitiser.torture.Flavour.Trait.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CHECK constraints of one column and of two, conditional ones among them. */
final class CheckMaker {

    private final Dice dice;
    private final Workbench workbench;
    private final Table table;

    CheckMaker(Dice dice, Workbench workbench, Table table) {
        this.dice = dice;
        this.workbench = workbench;
        this.table = table;
    }

    void addToColumns() {
        for (Column column : table.columns()) {
            List<String> picked = dice.some(column.flavour().checks(), dice.chance(0.2) ? 2 : 1);
            if (!picked.isEmpty() && dice.chance(0.9)) {
                String all = picked.size() == 1 ? picked.get(0) : "(" + picked.get(0) + ") AND (" + picked.get(1) + ")";
                add(all.replace("{c}", Sql.name(column.name())));
            }
        }
    }

    void addToPairs() {
        int count = dice.chance(0.5) ? dice.between(1, 2) : 0;
        for (int i = 0; i < count; i++) {
            List<Column> two = pair();
            if (two.size() == 2) {
                condition(two.get(0), two.get(1)).ifPresent(this::add);
            }
        }
    }

    /** Columns of one family are the most interesting pair. */
    private List<Column> pair() {
        List<Column> candidates = table.columns();
        if (candidates.size() < 2) {
            return List.of();
        }
        Column first = dice.pick(candidates);
        List<Column> related = candidates.stream()
                .filter(c -> !c.equals(first)
                        && c.flavour().family().equals(first.flavour().family()))
                .toList();
        List<Column> others = candidates.stream().filter(c -> !c.equals(first)).toList();
        return List.of(first, dice.pick(related.isEmpty() || dice.chance(0.3) ? others : related));
    }

    private Optional<String> condition(Column first, Column second) {
        List<String> possible = new ArrayList<>();
        boolean related = first.flavour().family().equals(second.flavour().family());
        if (related && first.flavour().is(Flavour.Trait.KEY)) {
            possible.add("{a} <> {b}");
            possible.add("{a} IS DISTINCT FROM {b}");
        }
        if (related && first.flavour().is(ORDERED)) {
            possible.addAll(List.of("{a} < {b}", "{a} <= {b}", "{b} IS NULL OR {b} > {a}"));
        }
        if (!first.notNull() && !second.notNull()) {
            possible.addAll(List.of(
                    "num_nonnulls({a}, {b}) = 1",
                    "{a} IS NOT NULL OR {b} IS NOT NULL",
                    "({a} IS NULL) = ({b} IS NULL)",
                    "num_nulls({a}, {b}) <> 1",
                    "NOT ({a} IS NOT NULL AND {b} IS NOT NULL)"));
        }
        if (!second.notNull()) {
            possible.addAll(conditional(first));
        }
        if (first.flavour().is(NUMBER) && related) {
            possible.addAll(List.of("{a} + {b} > {a} * 0", "{a} <= {b} * 3"));
        }
        if (first.flavour().is(TEXT) && second.flavour().is(TEXT)) {
            possible.add("char_length({a}) + char_length({b}) < 200");
            possible.add("lower({a}) <> {b} OR {b} IS NULL");
        }
        return possible.isEmpty()
                ? Optional.empty()
                : Optional.of(dice.pick(possible)
                        .replace("{a}", Sql.name(first.name()))
                        .replace("{b}", Sql.name(second.name())));
    }

    private static List<String> conditional(Column first) {
        if (first.flavour().is(BOOLEAN)) {
            return List.of("NOT {a} OR {b} IS NOT NULL", "CASE WHEN {a} THEN {b} IS NOT NULL ELSE {b} IS NULL END");
        }
        return first.flavour().labels().stream()
                .map(Sql::literal)
                .flatMap(l -> List.of(
                        "{a} <> " + l + " OR {b} IS NOT NULL",
                        "CASE {a} WHEN " + l + " THEN {b} IS NOT NULL ELSE true END",
                        "({a} = " + l + ") = ({b} IS NULL)")
                        .stream())
                .toList();
    }

    private void add(String condition) {
        boolean notValid = dice.chance(0.03);
        workbench.attempt(
                "ALTER TABLE " + table.sqlName() + " ADD CHECK (" + condition + ")" + (notValid ? " NOT VALID" : ""));
    }
}
