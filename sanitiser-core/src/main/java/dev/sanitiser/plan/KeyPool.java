package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a referenced table as they stand in the copy, from which faked references are drawn.
 *
 * @param parts the rows that hold the keys: of the referenced table, or of each of its partitions
 * @param key the names of the referenced columns
 * @param fixed where the referencing row has a value already, in the order of the key: the key drawn has the same
 * @param restrictions what else a key must fit to be drawn
 * @param turn present where the draws must not repeat
 * @param seed makes the draws of different foreign keys independent; a function of names, never of values
 */
public record KeyPool(
        String foreignKey,
        QualifiedName referencedTable,
        List<RowSource> parts,
        List<String> key,
        List<Fixed> fixed,
        List<Restriction> restrictions,
        Optional<Turn> turn,
        long seed) {
    public KeyPool {
        parts = List.copyOf(parts);
        key = List.copyOf(key);
        fixed = List.copyOf(fixed);
        restrictions = List.copyOf(restrictions);
    }

    /** The type of a referenced column. */
    ColumnType keyType(int position) {
        return parts.get(0).columns().stream()
                .map(ColumnPlan::column)
                .filter(c -> c.name().equals(key.get(position)))
                .findFirst()
                .orElseThrow()
                .type();
    }

    /**
     * A column of the foreign key that is not drawn by it.
     *
     * @param position in the foreign key, from 0
     * @param column of the referencing table
     */
    public record Fixed(int position, Column column) {}

    /**
     * A second foreign key that shares columns with this one: only keys with a match there are drawn.
     *
     * @param positions in this key
     * @param otherPositions in the other key, in the same order
     */
    public record Restriction(KeyPool other, List<Integer> positions, List<Integer> otherPositions) {
        public Restriction {
            positions = List.copyOf(positions);
            otherPositions = List.copyOf(otherPositions);
        }
    }

    /**
     * Draws by the rank of a row: one digit of a number whose digits are the faked members of a unique index.
     *
     * @param rank by its number
     * @param generators the sizes of generators that are lower digits
     * @param foreignKeys those whose pools are lower digits, above the generators
     */
    public record Turn(int rank, List<Long> generators, List<String> foreignKeys) {
        public Turn {
            generators = List.copyOf(generators);
            foreignKeys = List.copyOf(foreignKeys);
        }
    }
}
