package dev.sanitiser.plan;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.sanitiser.plan.KeyDomains.Member;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Finds what has to be proven of a key domain: that its values are in the range of the permutation, or that no two of
 * them have the same number. The database counts; it lets out neither a value nor a number.
 */
final class PseudonymProofs {

    private static final String PADS = "k";

    private PseudonymProofs() {}

    static Proof of(PseudonymDomains.Domain domain, PseudonymNumber number) {
        return number instanceof PseudonymNumber.Permutation permutation
                ? inRange(domain, permutation)
                : withoutCollision(domain, (PseudonymNumber.Digest) number);
    }

    private static Proof inRange(PseudonymDomains.Domain domain, PseudonymNumber.Permutation permutation) {
        Field<BigDecimal> exact = field(name("v"), SQLDataType.NUMERIC);
        Condition outside = exact.notBetween(inline(BigDecimal.ONE), inline(BigDecimal.valueOf(permutation.last())))
                .or(exact.mod(inline(1)).ne(inline(BigDecimal.ZERO)));
        Table<?> values = domain.members().stream()
                .<Select<Record1<BigDecimal>>>map(m -> select(field(SourceRows.columnOfAll(m.column()))
                                .cast(SQLDataType.NUMERIC)
                                .as("v"))
                        .from(SourceRows.all(m.draft().relation().name())))
                .reduce((a, b) -> a.unionAll(b))
                .orElseThrow()
                .asTable("values");
        return new Proof(values, count().filterWhere(outside), BigInteger.ZERO, problem(domain));
    }

    private static Proof withoutCollision(PseudonymDomains.Domain domain, PseudonymNumber.Digest digest) {
        Table<?> numbers = domain.members().stream()
                .<Select<Record2<String, Long>>>map(m -> numbers(m, digest))
                .reduce((a, b) -> a.unionAll(b))
                .orElseThrow()
                .asTable("numbers");
        return new Proof(
                numbers,
                countDistinct(field(name("v"))).minus(countDistinct(field(name("number")))),
                BigInteger.ZERO,
                problem(domain));
    }

    private static Select<Record2<String, Long>> numbers(Member member, PseudonymNumber.Digest digest) {
        Name column = SourceRows.columnOfAll(member.column());
        return select(
                        PseudonymSql.text(column, digest.text()).as("v"),
                        PseudonymSql.number(column, digest, PADS).as("number"))
                .from(SourceRows.all(member.draft().relation().name()).crossJoin(PseudonymSql.pads()));
    }

    private static String problem(PseudonymDomains.Domain domain) {
        return domain.name() + ": kept columns refer to this faked key, so its values must be pseudonyms, but its"
                + " generator has too few different ones for as many keys. Keep the key, widen the type of the narrowest"
                + " column that holds it, or do not keep the columns that refer to it.";
    }
}
