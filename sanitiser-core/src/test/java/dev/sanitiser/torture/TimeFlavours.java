package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;

import java.time.LocalDate;
import java.util.List;

/** Columns of dates and times; the microseconds are marks. */
final class TimeFlavours {

    private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
    private static final int DAYS = 7_000;

    private TimeFlavours() {}

    static List<Flavour> all() {
        return List.of(
                dates(0, DAYS),
                dates(0, DAYS)
                        .checked(
                                "{c} >= '2000-01-01'",
                                "{c} > '1900-01-01'::date AND {c} < '2100-01-01'::date",
                                "{c} <= CURRENT_DATE"),
                dates(6_000, 6_300).checked("{c} BETWEEN '2020-01-01' AND '2023-12-31'"),
                timestamps("timestamp"),
                timestamps("timestamptz"),
                timestamps("timestamptz").checked("{c} <= now()", "{c} > '2001-01-01 00:00:00+00'"),
                timestamps("timestamp(0)").ofFamily("timestamp"),
                Flavour.of("time", (dice, row) -> Cell.of(time(dice)), KEY, ORDERED),
                Flavour.of("timetz", (dice, row) -> Cell.of(time(dice) + "+02"), KEY, ORDERED),
                Flavour.of("interval", (dice, row) -> Cell.of(dice.between(1, 100_000) + " seconds"), KEY, ORDERED),
                Flavour.of("interval", (dice, row) -> Cell.of(dice.between(1, 90) + " days"), KEY, ORDERED)
                        .checked("{c} > interval '0'", "{c} <= '90 days'::interval"));
    }

    static Flavour dates(int firstDay, int lastDay) {
        return Flavour.of("date", (dice, row) -> Cell.of(day(dice, firstDay, lastDay)), KEY, ORDERED);
    }

    private static LocalDate day(Dice dice, int firstDay, int lastDay) {
        return FIRST.plusDays(dice.between(firstDay, lastDay));
    }

    private static String time(Dice dice) {
        return "%02d:%02d:%02d".formatted(dice.between(0, 23), dice.between(0, 59), dice.between(0, 59));
    }

    private static Flavour timestamps(String type) {
        return Flavour.of(
                type,
                (dice, row) -> {
                    String mark = ":%02d:%02d.%s7".formatted(dice.between(0, 59), dice.between(0, 59), dice.digits(5));
                    String text = day(dice, 0, DAYS) + " %02d".formatted(dice.between(0, 23)) + mark;
                    return type.endsWith(")") ? Cell.of(text) : Cell.of(text, mark);
                },
                KEY,
                ORDERED);
    }
}
