package dev.sanitiser.plan;

import java.util.List;

/**
 * What a dump will do, resolved and proven before a row is read: an immutable value that can be inspected, compared and
 * printed.
 *
 * @param allowListSha256 of the allow list's bytes, in hexadecimal
 * @param acceptedLiterals fingerprints of literals in the structure that somebody has reviewed
 * @param tables every table that holds rows, in name order
 * @param notes what a reviewer should know, in complete sentences; never a value
 */
public record SanitisationPlan(
        String allowListSha256,
        List<String> acceptedLiterals,
        PlanOptions options,
        List<TablePlan> tables,
        List<String> notes) {

    public SanitisationPlan {
        acceptedLiterals = List.copyOf(acceptedLiterals);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** The tables whose rows are copied. */
    public List<TablePlan> copiedTables() {
        return tables.stream().filter(t -> t.rows().copiesAllRows()).toList();
    }

    /** Whether both plans do the same to the same tables; the server's estimates do not count. */
    public boolean agreesWith(SanitisationPlan other) {
        return withoutEstimates().equals(other.withoutEstimates());
    }

    private SanitisationPlan withoutEstimates() {
        return new SanitisationPlan(
                allowListSha256,
                acceptedLiterals,
                options,
                tables.stream().map(TablePlan::withoutEstimates).toList(),
                notes);
    }
}
