package dev.sanitiser.plan;

import dev.sanitiser.allowlist.AllowList;
import java.util.List;
import java.util.Set;

/**
 * What a dump will do, resolved and proven before a row is read: an immutable value that can be inspected, compared and
 * printed.
 *
 * @param tables every table that holds rows, in name order
 * @param notes what a reviewer should know, in complete sentences; never a value
 */
public record SanitisationPlan(AllowList allowList, PlanOptions options, List<TablePlan> tables, List<String> notes) {

    public SanitisationPlan {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** The tables whose rows are copied. */
    public List<TablePlan> copiedTables() {
        return tables.stream().filter(t -> t.rows().copiesAllRows()).toList();
    }

    /** What the plan's statements read of the source, its proofs included: one for each table that they name. */
    public List<SourceReads> sourceReads() {
        return SourceReads.of(copiedTables());
    }

    /** The schemas whose tables and types the plan's statements name; reading as a role takes USAGE on them. */
    public Set<String> namedSchemas() {
        return NamedSchemas.of(copiedTables());
    }

    /** Of the allow list's bytes, in hexadecimal. */
    public String allowListSha256() {
        return allowList.sha256();
    }

    /** Whether both plans do the same to the same tables; the server's estimates do not count. */
    public boolean agreesWith(SanitisationPlan other) {
        return withoutEstimates().equals(other.withoutEstimates());
    }

    private SanitisationPlan withoutEstimates() {
        return new SanitisationPlan(
                allowList,
                options,
                tables.stream().map(TablePlan::withoutEstimates).toList(),
                notes);
    }
}
