package dev.sanitiser.catalog;

import java.util.List;

/**
 * A sequence.
 *
 * @param uses the columns that draw from it: by ownership (serial, identity) or by their default
 */
public record Sequence(
        long oid,
        QualifiedName name,
        long startValue,
        long minimum,
        long maximum,
        long increment,
        boolean cycles,
        boolean ownedByExtension,
        List<Use> uses) {
    public Sequence {
        uses = List.copyOf(uses);
    }

    /** A column that draws from a sequence. */
    public record Use(long table, int column) {}
}
