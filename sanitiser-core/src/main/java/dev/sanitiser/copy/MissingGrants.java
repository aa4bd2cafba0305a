package dev.sanitiser.copy;

import dev.sanitiser.catalog.Catalog;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import dev.sanitiser.catalog.UniqueIndex;
import dev.sanitiser.failure.FailureKind;
import dev.sanitiser.failure.SanitiserException;
import dev.sanitiser.plan.SanitisationPlan;
import dev.sanitiser.plan.SourceReads;
import dev.sanitiser.postgres.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan reads and the role that reads rows may not, with the statements that mend it. */
final class MissingGrants {

    private static final String ABOUT_NULLS =
            "To keep NULL where it is, a faked column is read for where it is NULL, unless it is NOT NULL. With the"
                    + " generator \"null\" it is not read either.";

    private final SanitisationPlan plan;
    private final Catalog catalog;
    private final ReadPrivileges privileges;
    private final String role;
    private final String grantee;

    /** @param privileges of the role */
    MissingGrants(SanitisationPlan plan, Catalog catalog, ReadPrivileges privileges, String role) {
        this.plan = plan;
        this.catalog = catalog;
        this.privileges = privileges;
        this.role = role;
        this.grantee = " TO " + Database.quoted(role) + ";";
    }

    /** @throws SanitiserException of kind ENVIRONMENT with everything that is missing */
    void refuse() {
        List<SourceReads> reads = plan.sourceReads();
        List<String> problems = new ArrayList<>();
        plan.namedSchemas().stream()
                .filter(privileges.schemas()::contains)
                .map(s -> "schema " + s + ": GRANT USAGE ON SCHEMA " + Database.quoted(s) + grantee)
                .forEach(problems::add);
        reads.forEach(r -> problems.addAll(problems(r)));
        if (!problems.isEmpty()) {
            SanitiserException refusal = SanitiserException.of(
                    FailureKind.ENVIRONMENT, "The role " + role + " may not read what the plan reads", problems);
            throw reads.stream().anyMatch(this::lacksNulls)
                    ? new SanitiserException(FailureKind.ENVIRONMENT, refusal.getMessage() + "\n" + ABOUT_NULLS)
                    : refusal;
        }
    }

    private List<String> problems(SourceReads reads) {
        ReadPrivileges.Gaps gaps = privileges.of(reads.table());
        Set<String> read = new LinkedHashSet<>(reads.values());
        read.addAll(reads.nulls());
        read.retainAll(gaps.columns());
        List<String> problems = new ArrayList<>();
        if (!read.isEmpty()) {
            problems.add(reads.table() + ", " + String.join(", ", ordered(reads, read::contains)) + ": "
                    + grant(reads, gaps, read));
        }
        if (!gaps.countable() && Set.of(SourceReads.PLACE).containsAll(read)) {
            problems.add(reads.table() + ": its rows are counted, which takes SELECT on one column of it. "
                    + grant(reads, gaps, anyOf(reads)));
        }
        if (gaps.rowSecurity()) {
            problems.add(reads.table() + ": row security hides rows from this role. ALTER ROLE " + Database.quoted(role)
                    + " BYPASSRLS;");
        }
        return problems;
    }

    private boolean lacksNulls(SourceReads reads) {
        return reads.nulls().stream().anyMatch(privileges.of(reads.table()).columns()::contains);
    }

    /** The place of rows is worth a grant, because large tables are read in ranges by it. */
    private String grant(SourceReads reads, ReadPrivileges.Gaps gaps, Collection<String> columns) {
        boolean place = gaps.columns().contains(SourceReads.PLACE);
        String list = ordered(reads, c -> columns.contains(c) || (place && c.equals(SourceReads.PLACE))).stream()
                .map(Database::quoted)
                .collect(Collectors.joining(", "));
        return "GRANT SELECT " + (columns.isEmpty() ? "" : "(" + list + ") ") + "ON "
                + Database.quoted(reads.table().schema(), reads.table().name()) + grantee;
    }

    private List<String> ordered(SourceReads reads, Predicate<String> which) {
        return Stream.concat(columns(reads), Stream.of(SourceReads.PLACE))
                .filter(which)
                .toList();
    }

    private Stream<String> columns(SourceReads reads) {
        return relation(reads).columns().stream().map(Column::name);
    }

    private Relation relation(SourceReads reads) {
        return catalog.relation(reads.table()).orElseThrow();
    }

    /** A column of the key, or the first; none of a table that has none, which takes SELECT on the table. */
    private List<String> anyOf(SourceReads reads) {
        Stream<String> key = relation(reads).uniqueIndexes().stream()
                .filter(UniqueIndex::primary)
                .flatMap(i -> i.keys().stream())
                .map(n -> relation(reads).column(n).name());
        return Stream.concat(key, columns(reads)).limit(1).toList();
    }
}
