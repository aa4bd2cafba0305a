package dev.sanitiser.torture;

import static dev.sanitiser.torture.Flavour.Trait.BOOLEAN;
import static dev.sanitiser.torture.Flavour.Trait.KEY;
import static dev.sanitiser.torture.Flavour.Trait.ORDERED;
import static dev.sanitiser.torture.Flavour.Trait.OVERLAPS;

import java.util.List;

/** Columns of all the types that are neither numbers nor text nor times. */
final class OtherFlavours {

    private OtherFlavours() {}

    static List<Flavour> all() {
        return List.of(
                Flavour.of("bool", (dice, row) -> Cell.of(dice.chance(0.5)), KEY, BOOLEAN),
                Flavour.of("bool", (dice, row) -> Cell.of(true), KEY, BOOLEAN).checked("{c}", "{c} IS TRUE"),
                uuids(),
                uuids().checked("{c} <> '00000000-0000-0000-0000-000000000000'"),
                Flavour.of("bytea", (dice, row) -> bytes(dice), KEY),
                Flavour.of("bytea", (dice, row) -> bytes(dice), KEY)
                        .checked("octet_length({c}) = 16", "length({c}) > 0"),
                Flavour.of(
                        "bit(8)",
                        (dice, row) -> Cell.of("%8s"
                                .formatted(Integer.toBinaryString(dice.between(0, 255)))
                                .replace(' ', '0')),
                        KEY),
                Flavour.of(
                        "varbit(20)", (dice, row) -> Cell.of(Integer.toBinaryString(dice.between(1, 1_000_000))), KEY),
                Flavour.of("inet", (dice, row) -> Cell.of(address(dice)), KEY, ORDERED),
                Flavour.of(
                        "cidr",
                        (dice, row) -> Cell.of("10." + dice.between(0, 255) + "." + dice.between(0, 255) + ".0/24"),
                        KEY),
                Flavour.of("inet", (dice, row) -> Cell.of(address(dice)), KEY)
                        .checked("family({c}) = 4", "masklen({c}) = 32"),
                Flavour.of("macaddr", (dice, row) -> mac(dice, 5), KEY),
                Flavour.of("macaddr8", (dice, row) -> mac(dice, 7), KEY),
                Flavour.of("pg_lsn", (dice, row) -> Cell.of(dice.hex(2) + "1/" + dice.hex(6)), KEY),
                Flavour.of("point", (dice, row) -> Cell.of(point(dice))),
                Flavour.of("box", (dice, row) -> Cell.of(point(dice) + "," + point(dice)), OVERLAPS),
                Flavour.of(
                        "circle", (dice, row) -> Cell.of("<" + point(dice) + "," + dice.between(0, 5) + ">"), OVERLAPS),
                Flavour.of(
                        "polygon",
                        (dice, row) -> Cell.of("(" + point(dice) + "," + point(dice) + "," + point(dice) + ")")),
                Flavour.of("path", (dice, row) -> Cell.of("[" + point(dice) + "," + point(dice) + "]")),
                Flavour.of("lseg", (dice, row) -> Cell.of("[" + point(dice) + "," + point(dice) + "]")));
    }

    static Flavour uuids() {
        return Flavour.of(
                "uuid",
                (dice, row) -> Cell.marked(
                        String.join("-", dice.hex(8), dice.hex(4), "4" + dice.hex(3), "a" + dice.hex(3), dice.hex(12))),
                KEY);
    }

    private static Cell bytes(Dice dice) {
        String hex = dice.hex(32);
        return Cell.of("\\x" + hex, hex);
    }

    private static String address(Dice dice) {
        return "10." + dice.between(0, 255) + "." + dice.between(0, 255) + "." + dice.between(1, 254);
    }

    private static Cell mac(Dice dice, int bytesAfterTheFirst) {
        StringBuilder mac = new StringBuilder("a8");
        for (int i = 0; i < bytesAfterTheFirst; i++) {
            mac.append(':').append(dice.hex(2));
        }
        return Cell.marked(mac.toString());
    }

    private static String point(Dice dice) {
        return "(" + dice.between(-500, 500) + "," + dice.between(-500, 500) + ")";
    }
}
