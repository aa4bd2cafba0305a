package dev.sanitiser.plan;

import dev.sanitiser.allowlist.Location;
import dev.sanitiser.allowlist.NearestName;
import dev.sanitiser.catalog.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing in an allow list, or in the options beside it, that does not fit a database.
 *
 * @param location in the list; empty where no single place of it is to blame
 * @param table whose entry does not fit, or whose columns break a rule
 * @param columns as the list or the table spells them; several only for columns that an entry does not mention
 * @param found what was expected, what was found and what to do; never a cell value
 * @param nearest the existing name that was most likely meant, as an allow list spells it
 */
public record Misfit(
        Kind kind,
        Optional<Location> location,
        Optional<QualifiedName> table,
        List<String> columns,
        String found,
        Optional<String> nearest) {

    /** What kind of thing does not fit. */
    public enum Kind {
        /** No table, nor anything else, has this name. */
        UNKNOWN_TABLE,
        /** The name is that of something that holds no rows of its own, such as a view, or that does not travel. */
        UNLISTABLE_TABLE,
        /** The name is that of a partition, which its root covers. */
        PARTITION,
        UNKNOWN_COLUMN,
        /** A path into the documents of a column that does not exist. */
        UNKNOWN_PATH,
        /** A path into a column that holds no documents. */
        UNFIT_PATH,
        /** A path into a column that is listed itself. */
        CONTRADICTION,
        /** A generated column under {@code fake}. */
        GENERATED_COLUMN,
        /** A generator that does not exist or cannot make values for its column. */
        UNFIT_FAKE,
        /** Columns that an entry does not mention. */
        UNCLASSIFIED_COLUMNS,
        /** Tables that the list does not mention, where it says that it mentions all. */
        UNLISTED_TABLES,
        /** No listed table travels. */
        NOTHING_TRAVELS,
        /** An option names something that does not exist. */
        UNKNOWN_OPTION,
        /** A key, an index, a constraint or a type of the database that the copy could not satisfy. */
        RULE
    }

    public Misfit {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(found);
        columns = List.copyOf(columns);
    }

    static Misfit ofTable(Kind kind, Location location, QualifiedName table, String found) {
        return new Misfit(kind, Optional.of(location), Optional.of(table), List.of(), found, Optional.empty());
    }

    static Misfit ofColumn(Kind kind, Location location, QualifiedName table, String column, String found) {
        return new Misfit(kind, Optional.of(location), Optional.of(table), List.of(column), found, Optional.empty());
    }

    static Misfit ofList(Kind kind, String found) {
        return new Misfit(kind, Optional.empty(), Optional.empty(), List.of(), found, Optional.empty());
    }

    static Misfit ofRule(QualifiedName table, String found) {
        return new Misfit(Kind.RULE, Optional.empty(), Optional.of(table), List.of(), found, Optional.empty());
    }

    Misfit near(Optional<String> name) {
        return new Misfit(kind, location, table, columns, found, name);
    }

    /** {@return the same without what may have been meant} */
    public Misfit withoutNearest() {
        return near(Optional.empty());
    }

    /** {@return what was found, and what may have been meant} */
    public String message() {
        return found + nearest.map(NearestName::hint).orElse("");
    }
}
