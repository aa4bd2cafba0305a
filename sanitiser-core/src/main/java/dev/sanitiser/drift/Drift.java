package dev.sanitiser.drift;

import dev.sanitiser.allowlist.AllowList;
import dev.sanitiser.allowlist.ReadAllowList;
import dev.sanitiser.allowlist.TableEntry;
import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.QualifiedName;
import dev.sanitiser.drift.Finding.Mending;
import dev.sanitiser.plan.PlanOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an allow list and a schema agree: in both directions, as far as the catalog tells. A list without errors is
 * one that a plan can be made of, unless the database refutes a constraint that only it can evaluate (see
 * {@link dev.sanitiser.plan.DraftedPlan#prove}).
 *
 * @param source the list's name for messages, see {@link AllowList#source()}
 * @param tables that the list names, in its order; none if it cannot be read
 * @param findings in the order of the list; then what has no place in it, by the tables' names
 */
public record Drift(String source, List<QualifiedName> tables, List<Finding> findings) {
    public Drift {
        Objects.requireNonNull(source);
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /**
     * Holds a list against a schema.
     *
     * <p>With {@link PlanOptions.UnclassifiedColumns#ERROR} it is an error if a listed table has a column that stands
     * neither under {@code keep} nor {@code fake}, or if a table is not listed and the list does not set
     * {@code unlisted}; otherwise both are notices. Where {@code unlisted} is {@code error}, a table that is not listed
     * always is one.
     *
     * <p>The rules about keys, constraints and types are applied only if everything that the list names exists.
     *
     * @param options also tell which schemas and tables travel: others are not looked at
     */
    public static Drift between(Catalog catalog, AllowList allowList, PlanOptions options) {
        return new DriftFinder(catalog, allowList, options).find();
    }

    /** What is wrong with a list that cannot be read; every problem is an error. */
    public static Drift of(ReadAllowList.Unreadable list) {
        List<Finding> findings = list.problems().stream()
                .map(p -> new Finding(
                        FindingKind.UNREADABLE_LIST,
                        Severity.ERROR,
                        p.location(),
                        Optional.empty(),
                        Optional.empty(),
                        p.message(),
                        Optional.empty(),
                        Optional.empty(),
                        Mending.NONE))
                .toList();
        return new Drift(list.source(), List.of(), findings);
    }

    static List<QualifiedName> names(AllowList allowList) {
        return allowList.tables().stream().map(TableEntry::name).toList();
    }

    /** Whether there is an error. */
    public boolean exists() {
        return findings.stream().anyMatch(Finding::isError);
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> notices() {
        return findings.stream().filter(f -> !f.isError()).toList();
    }
}
