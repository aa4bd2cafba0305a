package dev.sanitiser.testkit;

import dev.sanitiser.Sanitiser;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.plan.ColumnPlan;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a sanitised dump. Tables and columns are named as in the allow list. Source and copy are compared as
 * they are now, so neither should be written to after the dump was made. No message holds a value.
 *
 * <p>Every assertion that looks at the copy fails if pg_restore fails or says anything.
 */
public class SanitisedDumpAssert extends AbstractAssert<SanitisedDumpAssert, SanitisedDump> {

    /** See {@link SanitiserAssertions#assertThat(SanitisedDump)}. */
    public SanitisedDumpAssert(SanitisedDump actual) {
        super(actual, SanitisedDumpAssert.class);
    }

    /**
     * Stock pg_restore restores the dump without a word, and the copy's structure is the source's, but for what never
     * travels (owners, privileges, comments, publications and the like).
     */
    public SanitisedDumpAssert restores() {
        List<String> differences = Structures.differences(dump(), catalog(), copy().dataSource());
        if (!differences.isEmpty()) {
            throw failure("%s", lines("Expected the copy to have the structure of its source, but:", differences));
        }
        return this;
    }

    /** Every table whose rows the allow list copies has as many in the copy as in the source. */
    public SanitisedDumpAssert keepsRowCounts() {
        List<String> differences = RowCounts.differences(dump().source(), copy().dataSource(), dump().plan());
        if (!differences.isEmpty()) {
            throw failure("%s", lines("Expected the copy to have as many rows as its source, but:", differences));
        }
        return this;
    }

    /** Every foreign key of the source holds in every row of the copy, also one that is NOT VALID. */
    public SanitisedDumpAssert everyForeignKeyHolds() {
        RestoredCopy copy = copy();
        List<String> broken = ForeignKeys.broken(catalog(), Sanitiser.catalog(copy.dataSource()), copy.dataSource());
        if (!broken.isEmpty()) {
            throw failure("%s", lines("Expected every foreign key to hold in the copy, but:", broken));
        }
        return this;
    }

    /**
     * The column's values in the copy are the source's, row by row where the primary key is kept, in any order
     * otherwise. Partitions and the tables that inherit from a table are tables of their own, partitioned tables
     * include their partitions.
     */
    public SanitisedDumpAssert keepsColumn(String table, String column) {
        TableColumns columns = columns();
        TableColumns.Found found = find(columns, table, column);
        KeptColumn.difference(found, columns, dump().source(), copy().dataSource())
                .ifPresent(difference -> {
                    throw failure("%s", difference + "\n" + treatment(columns.planOf(found)));
                });
        return this;
    }

    /**
     * No real value of the column stands anywhere in the archive: in no table, in no column, and not in the structure.
     * Values are searched in any case of letters, those of 8 characters or more as parts of longer texts too, and
     * elements of arrays and documents by themselves.
     *
     * <p>What chance would find is not searched: values shorter than 4 characters, numbers shorter than 8, booleans,
     * labels of enums, dates, times of day, and texts that a CHECK of the table names; and in faked columns the words
     * that fakes are drawn from. The assertion fails if nothing is left to search. It does not find values in another
     * coding, such as a hash or base64.
     */
    public SanitisedDumpAssert holdsNoValueOf(String table, String column) {
        TableColumns columns = columns();
        TableColumns.Found found = find(columns, table, column);
        boolean keptInPart = columns.planOf(found)
                .filter(p -> p.treatment().label().equals("paths"))
                .isPresent();
        RealValues values = RealValues.of(found, keptInPart, dump().source());
        if (values.distinctive().isEmpty()) {
            throw failure("%s", nothingToSearch(found, values));
        }
        List<String> finds = ArchiveSearch.search(dump(), values.distinctive()).lines();
        if (!finds.isEmpty()) {
            throw failure(
                    "%s", lines("Expected no real value of " + found + " in the archive, but it holds some:", finds));
        }
        return this;
    }

    private static String nothingToSearch(TableColumns.Found column, RealValues values) {
        return values.total() == 0
                ? "There is no value of " + column
                        + " to search for: the source has none. Insert rows before the dump is made."
                : "There is no value of " + column
                        + " to search for: chance would find all that the source has. Searched are " + Chance.RULE
                        + ".";
    }

    private static String treatment(Optional<ColumnPlan> plan) {
        return plan.map(p -> "The plan says of it: " + p.treatment().label() + ", "
                        + p.treatment().reason() + ".")
                .orElse("The plan copies no rows of the table.");
    }

    private TableColumns.Found find(TableColumns columns, String table, String column) {
        try {
            return columns.find(table, column);
        } catch (IllegalArgumentException e) {
            throw failure("%s", e.getMessage());
        }
    }

    private TableColumns columns() {
        return new TableColumns(catalog(), dump().plan());
    }

    private Catalog catalog() {
        return Sanitiser.catalog(dump().source());
    }

    private RestoredCopy copy() {
        dump().restored().problem(dump()).ifPresent(problem -> {
            throw failure("%s", problem);
        });
        return dump().copy();
    }

    private SanitisedDump dump() {
        isNotNull();
        return actual;
    }

    private static String lines(String headline, List<String> lines) {
        return headline + "\n" + String.join("\n", lines);
    }
}
