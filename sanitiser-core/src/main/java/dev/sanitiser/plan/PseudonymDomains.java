package dev.sanitiser.plan;

import dev.sanitiser.allowlist.FakeSpec;
import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.ColumnType;
import dev.sanitiser.catalog.DataType;
import dev.sanitiser.fake.Fake;
import dev.sanitiser.plan.KeyDomains.Member;
import dev.sanitiser.plan.PseudonymNumber.CanonicalText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * Chooses, for each key domain, how its values become numbers and which generator makes pseudonyms of the numbers: one
 * that fits the narrowest of its columns, so that all hold the same value.
 */
final class PseudonymDomains {

    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Set<String> FLOATS = Set.of("float4", "float8");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");
    /** Types of which equal values have the same text. */
    private static final Set<String> PLAIN = Set.of(
            "uuid",
            "bool",
            "bytea",
            "char",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "oid",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "money",
            "pg_lsn",
            "bit",
            "varbit");

    private static final int SALTS = 16;
    /** The labels of an enum, say: keys meet there often, and are few to count. */
    private static final long SMALL_SPACE = 4_096;

    private static final int SALTS_OF_SMALL_SPACES = 256;
    private static final int MOST_HALF_BITS = 15;
    /** The largest integer that every client reads without loss. */
    private static final int MOST_BITS_OF_INTEGERS = 52;
    /** Enough for keys of any table not to collide, and short enough to look at. */
    private static final long MOST_TEXTS = 1_000_000_000_000_000L;

    private final KeyDomains domains;
    private final GeneratorChooser fakes;
    private final Map<String, Integer> choices = new HashMap<>();
    private final List<Misfit> problems;
    private final Map<String, Optional<Domain>> resolved = new HashMap<>();

    PseudonymDomains(KeyDomains domains, GeneratorChooser fakes, List<Misfit> problems) {
        this.domains = domains;
        this.fakes = fakes;
        this.problems = problems;
    }

    /**
     * A domain that has a generator.
     *
     * @param maker the column whose generator serves all
     * @param column the same with the domain's narrowest type
     * @param variants ways to number its values, the best first
     */
    record Domain(String name, List<Member> members, TableDraft maker, Column column, List<PseudonymNumber> variants) {}

    Optional<ColumnTreatment> treatment(TableDraft draft, Column column, TableScope scope) {
        return domain(domains.domainOf(draft, column))
                .flatMap(domain -> fake(domain, scope.pseudonymNumber(column))
                        .map(fake -> new ColumnTreatment.Pseudonym(
                                domain.name(), number(domain), fake, reason(domain.name(), draft, column))));
    }

    private Optional<Fake> fake(Domain domain, Field<Long> number) {
        return fakes.choose(domain.maker(), domain.column(), number);
    }

    private static String reason(String domain, TableDraft draft, Column column) {
        String listed = draft.isListedAsKept(column)
                ? "listed under keep, but its key is faked"
                : draft.staysRelated(column) ? "listed as pseudonym" : "not kept";
        return listed + "; pseudonym of " + domain;
    }

    PseudonymNumber number(Domain domain) {
        return domain.variants().get(choice(domain));
    }

    /** @param variant which of the domain's variants to take; the first until then */
    void choose(Domain domain, int variant) {
        choices.put(domain.name(), variant);
    }

    /** Whether each domain has the first of its variants. */
    boolean areNumberedAtFirst() {
        return choices.values().stream().allMatch(c -> c == 0);
    }

    private int choice(Domain domain) {
        return choices.getOrDefault(domain.name(), 0);
    }

    /** All domains that can be made. */
    List<Domain> all() {
        return domains.all().keySet().stream().flatMap(d -> domain(d).stream()).toList();
    }

    private Optional<Domain> domain(String name) {
        return resolved.computeIfAbsent(name, n -> {
            Optional<Domain> domain = resolve(n, domains.all().getOrDefault(n, List.of()));
            return domain;
        });
    }

    private Optional<Domain> resolve(String name, List<Member> members) {
        Optional<Member> odd =
                members.stream().filter(m -> text(m.column()).isEmpty()).findFirst();
        if (odd.isPresent()) {
            problems.add(Misfit.ofRule(
                    odd.get().draft().relation().name(),
                    odd.get().draft().nameOf(odd.get().column()) + ": it must be a pseudonym, because a foreign key"
                            + " relates it to a faked one, but equal values of its type "
                            + odd.get().column().type().formatted()
                            + " may look different. Keep all columns of the foreign key, or none."));
            return Optional.empty();
        }
        Member maker = maker(members);
        Optional<Column> narrowest = members.stream()
                .map(m -> withType(maker.column(), m.column().type()))
                .filter(c -> fakes.uniqueCapacity(maker.draft(), c).signum() > 0)
                .min(Comparator.comparing(c -> fakes.uniqueCapacity(maker.draft(), c)));
        if (narrowest.isEmpty()) {
            Optional<Fake> unused = fakes.choose(maker.draft(), maker.column(), new TableScope(List.of()).ordinal());
            return Optional.empty();
        }
        BigInteger capacity = fakes.uniqueCapacity(maker.draft(), narrowest.get());
        return Optional.of(
                new Domain(name, members, maker.draft(), narrowest.get(), variants(name, members, capacity)));
    }

    /** A column with a generator of its own speaks for all; otherwise one that nobody keeps, by what it is called. */
    private static Member maker(List<Member> members) {
        return members.stream()
                .filter(m -> m.draft()
                        .fakeSpec(m.column())
                        .filter(s -> !(s instanceof FakeSpec.Automatic))
                        .isPresent())
                .findFirst()
                .or(() -> members.stream()
                        .filter(m -> !m.draft().staysRelated(m.column()))
                        .findFirst())
                .orElse(members.get(0));
    }

    private static Column withType(Column column, ColumnType type) {
        return new Column(
                column.number(),
                column.name(),
                type,
                column.notNull(),
                column.generation(),
                column.identity(),
                column.defaultExpression(),
                column.collation(),
                column.comment());
    }

    private static List<PseudonymNumber> variants(String name, List<Member> members, BigInteger capacity) {
        String tag = HexFormat.of().toHexDigits(Seeds.of(name));
        boolean integers = members.stream().allMatch(m -> isNumeric(m.column()));
        List<PseudonymNumber> variants = new ArrayList<>();
        int bits = Math.min(capacity.bitLength() - 1, MOST_BITS_OF_INTEGERS);
        if (integers && bits > 1) {
            variants.add(new PseudonymNumber.Permutation(tag, Math.min(bits / 2, MOST_HALF_BITS)));
        }
        long space = integers
                ? 1L << bits
                : capacity.min(BigInteger.valueOf(MOST_TEXTS)).longValueExact();
        int salts = space <= SMALL_SPACE ? SALTS_OF_SMALL_SPACES : SALTS;
        for (int salt = 0; salt < salts; salt++) {
            variants.add(new PseudonymNumber.Digest(tag + ":" + salt, commonText(members), space));
        }
        return variants;
    }

    private static CanonicalText commonText(List<Member> members) {
        List<CanonicalText> texts =
                members.stream().flatMap(m -> text(m.column()).stream()).toList();
        return Stream.of(CanonicalText.LOWER_CASE, CanonicalText.FLOAT, CanonicalText.NUMBER)
                .filter(texts::contains)
                .findFirst()
                .orElse(CanonicalText.PLAIN);
    }

    private static boolean isNumeric(Column column) {
        return text(column).filter(CanonicalText.NUMBER::equals).isPresent();
    }

    private static Optional<CanonicalText> text(Column column) {
        boolean comparesBytes =
                column.collation().filter(c -> !c.deterministic()).isEmpty();
        return comparesBytes ? text(column.type().type()) : Optional.empty();
    }

    private static Optional<CanonicalText> text(DataType type) {
        return type.match(new DataType.Cases<>(
                PseudonymDomains::textOfBase,
                enumeration -> Optional.of(CanonicalText.PLAIN),
                domain -> text(domain.underlying().type()),
                composite -> Optional.empty(),
                array -> plain(array.element()),
                range -> plain(range.subtype()),
                multirange -> Optional.empty()));
    }

    /** What is made of values with one text each, but for numbers with digits after the point. */
    private static Optional<CanonicalText> plain(DataType part) {
        boolean padded = part.name().name().equals("bpchar");
        boolean integer = INTEGERS.contains(part.name().name());
        return text(part)
                .filter(t -> !padded && (t == CanonicalText.PLAIN || integer))
                .map(t -> CanonicalText.PLAIN);
    }

    private static Optional<CanonicalText> textOfBase(DataType.Base type) {
        String name = type.name().name();
        if (!type.name().schema().equals("pg_catalog")) {
            return name.equals("citext") ? Optional.of(CanonicalText.LOWER_CASE) : Optional.empty();
        }
        if (INTEGERS.contains(name) || name.equals("numeric")) {
            return Optional.of(CanonicalText.NUMBER);
        }
        if (FLOATS.contains(name)) {
            return Optional.of(CanonicalText.FLOAT);
        }
        return TEXTS.contains(name) || PLAIN.contains(name) ? Optional.of(CanonicalText.PLAIN) : Optional.empty();
    }
}
